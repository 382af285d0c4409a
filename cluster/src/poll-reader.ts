// What a poller reads at a look. Machines and unit states each time: on a real fleet that takes 1 to 2 ms. Not so the
// list of units, for which fleet reads every unit text in its registry, page by page: 10 to 16 ms with a handful of
// units, and 0.4 to 0.7 s once large units have come and gone, because their texts stay. fleet has no list of hashes.
//
// So the units are read when there is a reason to: someone waits for the effect of an action; a state has a unit, a
// machine, a hash or an active state that it had not before (a unit was placed, moved, replaced, started or ended); or a
// machine came or went. Where the list is dear, the few units that the states speak of are read one by one (2 ms each).
// What no state shows (a unit that was submitted and not started, or that finds no machine) is found after a while,
// the sooner the more someone looks. A slow server is not asked more often than it can bear.

import type { ClusterBackend } from './backend.ts';
import type { Clock } from './clock.ts';
import { applyChanges, differences } from './differences.ts';
import { isClusterError } from './errors.ts';
import type { ClusterMachine, ClusterSnapshot, ClusterUnit, UnitState } from './model.ts';
import type { Look } from './poll-pace.ts';

/** What a poller reads from. */
export type PollSource = Pick<ClusterBackend, 'machines' | 'units' | 'states' | 'unit'>;

/** Reads the cluster, and keeps what it read. */
export interface PollReader {
	/** The cluster now. What did not change is the same object as before. */
	read(look: Look, signal: AbortSignal): Promise<ClusterSnapshot>;
}

/** A reader that has read nothing yet. */
export function createPollReader(source: PollSource, clock: Clock): PollReader {
	let known: ClusterSnapshot | undefined;
	let unitsAt = 0;
	let unitsTook = 0;

	async function readAllUnits(signal: AbortSignal): Promise<readonly ClusterUnit[]> {
		const began = clock.now();
		const units = await source.units(signal);
		unitsAt = clock.now();
		unitsTook = unitsAt - began;
		return units;
	}

	async function readUnits(need: UnitsNeed, before: readonly ClusterUnit[], signal: AbortSignal) {
		if (need.kind === 'none') return before;
		const some = need.kind === 'some' ? await readSomeUnits(source, need.names, before, signal) : undefined;
		return some ?? (await readAllUnits(signal));
	}

	return {
		read: async (look, signal) => {
			const [machines, states] = await Promise.all([source.machines(signal), source.states(signal)]);
			const isOld = clock.now() - unitsAt >= Math.max(oldAfter[look.attention], unitsTook * restPerEffort);
			const isDear = (known?.units.length ?? 0) > unitsOfOnePage || unitsTook > dearTime;
			const need = unitsNeed(known, { machines, states }, { isTime: look.isAwaited || isOld, isDear });
			const units = await readUnits(need, known?.units ?? [], signal);
			const now = { machines, units, states };
			known = known === undefined ? now : applyChanges(known, differences(known, now));
			return known;
		},
	};
}

/** Milliseconds after which the list of units is read although nothing hints at a change. */
const oldAfter = { active: 500, normal: 10_000, quiet: 60_000 } as const;

/** So many times as long as reading the units took, they are left alone. */
const restPerEffort = 10;

/** From there on the list of units is dear: several pages, or that many milliseconds. */
const unitsOfOnePage = 100;
const dearTime = 100;

/** More units than that are read as a list in any case. */
const mostSingleUnits = 8;

type UnitsNeed = { readonly kind: 'none' | 'all' } | { readonly kind: 'some'; readonly names: readonly string[] };

function unitsNeed(
	known: ClusterSnapshot | undefined,
	{ machines, states }: { readonly machines: readonly ClusterMachine[]; readonly states: readonly UnitState[] },
	{ isTime, isDear }: { readonly isTime: boolean; readonly isDear: boolean },
): UnitsNeed {
	if (known === undefined || isTime || !areSame(known.machines, machines)) return { kind: 'all' };
	const names = unitsThatMoved(known.states, states);
	if (names.length === 0) return { kind: 'none' };
	return isDear && names.length <= mostSingleUnits ? { kind: 'some', names } : { kind: 'all' };
}

/** Units with a state that is new or gone, or has another hash or active state: each may mean another current state. */
function unitsThatMoved(before: readonly UnitState[], after: readonly UnitState[]): readonly string[] {
	const [old, now] = [new Map(before.map(placed)), new Map(after.map(placed))];
	const moved = [...old, ...now].filter(([key]) => !(old.has(key) && now.has(key)));
	return [...new Set(moved.map(([, name]) => name))];
}

function placed({ name, machineId, hash = '', active }: UnitState): readonly [key: string, name: string] {
	return [`${name} ${machineId} ${hash} ${active}`, name];
}

/** The units with some of them read anew; `undefined` where one of them cannot be read alone, as a poisoned one. */
async function readSomeUnits(
	source: PollSource,
	names: readonly string[],
	before: readonly ClusterUnit[],
	signal: AbortSignal,
): Promise<readonly ClusterUnit[] | undefined> {
	try {
		const found = await Promise.all(names.map((name) => source.unit(name, signal)));
		const changes = names.map((name, index) => ({ kind: 'unit', name, unit: found[index] }) as const);
		return applyChanges({ machines: [], units: before, states: [] }, changes).units;
	} catch (error) {
		if (isClusterError(error, 'protocol')) return undefined;
		throw error;
	}
}

function areSame(before: readonly ClusterMachine[], after: readonly ClusterMachine[]): boolean {
	return before.length === after.length && before.every(({ id }, index) => id === after[index]?.id);
}
