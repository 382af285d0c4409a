// Units that are brought to rest, or restarted, on a practice cluster: what is told is what happened there.

import { describe, expect, test } from 'vitest';
import { restart } from '../../../cluster/src/operations/restart.ts';
import { destroy, stop, unload } from '../../../cluster/src/operations/stop.ts';
import { load, start, submit } from '../../../cluster/src/operations/submit.ts';
import { practiceWith, standing } from './practice.ts';
import { asked, files, kinds } from './units.ts';

describe('stop, unload and destroy', () => {
	test('bring units to rest, find them by globs, and tell what is not there', async () => {
		const practice = await practiceWith(files);
		const { backend, context } = practice;
		await start(backend, asked(practice, 'web@{1..2}', 'agent'), context);
		const stopped = await stop(backend, { units: ['web@*', 'nope', 'agent'] }, context);
		expect(kinds(stopped.units)).toEqual(['web@1.service reached', 'web@2.service reached', 'agent.service reached']);
		expect(stopped.missing).toEqual(['nope.service']);
		expect(standing(practice)).toEqual([
			'agent.service loaded, 1: inactive dead, 2: inactive dead, 3: inactive dead',
			'web@1.service loaded, 1: inactive dead',
			'web@2.service loaded, 2: inactive dead',
		]);
		expect(kinds((await unload(backend, { units: ['web@1', 'agent'] }, context)).units)).toEqual([
			...['web@1.service reached', 'agent.service reached'],
		]);
		expect(standing(practice)[0]).toBe('agent.service inactive');
		expect(kinds((await destroy(backend, { units: ['*'] }, context)).units)).toEqual([
			...['agent.service reached', 'web@1.service reached', 'web@2.service reached'],
		]);
		expect(standing(practice)).toEqual([]);
	});

	test('leave templates out of globs', async () => {
		const practice = await practiceWith(files);
		await submit(practice.backend, asked(practice, 'web@.service', 'web@1'), practice.context);
		await destroy(practice.backend, { units: ['web@*'] }, practice.context);
		expect(standing(practice)).toEqual(['web@.service inactive']);
	});

	test('of a unit that is not even loaded, stop is no use', async () => {
		const practice = await practiceWith(files);
		await submit(practice.backend, asked(practice, 'db'), practice.context);
		const { units } = await stop(practice.backend, { units: ['db'] }, practice.context);
		expect(units[0]?.outcome).toEqual({
			kind: 'failed',
			problem: 'not-applicable',
			reason: 'Unable to stop unit db.service in state inactive',
		});
	});

	test('of a stopped unit, stop sends nothing', async () => {
		const practice = await practiceWith(files);
		await load(practice.backend, asked(practice, 'db'), practice.context);
		expect(kinds((await stop(practice.backend, { units: ['db'] }, practice.context)).units)).toEqual([
			'db.service unchanged',
		]);
	});
});

describe('restart', () => {
	test('really restarts: the unit is seen to stop and to come back', async () => {
		const practice = await practiceWith(files);
		const { backend, context } = practice;
		await start(backend, asked(practice, 'web@{1..2}'), context);
		const before = context.events.length;
		expect(kinds(await restart(backend, { units: ['web@*'] }, context))).toEqual([
			...['web@1.service reached', 'web@2.service reached'],
		]);
		const asks = context.events.slice(before).flatMap((event) => {
			return event.kind === 'asked' ? [`${event.name} ${event.desiredState}`] : [];
		});
		expect(asks).toEqual([
			...['web@1.service loaded', 'web@1.service launched', 'web@2.service loaded', 'web@2.service launched'],
		]);
		const lines: string[] = [];
		for await (const line of backend.journal('web@1.service', '1'.repeat(32), {}, context.signal))
			lines.push(line.message);
		expect(lines.filter((line) => line.startsWith('Started')).length).toBe(2);
		expect(lines.some((line) => line.startsWith('Stopped'))).toBe(true);
	});

	test('needs units that are there', async () => {
		const practice = await practiceWith(files);
		await expect(restart(practice.backend, { units: ['db'] }, practice.context)).rejects.toThrow(
			'not in the registry: db.service',
		);
	});

	test('ends at the first unit that does not come back', async () => {
		const practice = await practiceWith(files);
		await start(practice.backend, asked(practice, 'broken', 'db'), practice.context);
		const results = await restart(practice.backend, { units: ['broken', 'db'] }, practice.context);
		expect(kinds(results)).toEqual(['broken.service failed', 'db.service not-begun']);
		expect(standing(practice)[1]).toBe('db.service launched, 3: active running');
	});
});
