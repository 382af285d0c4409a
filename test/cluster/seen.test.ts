// Careful writes over a store that loses answers: what happened is found out by reading, never by sending again.

import { describe, expect, test } from 'vitest';
import type { ClusterBackend } from '../../cluster/src/backend.ts';
import { ClusterError, type ClusterErrorDetails } from '../../cluster/src/errors.ts';
import { hashOf } from '../../cluster/src/hash.ts';
import type { ClusterUnit, DesiredState } from '../../cluster/src/model.ts';
import { carefulWrites } from '../../cluster/src/seen.ts';
import type { StoredUnit, UnitStore } from '../../cluster/src/unit-store.ts';
import { patient, sleeper } from './contract-support.ts';

const anything = { kind: 'anything' } as const;
type Writes = Pick<ClusterBackend, 'submit' | 'setDesiredState' | 'destroy'>;

const writes: readonly (readonly [name: string, did: string, write: (writes: Writes) => Promise<unknown>])[] = [
	['creating', 'created', (to) => to.submit({ name: 'new.service', options: sleeper('a'), seen: anything }, patient)],
	['replacing', 'replaced', (to) => to.submit({ name: 'old.service', options: sleeper('b'), seen: anything }, patient)],
	['starting', 'changed', (to) => to.setDesiredState('old.service', 'launched', anything, patient)],
	['destroying', 'destroyed', (to) => to.destroy('old.service', anything, patient)],
];

describe.each(writes)('%s', (_, did, write) => {
	test('is told', async () => {
		const { sent, store } = memoryStore();
		expect(await write(carefulWrites(store))).toEqual({ kind: did });
		expect(sent).toHaveLength(1);
	});

	test('that was done although its answer was lost is told as done', async () => {
		const { sent, store } = memoryStore({ afterwards: lost({ sent: true }) });
		expect(await write(carefulWrites(store))).toEqual({ kind: did });
		expect(sent).toHaveLength(1);
	});

	test('that fleet failed and did all the same is told as done', async () => {
		const { store } = memoryStore({ afterwards: lost({ status: 500 }) });
		expect(await write(carefulWrites(store))).toEqual({ kind: did });
	});

	test('that fleet failed and did not do fails as it failed', async () => {
		const { store } = memoryStore({ instead: lost({ status: 500 }) });
		await expect(write(carefulWrites(store))).rejects.toMatchObject({
			kind: 'protocol',
			message: expect.stringContaining('is as it was'),
			details: { status: 500 },
		});
	});

	test('whose answer was lost, and that is not seen, is unknown, with the way to find out', async () => {
		const { sent, store } = memoryStore({ instead: lost({ sent: true }) });
		await expect(write(carefulWrites(store))).rejects.toMatchObject({
			kind: 'unknown',
			message: expect.stringMatching(/^nobody knows whether .*; it is still as it was$/),
			details: { advice: expect.stringContaining('look at') },
		});
		expect(sent).toHaveLength(1);
	});

	test('that was not sent fails as the transport does', async () => {
		const error = new ClusterError('unreachable', 'connection refused');
		const { store } = memoryStore({ instead: error });
		await expect(write(carefulWrites(store))).rejects.toBe(error);
	});

	test('that fleet refused fails as fleet says', async () => {
		const error = new ClusterError('refused', 'no', { status: 400 });
		const { store } = memoryStore({ instead: error });
		await expect(write(carefulWrites(store))).rejects.toBe(error);
	});

	test('is unknown when the unit cannot be read afterwards', async () => {
		const { store } = memoryStore({ afterwards: lost({ sent: true }), unreadable: true });
		await expect(write(carefulWrites(store))).rejects.toMatchObject({
			kind: 'unknown',
			message: expect.stringContaining('cannot be read now'),
		});
	});
});

test('who gives up in the middle of a write hears that it may have been done, at once', async () => {
	const controller = new AbortController();
	const { reads, store } = memoryStore({
		instead: lost({ sent: true }),
		onWrite: () => controller.abort(),
	});
	const write = carefulWrites(store).setDesiredState('old.service', 'launched', anything, controller.signal);
	await expect(write).rejects.toMatchObject({ kind: 'unknown', message: expect.stringContaining('you gave up') });
	expect(reads).toHaveLength(1);
});

test('what someone else made of the unit meanwhile is told', async () => {
	const { units, store } = memoryStore({
		instead: lost({ sent: true }),
		onWrite: () => units.set('old.service', stored({ ...old, options: sleeper('theirs') })),
	});
	const write = carefulWrites(store).setDesiredState('old.service', 'launched', anything, patient);
	const theirs = hashOf(sleeper('theirs')).slice(0, 7);
	await expect(write).rejects.toMatchObject({
		kind: 'unknown',
		message: expect.stringContaining(`it is now inactive, with the text ${theirs}`),
	});
});

test('a unit that is gone in the moment of its destruction is unchanged', async () => {
	const { store } = memoryStore({ instead: new ClusterError('not-found', 'unit does not exist', { status: 404 }) });
	expect(await carefulWrites(store).destroy('old.service', anything, patient)).toEqual({ kind: 'unchanged' });
});

test('what is just as it is wanted is unchanged, whoever made it so', async () => {
	const { sent, store } = memoryStore();
	const { name, options } = old;
	const outdated = { kind: 'hash', hash: hashOf(sleeper('long ago')) } as const;
	for (const seen of [outdated, { kind: 'absent' } as const]) {
		expect(await carefulWrites(store).submit({ name, options, seen }, patient)).toEqual({ kind: 'unchanged' });
		const launched = carefulWrites(store).submit({ name, options, seen, desiredState: 'launched' }, patient);
		await expect(launched).rejects.toMatchObject({ kind: 'conflict' });
	}
	expect(sent).toEqual([]);
});

test('nothing is read or sent for what is refused', async () => {
	const { reads, sent, store } = memoryStore();
	const submission = { name: 'a@.service', options: sleeper('a'), desiredState: 'launched', seen: anything } as const;
	await expect(carefulWrites(store).submit(submission, patient)).rejects.toMatchObject({ kind: 'refused' });
	expect([...reads, ...sent]).toEqual([]);
});

test('a template that runs, as it should not, cannot be replaced so that it goes on', async () => {
	const { sent, units, store } = memoryStore();
	units.set('a@.service', stored({ name: 'a@.service', options: sleeper('a'), desiredState: 'launched' }));
	const submission = { name: 'a@.service', options: sleeper('b'), seen: anything };
	await expect(carefulWrites(store).submit(submission, patient)).rejects.toMatchObject({ kind: 'refused' });
	expect(sent).toEqual([]);
	const stopped = { ...submission, desiredState: 'inactive' } as const;
	expect(await carefulWrites(store).submit(stopped, patient)).toEqual({ kind: 'replaced' });
});

interface Faults {
	/** Is thrown in place of each write. */
	readonly instead?: ClusterError;
	/** Is thrown once a write is done. */
	readonly afterwards?: ClusterError;
	/** Reads fail after the first one. */
	readonly unreadable?: boolean;
	readonly onWrite?: () => void;
}

const old: StoredUnit = { name: 'old.service', options: sleeper('a'), desiredState: 'inactive' };

function lost(details: ClusterErrorDetails): ClusterError {
	return new ClusterError(details.sent ? 'unreachable' : 'protocol', 'the answer was lost', details);
}

/** A store in memory that has `old.service`, and what was read and sent. */
function memoryStore({ instead, afterwards, unreadable = false, onWrite }: Faults = {}) {
	const units = new Map<string, ClusterUnit>([['old.service', stored(old)]]);
	const reads: string[] = [];
	const sent: string[] = [];
	const write = async (what: string, change: () => void): Promise<void> => {
		sent.push(what);
		onWrite?.();
		if (instead) throw instead;
		change();
		if (afterwards) throw afterwards;
	};
	const store: UnitStore = {
		read: async (name) => {
			reads.push(name);
			if (unreadable && reads.length > 1) throw new ClusterError('unreachable', 'nobody answers');
			return units.get(name);
		},
		create: (unit) => write('create', () => units.set(unit.name, stored(unit))),
		replace: (unit) => write('replace', () => units.set(unit.name, stored(unit))),
		setDesiredState: (name, desiredState: DesiredState) =>
			write('state', () => units.set(name, { ...(units.get(name) ?? stored(old)), desiredState })),
		destroy: (name) => write('destroy', () => units.delete(name)),
	};
	return { reads, sent, units, store };
}

function stored(unit: StoredUnit): ClusterUnit {
	return { ...unit, hash: hashOf(unit.options), global: false };
}
