// Units that are submitted, loaded and started on a practice cluster: what is told is what happened there.

import { describe, expect, test } from 'vitest';
import { load, start, submit } from '../../../cluster/src/operations/submit.ts';
import { practiceWith, standing } from './practice.ts';
import { asked, files, kinds, service, stored, web } from './units.ts';

describe('submit', () => {
	test('makes units known, and tells where their text came from', async () => {
		const practice = await practiceWith(files);
		const results = await submit(practice.backend, asked(practice, 'web@.service', 'web@1', 'db'), practice.context);
		expect(kinds(results)).toEqual(['web@.service reached', 'web@1.service reached', 'db.service reached']);
		expect(stored(practice)).toEqual([
			'web@.service created from web@.service',
			'web@1.service created from web@.service',
			'db.service created from db.service',
		]);
		expect(standing(practice)).toEqual(['db.service inactive', 'web@.service inactive', 'web@1.service inactive']);
	});

	test('leaves alone what is there, and warns where the file differs', async () => {
		const practice = await practiceWith(files);
		const { backend, context } = practice;
		await start(backend, asked(practice, 'db'), context);
		const other = {
			...asked(practice, 'db'),
			files: { read: async () => service('[X-Fleet]\nMachineMetadata=role=web\n') },
		};
		expect(kinds(await submit(backend, other, context))).toEqual(['db.service unchanged']);
		expect(context.events).toContainEqual({ kind: 'differs', name: 'db.service', file: 'db.service' });
		expect(standing(practice)).toEqual(['db.service launched, 3: active running']);
	});

	test('of an instance takes the template of the registry, and warns where that on disk differs', async () => {
		const practice = await practiceWith(files);
		const { backend, context } = practice;
		await submit(backend, asked(practice, 'web@.service'), context);
		const edited = {
			units: ['web@1'],
			files: { read: async (file: string) => (file === 'web@.service' ? service() : undefined) },
		};
		await submit(backend, edited, context);
		expect(context.events).toContainEqual({
			kind: 'warning',
			name: 'web@1.service',
			message:
				'web@1.service is made from web@.service in the registry, which differs from web@.service; ' +
				'replace web@.service first, if the new text is meant',
			template: 'web@.service',
		});
		expect((await backend.unit('web@1.service', context.signal))?.options.length).toBeGreaterThan(2);
	});

	test('replaces on demand, but nothing that runs', async () => {
		const practice = await practiceWith(files);
		const { backend, context } = practice;
		await submit(backend, asked(practice, 'db'), context);
		const files2 = { read: async () => service() };
		const replace = { ...asked(practice, 'db'), files: files2, replace: true };
		expect(kinds(await submit(backend, replace, context))).toEqual(['db.service reached']);
		expect(
			(await backend.unit('db.service', context.signal))?.options.some(({ section }) => section === 'X-Fleet'),
		).toBe(false);
		await start(backend, asked(practice, 'db'), context);
		const again = { ...replace, files: { read: async () => web } };
		await expect(submit(backend, again, context)).rejects.toThrow(
			"can not replace Unit(db.service) in state 'launched'",
		);
	});

	test.each([
		['nowhere.service', 'unable to find Unit(nowhere.service) in Registry or on filesystem'],
		['other@1', 'unable to find template Unit(other@.service) in Registry or on filesystem'],
		['unreadable', 'failed getting Unit(unreadable.service) from file: unable to find end of section'],
		['forbidden', 'Global cannot be used with Peers'],
		['empty', 'empty.service has no settings at all'],
		['web@*', 'no unit of the registry matches web@*'],
		['web@[', '`web@[` is no glob'],
		['web@{1..9999}', 'stands for more than 1000 names'],
	])('of %s writes nothing at all', async (argument, message) => {
		const practice = await practiceWith(files);
		const request = asked(practice, 'db', argument);
		await expect(submit(practice.backend, request, practice.context)).rejects.toThrow(message);
		expect(standing(practice)).toEqual([]);
	});
});

describe('start', () => {
	test('waits until systemd calls the units active', async () => {
		const practice = await practiceWith(files);
		const results = await start(practice.backend, asked(practice, 'web@{1..2}', 'db', 'agent'), practice.context);
		expect(kinds(results)).toEqual([
			...['web@1.service reached', 'web@2.service reached'],
			...['db.service reached', 'agent.service reached'],
		]);
		expect(standing(practice)).toEqual([
			'agent.service launched, 1: active running, 2: active running, 3: active running',
			'db.service launched, 3: active running',
			'web@1.service launched, 1: active running',
			'web@2.service launched, 2: active running',
		]);
	});

	test('sends nothing for what runs already', async () => {
		const practice = await practiceWith(files);
		await start(practice.backend, asked(practice, 'db'), practice.context);
		expect(kinds(await start(practice.backend, asked(practice, 'db'), practice.context))).toEqual([
			'db.service unchanged',
		]);
	});

	test('of a sidekick that is bound to its instance finds it on its machine', async () => {
		const sidekick = service('[Unit]\nBindsTo=web@%i.service\n[X-Fleet]\nMachineOf=web@%i.service\n');
		const practice = await practiceWith({ ...files, 'side@.service': sidekick });
		await start(practice.backend, asked(practice, 'web@{1..2}', 'side@{1..2}'), practice.context);
		expect(standing(practice)).toEqual([
			...['side@1.service launched, 1: active running', 'side@2.service launched, 2: active running'],
			...['web@1.service launched, 1: active running', 'web@2.service launched, 2: active running'],
		]);
	});

	test('of a oneshot is done when it has ended well', async () => {
		const practice = await practiceWith(files);
		const [result] = await start(practice.backend, asked(practice, 'job'), practice.context);
		expect(result?.outcome).toEqual({ kind: 'reached', note: 'has done its work and ended' });
	});

	test('tells when the unit fails', async () => {
		const practice = await practiceWith(files);
		const [result] = await start(practice.backend, asked(practice, 'broken'), practice.context);
		expect(result?.outcome).toMatchObject({ kind: 'failed', problem: 'systemd-failed' });
	});

	test('ends with the reason when no machine can run the unit', async () => {
		const practice = await practiceWith(files);
		const [result] = await start(practice.backend, asked(practice, 'lost'), practice.context);
		expect(result?.outcome).toMatchObject({ kind: 'failed', problem: 'no-machine-fits' });
		const machines = result?.outcome.kind === 'failed' ? result.outcome.explanation?.machines : undefined;
		expect(machines?.map(({ sentence }) => sentence)).toEqual([
			...['has role=web, needs role=cache', 'has role=web, needs role=cache', 'has role=db, needs role=cache'],
		]);
		// It stays wanted, as with fleetctl.
		expect(standing(practice)).toEqual(['lost.service launched']);
	});

	test('gives up on time, and tells what it suspects', async () => {
		const practice = await practiceWith(files);
		const context = { ...practice.context, patience: { placing: 60_000 } };
		const [result] = await start(practice.backend, { ...asked(practice, 'lost'), timeout: 2_000 }, context);
		expect(result?.outcome).toMatchObject({ kind: 'timed-out', suspicion: { problem: 'no-machine-fits' } });
	});

	test('does not wait when it is told so', async () => {
		const practice = await practiceWith(files);
		const results = await start(practice.backend, { ...asked(practice, 'lost', 'db'), wait: false }, practice.context);
		expect(kinds(results)).toEqual(['lost.service triggered', 'db.service triggered']);
	});

	test('of a template is refused', async () => {
		const practice = await practiceWith(files);
		const request = asked(practice, 'web@.service');
		await expect(start(practice.backend, request, practice.context)).rejects.toThrow(
			'web@.service is a template, which runs nowhere itself',
		);
		expect(standing(practice)).toEqual([]);
	});

	test('that is given up leaves an account of what was asked', async () => {
		const practice = await practiceWith(files);
		const context = {
			...practice.context,
			patience: { placing: 60_000 },
			report: (event: { readonly kind: string }) => event.kind === 'seen' && practice.giveUp(),
		};
		const [result] = await start(practice.backend, asked(practice, 'lost'), context);
		expect(result).toMatchObject({
			outcome: { kind: 'interrupted', asked: 'yes' },
			view: { unit: { name: 'lost.service' } },
		});
	});

	test('that is given up before anything was asked asks nothing', async () => {
		const practice = await practiceWith(files);
		await submit(practice.backend, asked(practice, 'db', 'job'), practice.context);
		const context = {
			...practice.context,
			report: (event: { readonly kind: string }) => event.kind === 'asked' && practice.giveUp(),
		};
		const results = await start(practice.backend, asked(practice, 'db', 'job'), context);
		expect(kinds(results)).toEqual(['db.service interrupted', 'job.service not-begun']);
		expect(standing(practice)[1]).toBe('job.service inactive');
	});
});

describe('load', () => {
	test('places units without starting them, and stops those that run', async () => {
		const practice = await practiceWith(files);
		await start(practice.backend, asked(practice, 'db'), practice.context);
		const results = await load(practice.backend, asked(practice, 'db', 'web@1'), practice.context);
		expect(kinds(results)).toEqual(['db.service reached', 'web@1.service reached']);
		expect(standing(practice)).toEqual([
			'db.service loaded, 3: inactive dead',
			'web@1.service loaded, 1: inactive dead',
		]);
		expect(practice.context.events).toContainEqual({
			kind: 'warning',
			name: 'db.service',
			message: 'db.service was started; to load it stops it',
		});
	});
});
