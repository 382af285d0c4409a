// The contract of reading: lists are ordered, what is absent is absent, and a call that is given up ends as `cancelled`.

import { describe, expect, test } from 'vitest';
import type { ClusterBackend } from '../../cluster/src/backend.ts';
import { hashOf } from '../../cluster/src/hash.ts';
import type { Subject } from './contract.ts';
import { freshName, patient, sleeper, submitNew } from './contract-support.ts';

/** Declares the tests of reading. */
export function describeReads(subject: Subject): void {
	describe('reading', () => {
		test('machines come in the order of their IDs, each once', async () => {
			const ids = (await subject().machines(patient)).map(({ id }) => id);
			expect(ids).toEqual([...new Set(ids)].sort());
		});

		test('units come in the order of their names, each once', async () => {
			for (const word of ['zebra', 'ant']) await submitNew(subject, word);
			const names = (await subject().units(patient)).map(({ name }) => name);
			expect(names.length).toBeGreaterThanOrEqual(2);
			expect(names).toEqual([...new Set(names)].sort());
		});

		test('states come in the order of names, then machines, each once', async () => {
			const keys = (await subject().states(patient)).map(({ name, machineId }) => `${name} ${machineId}`);
			expect(keys).toEqual([...new Set(keys)].sort());
		});

		test('a unit alone is what the list has of it', async () => {
			const name = await submitNew(subject, 'alone');
			const units = await subject().units(patient);
			const unit = await subject().unit(name, patient);
			expect(unit).toEqual(units.find((one) => one.name === name));
			expect(unit?.options).toEqual(sleeper('first'));
			expect(unit?.hash).toBe(hashOf(sleeper('first')));
			expect(unit?.global).toBe(false);
		});

		test('a unit that is not there is undefined', async () => {
			expect(await subject().unit(freshName('nobody'), patient)).toBeUndefined();
		});

		test('a version, where it is known, is a word', async () => {
			expect((await subject().version(patient)) ?? 'unknown').toMatch(/^\S+$/);
		});

		test.each(reads)('%s that is given up ends as cancelled', async (_, read) => {
			await expect(read(subject(), AbortSignal.abort())).rejects.toMatchObject({ kind: 'cancelled' });
		});
	});
}

type Read = readonly [name: string, read: (backend: ClusterBackend, signal: AbortSignal) => Promise<unknown>];

const reads: readonly Read[] = [
	['machines', (backend, signal) => backend.machines(signal)],
	['units', (backend, signal) => backend.units(signal)],
	['states', (backend, signal) => backend.states(signal)],
	['unit', (backend, signal) => backend.unit('contract-any.service', signal)],
];
