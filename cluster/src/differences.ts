// Two snapshots → what changed between them, and back: a snapshot and what changed → the next one. Pure; it knows
// nothing of how snapshots are read. Lists keep the order that `ClusterSnapshot` promises.

import { compareTexts } from '../../core/src/fleet/text-order.ts';
import type { ClusterChange, ClusterMachine, ClusterSnapshot, ClusterUnit, UnitState } from './model.ts';

/** A cluster of which nothing is known, or that has nothing. */
export const emptySnapshot: ClusterSnapshot = { machines: [], units: [], states: [] };

/** What changed from one moment to a later one: machines, then units, then states; of each, what is gone comes first. */
export function differences(before: ClusterSnapshot, after: ClusterSnapshot): readonly ClusterChange[] {
	return [
		...changesOf(before.machines, after.machines, machineKind),
		...changesOf(before.units, after.units, unitKind),
		...changesOf(before.states, after.states, stateKind),
	];
}

/** The snapshot after some changes. What they do not touch stays the same object. */
export function applyChanges(snapshot: ClusterSnapshot, changes: readonly ClusterChange[]): ClusterSnapshot {
	if (changes.length === 0) return snapshot;
	const machines = new Map<string, ClusterMachine | undefined>();
	const units = new Map<string, ClusterUnit | undefined>();
	const states = new Map<string, UnitState | undefined>();
	for (const change of changes) {
		if (change.kind === 'machine') machines.set(change.id, change.machine);
		else if (change.kind === 'unit') units.set(change.name, change.unit);
		else states.set(stateKey(change), change.state);
	}
	return {
		machines: withChanges(snapshot.machines, machines, machineKey),
		units: withChanges(snapshot.units, units, unitKey),
		states: withChanges(snapshot.states, states, stateKey),
	};
}

const machineKey = ({ id }: { readonly id: string }): string => id;
const unitKey = ({ name }: { readonly name: string }): string => name;

// A blank sorts before every character of a name, so that keys sort as names and then machines do.
const stateKey = ({ name, machineId }: { readonly name: string; readonly machineId: string }): string =>
	`${name} ${machineId}`;

/** How the things of one list are told apart, compared and told of. */
interface Kind<T> {
	readonly keyOf: (item: T) => string;
	readonly isSame: (one: T, other: T) => boolean;
	readonly toChange: (of: T, now: T | undefined) => ClusterChange;
}

const machineKind: Kind<ClusterMachine> = {
	keyOf: machineKey,
	isSame: (one, other) =>
		one.primaryIP === other.primaryIP &&
		one.fleetVersion === other.fleetVersion &&
		isSameRecord(one.metadata, other.metadata),
	toChange: ({ id }, machine) => ({ kind: 'machine', id, machine }),
};

const unitKind: Kind<ClusterUnit> = {
	keyOf: unitKey,
	// The hash stands for the options, and from these follows whether the unit is global.
	isSame: (one, other) =>
		one.hash === other.hash &&
		one.desiredState === other.desiredState &&
		one.currentState === other.currentState &&
		one.machineId === other.machineId,
	toChange: ({ name }, unit) => ({ kind: 'unit', name, unit }),
};

const stateKind: Kind<UnitState> = {
	keyOf: stateKey,
	isSame: (one, other) =>
		one.active === other.active && one.sub === other.sub && one.load === other.load && one.hash === other.hash,
	toChange: ({ name, machineId }, state) => ({ kind: 'state', name, machineId, state }),
};

function changesOf<T>(before: readonly T[], after: readonly T[], kind: Kind<T>): readonly ClusterChange[] {
	if (before === after) return [];
	const { keyOf, isSame, toChange } = kind;
	const old = new Map(before.map((item) => [keyOf(item), item]));
	const kept = new Set(after.map(keyOf));
	const gone = before.filter((item) => !kept.has(keyOf(item)));
	const changed = after.filter((item) => {
		const known = old.get(keyOf(item));
		return known === undefined || !isSame(known, item);
	});
	return [...gone.map((item) => toChange(item, undefined)), ...changed.map((item) => toChange(item, item))];
}

function withChanges<T>(
	items: readonly T[],
	changes: ReadonlyMap<string, T | undefined>,
	keyOf: (item: T) => string,
): readonly T[] {
	if (changes.size === 0) return items;
	const kept = items.filter((item) => !changes.has(keyOf(item)));
	const added = [...changes.values()].filter((item) => item !== undefined);
	return [...kept, ...added].sort((a, b) => compareTexts(keyOf(a), keyOf(b)));
}

function isSameRecord(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
	const keys = Object.keys(one);
	return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
