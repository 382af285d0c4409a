// A template's text goes to its instances one by one; a failure ends it, and it can be gone on with.
import { describe, expect, test } from 'vitest';
import { hashOf } from '../../../cluster/src/hash.ts';
import { rollout } from '../../../cluster/src/operations/rollout.ts';
import { start, submit } from '../../../cluster/src/operations/submit.ts';
import { optionsOf } from './cluster-fixtures.ts';
import { type Practice, practiceWith } from './practice.ts';

const old = '[Service]\nExecStart=/bin/sleep infinity\n';
const better = '[Service]\nExecStart=/bin/sleep infinity\nNice=5\n';
const broken = '[Service]\nExecStart=/bin/false\n';
const onlyFirst = '[Service]\nExecStart=/bin/sleep infinity\n[X-Fleet]\nConflicts=other.service\n';

describe('a rollout', () => {
	test('goes from instance to instance, and stores the template last', async () => {
		const practice = await running(3);
		const result = await rollOut(practice, better);
		expect(result.isComplete).toBe(true);
		expect(result.state.done).toEqual(['web@1.service', 'web@2.service', 'web@3.service']);
		expect(await hashes(practice)).toEqual(Array(4).fill(hashOf(optionsOf(better))));
		expect(steps(practice)).toEqual([
			...['0/3 web@1.service', 'web@1.service replaced', '1/3 web@2.service', 'web@2.service replaced'],
			...['2/3 web@3.service', 'web@3.service replaced', 'web@.service replaced'],
		]);
	});

	test('takes several at a time', async () => {
		const practice = await running(3);
		await rollOut(practice, better, { atATime: 2 });
		expect(steps(practice).filter((step) => step.includes('/'))).toEqual([
			...['0/3 web@1.service web@2.service', '2/3 web@3.service'],
		]);
	});

	test('ends at the first failure, and leaves the rest and the template as they were', async () => {
		const practice = await running(3);
		const { isComplete, state, units } = await rollOut(practice, broken);
		expect({ isComplete, done: state.done, left: state.left }).toEqual({
			isComplete: false,
			done: [],
			left: ['web@1.service', 'web@2.service', 'web@3.service'],
		});
		expect(units.map(({ name, outcome }) => `${name} ${outcome.kind}`)).toEqual(['web@1.service failed']);
		const hash = hashOf(optionsOf(old));
		expect(await hashes(practice)).toEqual([hash, hashOf(optionsOf(broken)), hash, hash]);
	});

	test('is gone on with where it ended, with the text it began with', async () => {
		const practice = await running(3);
		const { state } = await rollOut(practice, broken);
		const mended = {
			...state,
			hash: hashOf(optionsOf(better)),
			options: optionsOf(better),
			done: [],
			left: state.left,
		};
		const begun = { ...mended, done: ['web@1.service'], left: ['web@2.service', 'web@3.service'] };
		const resumed = await rollOut(practice, 'not read', { resume: JSON.parse(JSON.stringify(begun)) });
		expect(resumed.isComplete).toBe(true);
		expect(resumed.units.map(({ name }) => name)).toEqual(['web@2.service', 'web@3.service']);
	});

	test('begun anew with a mended file goes on with what has not got it', async () => {
		const practice = await running(2);
		await rollOut(practice, broken);
		const { isComplete, units } = await rollOut(practice, better);
		expect(isComplete).toBe(true);
		expect(units.map(({ outcome }) => outcome.kind)).toEqual(['reached', 'reached']);
		expect((await rollOut(practice, better)).units.map(({ outcome }) => outcome.kind)).toEqual([
			'unchanged',
			'unchanged',
		]);
	});

	test('makes instances that are not there', async () => {
		const practice = await practiceWith({});
		const { isComplete } = await rollOut(practice, better, { instances: ['web@{1..2}'] });
		expect(isComplete).toBe(true);
		expect(practice.cluster.snapshot().states.map(({ name, active }) => `${name} ${active}`)).toEqual([
			...['web@1.service active', 'web@2.service active'],
		]);
	});

	test('notices an instance that does not keep running', async () => {
		const practice = await running(2);
		const context = {
			...practice.context,
			report: (event: { readonly kind: string }) => {
				// As soon as it is up, its machine goes.
				if (event.kind === 'finished') practice.cluster.loseMachine('1'.repeat(32), 'drained');
			},
		};
		const { units, state } = await rollout(
			practice.backend,
			{ template: 'web@.service', instances: ['web@1'], files: having(better), healthyFor: 5_000 },
			context,
		);
		expect(units[0]?.outcome).toMatchObject({ kind: 'failed', problem: 'unhealthy' });
		expect(state.left).toEqual(['web@1.service']);
	});

	test('that is given up begins nothing more', async () => {
		const practice = await running(3);
		const context = {
			...practice.context,
			report: (event: { readonly kind: string }) => event.kind === 'finished' && practice.giveUp(),
		};
		const { state, isComplete } = await rollout(practice.backend, request(better), context);
		expect({ isComplete, done: state.done, left: state.left }).toEqual({
			isComplete: false,
			done: ['web@1.service'],
			left: ['web@2.service', 'web@3.service'],
		});
	});

	test.each([
		['web.service', [], 'web.service is no template'],
		['web@.service', ['db@1'], 'db@1.service is no instance of web@.service'],
		['web@.service', ['web@7*'], 'no instance of web@.service matches web@7*'],
		['db@.service', [], 'the registry has no instance of db@.service'],
	])('of %s to %j does not begin', async (template, instances, message) => {
		const practice = await running(1);
		const asked = { ...request(better), template, instances };
		await expect(rollout(practice.backend, asked, practice.context)).rejects.toThrow(message);
	});

	test('of a file that is not there, or that fleet refuses, does not begin', async () => {
		const practice = await running(1);
		const missing = { ...request(''), files: { read: async () => undefined } };
		await expect(rollout(practice.backend, missing, practice.context)).rejects.toThrow('there is no file web@.service');
		const refused = `${onlyFirst}MachineID=${'1'.repeat(32)}\n`;
		await expect(rollout(practice.backend, request(refused), practice.context)).rejects.toThrow(
			'MachineID cannot be used',
		);
	});
});

async function running(count: number): Promise<Practice> {
	const practice = await practiceWith({ 'web@.service': old });
	const { backend, files, context } = practice;
	await submit(backend, { units: ['web@.service'], files }, context);
	await start(backend, { units: [`web@{1..${count}}`], files }, context);
	return practice;
}

function rollOut({ backend, context }: Practice, text: string, options: Partial<Parameters<typeof rollout>[1]> = {}) {
	return rollout(backend, { ...request(text), ...options }, context);
}

function request(text: string) {
	return { template: 'web@.service', instances: [], files: having(text) };
}

function having(text: string) {
	return { read: async () => text };
}

async function hashes({ backend, context }: Practice): Promise<readonly string[]> {
	return (await backend.units(context.signal)).map(({ hash }) => hash);
}

/** What was told since the instances run: batches, and what was stored. */
function steps({ context }: Practice): readonly string[] {
	const told = context.events.flatMap((event) => {
		if (event.kind === 'batch') return [`${event.done}/${event.total} ${event.names.join(' ')}`];
		return event.kind === 'stored' ? [`${event.name} ${event.write}`] : [];
	});
	return told.slice(told.findIndex((step) => step.includes('/')));
}
