// What changed between two snapshots, applied to the first, gives the second.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChanges, differences, emptySnapshot } from '../../cluster/src/differences.ts';
import { hashOf } from '../../cluster/src/hash.ts';
import type { ClusterMachine, ClusterSnapshot, ClusterUnit, UnitState } from '../../cluster/src/model.ts';
import { compareTexts } from '../../core/src/fleet/text-order.ts';

const id = fc.constantFrom('m1', 'm2', 'm3');
const name = fc.constantFrom('a.service', 'a.service.service', 'a@1.service', 'b.timer');
const word = fc.constantFrom('inactive', 'loaded', 'launched');

const machine: fc.Arbitrary<ClusterMachine> = fc.record(
	{
		id,
		metadata: fc.dictionary(fc.constantFrom('role', 'zone'), fc.constantFrom('', 'web')),
		primaryIP: fc.constantFrom('10.0.0.1', '10.0.0.2'),
		fleetVersion: fc.constantFrom('v0.11.8', 'v1.0.0'),
	},
	{ requiredKeys: ['id', 'metadata'], noNullPrototype: true },
);

const unit: fc.Arbitrary<ClusterUnit> = fc
	.record(
		{ name, value: fc.constantFrom('1', '2'), desiredState: word, currentState: word, machineId: id },
		{ requiredKeys: ['name', 'value', 'desiredState'], noNullPrototype: true },
	)
	.map(({ value, ...rest }) => {
		const options = [{ section: 'Unit', name: 'A', value }];
		return { ...rest, options, hash: hashOf(options), global: false };
	});

const state: fc.Arbitrary<UnitState> = fc.record(
	{ name, machineId: id, load: word, active: word, sub: word, hash: fc.constantFrom('h1', 'h2') },
	{ requiredKeys: ['name', 'machineId', 'load', 'active', 'sub'], noNullPrototype: true },
);

const snapshot: fc.Arbitrary<ClusterSnapshot> = fc.record(
	{ machines: listOf(machine, ['id']), units: listOf(unit, ['name']), states: listOf(state, ['name', 'machineId']) },
	{ noNullPrototype: true },
);

test('what changed leads from the one to the other', () => {
	fc.assert(
		fc.property(snapshot, snapshot, (before, after) => {
			expect(applyChanges(before, differences(before, after))).toEqual(after);
		}),
	);
});

test('nothing changed between a snapshot and its copy', () => {
	fc.assert(
		fc.property(snapshot, (one) => {
			expect(differences(one, structuredClone(one))).toEqual([]);
		}),
	);
});

test('each thing is told at most once', () => {
	fc.assert(
		fc.property(snapshot, snapshot, (before, after) => {
			const told = differences(before, after).map((change) =>
				change.kind === 'machine'
					? change.id
					: `${change.kind} ${change.name} ${'machineId' in change && change.machineId}`,
			);
			expect(told.length).toBe(new Set(told).size);
		}),
	);
});

test('what did not change stays the same object', () => {
	fc.assert(
		fc.property(snapshot, snapshot, (before, after) => {
			const result = applyChanges(before, differences(before, after));
			const kept = before.units.filter((one) =>
				after.units.some((other) => JSON.stringify(one) === JSON.stringify(other)),
			);
			for (const one of kept) expect(result.units).toContain(one);
		}),
	);
});

test('no change gives back the very snapshot', () => {
	expect(applyChanges(emptySnapshot, [])).toBe(emptySnapshot);
});

/** A list as snapshots have it: each thing once, in the order of its keys. */
function listOf<T>(item: fc.Arbitrary<T>, keys: readonly (keyof T)[]): fc.Arbitrary<readonly T[]> {
	const keyOf = (one: T): string => keys.map((key) => one[key]).join(' ');
	const items = fc.uniqueArray(item, { selector: keyOf, maxLength: 6 });
	return items.map((list) => [...list].sort((one, other) => compareTexts(keyOf(one), keyOf(other))));
}
