// The contract of writing: what a write did is what it says, nobody’s change is overwritten unseen, and where machines
// do what is wished, units run and end.

import { describe, expect, test } from 'vitest';
import { hashOf } from '../../cluster/src/hash.ts';
import type { DesiredState } from '../../cluster/src/model.ts';
import type { Subject, Traits } from './contract.ts';
import { freshName, patient, sleeper, submitNew } from './contract-support.ts';

/** Declares the tests of writing. */
export function describeWrites(subject: Subject, { alive }: Traits): void {
	describe('submitting', () => describeSubmit(subject));
	describe('changing the desired state', () => describeDesiredState(subject));
	if (alive) describe('machines that do what is wished', () => describeLife(subject));
	describe('destroying', () => describeDestroy(subject));
	describe('what changed meanwhile', () => describeConflicts(subject));
	describe('giving up', () => describeGivingUp(subject));
}

const anything = { kind: 'anything' } as const;
const absent = { kind: 'absent' } as const;

function describeSubmit(subject: Subject): void {
	test('a new unit is created, inactive where nothing else is said', async () => {
		const name = freshName('new');
		const result = await subject().submit({ name, options: sleeper('a'), seen: absent }, patient);
		expect(result.kind).toBe('created');
		expect(await desiredStateOf(subject, name)).toBe('inactive');
	});

	test('a new unit may be launched at once', async () => {
		const name = await submitNew(subject, 'launched', 'launched');
		expect(await desiredStateOf(subject, name)).toBe('launched');
	});

	test('the same text again changes nothing', async () => {
		const name = await submitNew(subject, 'same');
		const again = { name, options: sleeper('first'), seen: anything };
		expect(await subject().submit(again, patient)).toEqual({ kind: 'unchanged' });
	});

	test('a new text replaces the old one, and the unit stays launched', async () => {
		const name = await submitNew(subject, 'replaced', 'launched');
		const result = await subject().submit({ name, options: sleeper('second'), seen: anything }, patient);
		expect(result.kind).toBe('replaced');
		const unit = await subject().unit(name, patient);
		expect(unit).toMatchObject({ desiredState: 'launched', hash: hashOf(sleeper('second')) });
	});

	test('the same text with another desired state changes that state', async () => {
		const name = await submitNew(subject, 'both');
		const submission = { name, options: sleeper('first'), desiredState: 'loaded', seen: anything } as const;
		expect((await subject().submit(submission, patient)).kind).toBe('changed');
		expect(await desiredStateOf(subject, name)).toBe('loaded');
	});

	test('names with an @ and a backslash work', async () => {
		for (const name of [freshName('instance@1'), freshName('a\\x20b')]) {
			await subject().submit({ name, options: sleeper('a'), seen: absent }, patient);
			expect((await subject().unit(name, patient))?.name).toBe(name);
			expect((await subject().destroy(name, anything, patient)).kind).toBe('destroyed');
		}
	});

	test('texts come back to the letter: continuations, umlauts, empty values', async () => {
		const name = freshName('letters');
		const options = sleeper('Grüße 🚀', { section: 'Service', name: 'Environment', value: '' }, longCommand);
		await subject().submit({ name, options, seen: absent }, patient);
		expect((await subject().unit(name, patient))?.options).toEqual(options);
	});
}

const longCommand = { section: 'Service', name: 'ExecStop', value: '/bin/echo \\\n  one \\\n  two' };

function describeDesiredState(subject: Subject): void {
	test('load, start, stop and unload are told, and what is so already is unchanged', async () => {
		const name = await submitNew(subject, 'steps');
		for (const state of ['loaded', 'launched', 'loaded', 'inactive'] as const) {
			expect((await subject().setDesiredState(name, state, anything, patient)).kind).toBe('changed');
			expect(await desiredStateOf(subject, name)).toBe(state);
			expect((await subject().setDesiredState(name, state, anything, patient)).kind).toBe('unchanged');
		}
	});

	test('a unit that is not there is not found', async () => {
		const change = subject().setDesiredState(freshName('nobody'), 'launched', anything, patient);
		await expect(change).rejects.toMatchObject({ kind: 'not-found' });
	});
}

function describeLife(subject: Subject): void {
	test('a launched unit runs, and an unloaded one is gone', async () => {
		const name = await submitNew(subject, 'runs', 'launched');
		await expect.poll(() => activeOf(subject, name), slowly).toEqual(['active']);
		expect((await subject().unit(name, patient))?.machineId).toBeDefined();
		await subject().setDesiredState(name, 'inactive', anything, patient);
		await expect.poll(() => activeOf(subject, name), slowly).toEqual([]);
	});
}

function describeDestroy(subject: Subject): void {
	test('a destroyed unit is gone from the list and alone', async () => {
		const name = await submitNew(subject, 'gone');
		expect((await subject().destroy(name, anything, patient)).kind).toBe('destroyed');
		expect(await subject().unit(name, patient)).toBeUndefined();
		expect((await subject().units(patient)).map((unit) => unit.name)).not.toContain(name);
	});

	test('a unit that is gone already is unchanged', async () => {
		expect(await subject().destroy(freshName('nobody'), anything, patient)).toEqual({ kind: 'unchanged' });
	});
}

function describeConflicts(subject: Subject): void {
	const seenFirst = { kind: 'hash', hash: hashOf(sleeper('first')) } as const;

	test('a unit that is as it was seen may be changed', async () => {
		const name = await submitNew(subject, 'seen');
		const submission = { name, options: sleeper('second'), seen: seenFirst };
		expect((await subject().submit(submission, patient)).kind).toBe('replaced');
	});

	test('a text that someone else replaced is not overwritten', async () => {
		const name = await submitNew(subject, 'race');
		await subject().submit({ name, options: sleeper('theirs'), seen: anything }, patient);
		const ours = subject().submit({ name, options: sleeper('ours'), seen: seenFirst }, patient);
		await expect(ours).rejects.toMatchObject({ kind: 'conflict' });
		expect((await subject().unit(name, patient))?.hash).toBe(hashOf(sleeper('theirs')));
	});

	test('a unit that someone else created is not overwritten', async () => {
		const name = await submitNew(subject, 'created');
		const ours = subject().submit({ name, options: sleeper('ours'), seen: absent }, patient);
		await expect(ours).rejects.toMatchObject({ kind: 'conflict' });
	});

	test('a unit that someone else changed or destroyed is neither started nor destroyed', async () => {
		const backend = subject();
		const name = await submitNew(subject, 'both');
		await backend.submit({ name, options: sleeper('theirs'), seen: anything }, patient);
		const conflict = { kind: 'conflict' };
		await expect(backend.setDesiredState(name, 'launched', seenFirst, patient)).rejects.toMatchObject(conflict);
		await expect(backend.destroy(name, seenFirst, patient)).rejects.toMatchObject(conflict);
		await backend.destroy(name, anything, patient);
		await expect(backend.setDesiredState(name, 'launched', seenFirst, patient)).rejects.toMatchObject(conflict);
		await expect(backend.destroy(name, seenFirst, patient)).rejects.toMatchObject(conflict);
	});
}

function describeGivingUp(subject: Subject): void {
	test('before a write begins ends it as cancelled, and nothing is changed', async () => {
		const name = await submitNew(subject, 'given-up');
		const given = AbortSignal.abort();
		const writes = [
			subject().submit({ name, options: sleeper('second'), seen: anything }, given),
			subject().setDesiredState(name, 'loaded', anything, given),
			subject().destroy(name, anything, given),
		];
		for (const write of writes) await expect(write).rejects.toMatchObject({ kind: 'cancelled' });
		expect(await subject().unit(name, patient)).toMatchObject({
			desiredState: 'inactive',
			hash: hashOf(sleeper('first')),
		});
	});
}

const slowly = { timeout: 15_000, interval: 50 };

async function desiredStateOf(subject: Subject, name: string): Promise<DesiredState | undefined> {
	return (await subject().unit(name, patient))?.desiredState;
}

async function activeOf(subject: Subject, name: string): Promise<readonly string[]> {
	const states = await subject().states(patient);
	return states.filter((state) => state.name === name).map(({ active }) => active);
}
