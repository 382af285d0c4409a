// The contract of watching: everything once, then what changes, in the order in which it happened; what is told adds up
// to what is there; and the watch ends with its signal.

import { describe, expect, test } from 'vitest';
import type { WatchEvent } from '../../cluster/src/backend.ts';
import { applyChanges } from '../../cluster/src/differences.ts';
import type { ClusterSnapshot, ClusterUnit } from '../../cluster/src/model.ts';
import type { Subject } from './contract.ts';
import { freshName, patient, sleeper, watch } from './contract-support.ts';

/** Declares the tests of watching. */
export function describeWatch(subject: Subject): void {
	describe('watching', () => {
		test('begins with everything', async () => {
			const { events } = watch(subject, 'active');
			await expect.poll(() => events.length, slowly).toBeGreaterThan(0);
			const [first] = events;
			expect(first?.kind).toBe('snapshot');
			const names = first?.kind === 'snapshot' ? first.snapshot.units.map(({ name }) => name) : [];
			expect(names).toEqual((await subject().units(patient)).map(({ name }) => name));
		});

		test('tells of a unit that comes, changes and goes, in that order', async () => {
			const { events } = watch(subject, 'active');
			const backend = subject();
			await expect.poll(() => events.length, slowly).toBeGreaterThan(0);
			const name = freshName('watched');
			const seen = { kind: 'anything' } as const;
			await backend.submit({ name, options: sleeper('a'), seen: { kind: 'absent' } }, patient);
			await expect.poll(() => wishes(events, name), slowly).toEqual(['inactive']);
			await backend.setDesiredState(name, 'loaded', seen, patient);
			await expect.poll(() => wishes(events, name), slowly).toEqual(['inactive', 'loaded']);
			await backend.destroy(name, seen, patient);
			await expect.poll(() => wishes(events, name), slowly).toEqual(['inactive', 'loaded', 'gone']);
		});

		test('what it tells adds up to what is there', async () => {
			const { events } = watch(subject, 'active');
			const backend = subject();
			await expect.poll(() => events.length, slowly).toBeGreaterThan(0);
			for (const word of ['b', 'a', 'c']) {
				const unit = { name: freshName(word), options: sleeper(word), seen: { kind: 'absent' } as const };
				await backend.submit(unit, patient);
			}
			const there = (await backend.units(patient)).map(text);
			await expect.poll(() => sum(events)?.units.map(text), slowly).toEqual(there);
		});

		test('ends with its signal, without an error', async () => {
			const { events, stop, ended } = watch(subject, 'active');
			await expect.poll(() => events.length, slowly).toBeGreaterThan(0);
			stop();
			await ended;
			expect(events.filter(({ kind }) => kind === 'trouble')).toEqual([]);
		});
	});
}

const slowly = { timeout: 15_000, interval: 20 };

/** The desired states that a watch told of a unit, repetitions (such as of a new current state) left out. */
function wishes(events: readonly WatchEvent[], name: string): readonly string[] {
	const told = events
		.flatMap((event) => (event.kind === 'changes' ? event.changes : []))
		.flatMap((change) => (change.kind === 'unit' && change.name === name ? [change.unit?.desiredState ?? 'gone'] : []));
	return told.filter((wish, index) => wish !== told[index - 1]);
}

function sum(events: readonly WatchEvent[]): ClusterSnapshot | undefined {
	return events.reduce<ClusterSnapshot | undefined>((snapshot, event) => {
		if (event.kind === 'snapshot') return event.snapshot;
		return event.kind === 'changes' && snapshot ? applyChanges(snapshot, event.changes) : snapshot;
	}, undefined);
}

function text({ name, hash, desiredState }: ClusterUnit): string {
	return `${name} ${hash} ${desiredState}`;
}
