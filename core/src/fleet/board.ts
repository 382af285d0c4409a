// A cluster on which units can be moved about during one pass of the engine. What fleet works out anew for each
// decision is kept up to date here; the answers are the same. Made for one pass and thrown away: the cluster that it
// was made from stays as it is.

import { type Crowd, createCrowd } from './crowd.ts';
import { ableToRun, type Verdict } from './eligibility.ts';
import { type GlobIndex, indexGlobs } from './glob-index.ts';
import { createLoadOrder, type LoadOrder } from './load-order.ts';
import { createMachineFinder, type MachineFinder } from './machine-finder.ts';
import { isCounted, type MachineLoad, meetsMetadata } from './machine-load.ts';
import { type Cluster, type ClusterUnit, type FleetRelease, isFleetAtLeast, type Machine } from './model.ts';
import { replacementBetween } from './rivalry.ts';
import { compareNames, compareTexts } from './text-order.ts';

/** Units and machines by number: their places among the names and the IDs in order. */
export interface Board {
	readonly units: readonly ClusterUnit[];
	readonly machines: readonly Machine[];
	/** Puts a unit on a machine, or (`undefined`) on none. */
	readonly move: (unit: number, to: number | undefined) => void;
	/** The machine that a unit counts on. Globals have none. */
	readonly placeOf: (unit: number) => number | undefined;
	readonly machineNumber: (id: string) => number | undefined;
	readonly unitNumber: (name: string) => number | undefined;
	readonly verdict: (unit: number, machine: number) => Verdict;
	/** The least loaded machine that does not refuse the unit. */
	readonly bestFor: (unit: number) => number | undefined;
	/** The least loaded of all machines but one. */
	readonly leastLoadedBut: (machine: number) => number | undefined;
}

/** Sets a cluster up. */
export function createBoard(cluster: Cluster, release: FleetRelease): Board {
	const parts = collectParts(cluster);
	const { units, machines, finder } = parts;
	const floor = createFloor(parts, release);
	const numbers = new Map(units.map(({ name }, number) => [name, number]));

	const unitAt = (number: number) => units[number] as ClusterUnit; // Numbers come from this board alone.
	const machineAt = (number: number) => machines[number] as Machine;

	function verdict(number: number, machine: number): Verdict {
		if (isUndisputed(number, machine)) return { kind: 'schedule' };
		return ableToRun(unitAt(number), machineAt(machine), decisiveResidents(number, machine), release);
	}

	/** Of all residents those that decide: peers, the first rival, the first to be replaced. */
	function decisiveResidents(number: number, machine: number): MachineLoad {
		const { requirements } = unitAt(number);
		const peers = requirements.peers.flatMap((peer) => numbers.get(peer) ?? []);
		const decisive = [...peers, floor.firstRival(number, machine), floor.firstReplacement(number, machine)];
		const residents = decisive.filter((one) => one !== undefined && floor.isResident(one, machine));
		return new Map(residents.map((one) => [unitAt(one as number).name, unitAt(one as number)]));
	}

	/** A quick yes; a no means only that one must look. */
	function isUndisputed(number: number, machine: number): boolean {
		const { requirements } = unitAt(number);
		if (requirements.machineId !== undefined || !meetsMetadata(machineAt(machine), requirements.metadata)) return false;
		return !floor.refuses(number, machine) && !floor.replaces(number, machine);
	}

	function bestFor(number: number): number | undefined {
		const takes = (machine: number) => !floor.refuses(number, machine);
		const { requirements } = unitAt(number);
		const fitting = finder.machinesFor(requirements);
		const few = besideScheduledPeer(requirements.peers)?.filter((one) => fitting?.includes(one) ?? true) ?? fitting;
		if (few === undefined) return floor.order.first(takes);
		return few.filter(takes).reduce<number | undefined>(lessLoaded, undefined);
	}

	/** One machine at most where some peer is no global, since that peer is in one place. */
	function besideScheduledPeer(peers: readonly string[]): readonly number[] | undefined {
		for (const peer of peers) {
			const number = numbers.get(peer);
			if (number === undefined) return [];
			if (unitAt(number).requirements.global) continue;
			const place = floor.placeOf(number);
			return place === undefined ? [] : [place];
		}
		return undefined;
	}

	function lessLoaded(a: number | undefined, b: number): number {
		return a !== undefined && floor.order.loadOf(a) <= floor.order.loadOf(b) ? a : b;
	}

	return {
		units,
		machines,
		move: floor.move,
		placeOf: floor.placeOf,
		machineNumber: finder.numberOf,
		unitNumber: (name) => numbers.get(name),
		verdict,
		bestFor,
		leastLoadedBut: (machine) => floor.order.first((other) => other !== machine),
	};
}

interface Parts {
	readonly units: readonly ClusterUnit[];
	readonly machines: readonly Machine[];
	readonly finder: MachineFinder;
	readonly conflicts: GlobIndex;
	readonly replaces: GlobIndex;
}

function collectParts(cluster: Cluster): Parts {
	const units = [...cluster.units].sort(compareNames);
	const machines = [...cluster.machines].sort((a, b) => compareTexts(a.id, b.id));
	const names = units.map(({ name }) => name);
	return {
		units,
		machines,
		finder: createMachineFinder(machines),
		conflicts: indexGlobs(
			names,
			units.map(({ requirements }) => requirements.conflicts),
		),
		replaces: indexGlobs(
			names,
			units.map(({ requirements }) => requirements.replaces),
		),
	};
}

/** Who is where, with everything that is counted about it. */
interface Floor {
	readonly order: LoadOrder;
	readonly isResident: (unit: number, machine: number) => boolean;
	readonly placeOf: (unit: number) => number | undefined;
	readonly move: (unit: number, to: number | undefined) => void;
	/** Whether a peer is missing there, or a rival is there. */
	readonly refuses: (unit: number, machine: number) => boolean;
	/** Whether the unit, or a resident, might want to replace the other. */
	readonly replaces: (unit: number, machine: number) => boolean;
	readonly firstRival: (unit: number, machine: number) => number | undefined;
	readonly firstReplacement: (unit: number, machine: number) => number | undefined;
}

function createFloor({ units, machines, finder, conflicts, replaces }: Parts, release: FleetRelease): Floor {
	const residents = machines.map(() => new Map<string, ClusterUnit>());
	const places: (number | undefined)[] = units.map(() => undefined);
	const conflictCrowd = createCrowd(conflicts);
	const replaceCrowd = createCrowd(replaces);
	const crowds: readonly Crowd[] = isFleetAtLeast(release, '0.13') ? [conflictCrowd, replaceCrowd] : [conflictCrowd];
	const globals = units.flatMap(({ requirements }, number) => (requirements.global ? [number] : []));
	const rivalGlobals = rivalsAmong(globals, conflicts);
	const heedsConflicts = isFleetAtLeast(release, '1.0');
	let order: LoadOrder | undefined;

	const isResident = (unit: number, machine: number) => residents[machine]?.has(units[unit]?.name ?? '') ?? false;

	function enter(number: number, machine: number): void {
		const unit = units[number];
		if (unit === undefined || isResident(number, machine)) return;
		residents[machine]?.set(unit.name, unit);
		for (const crowd of crowds) crowd.add(number, machine);
		order?.change(machine, 1);
	}

	function leave(number: number, machine: number): void {
		if (!residents[machine]?.delete(units[number]?.name ?? '')) return;
		for (const crowd of crowds) crowd.remove(number, machine);
		order?.change(machine, -1);
	}

	function admitGlobals(number: number): void {
		const machine = machines[number];
		if (machine === undefined) return;
		for (const global of globals) leave(global, number);
		for (const global of globals) {
			if (!meetsMetadata(machine, units[global]?.requirements.metadata ?? new Map())) continue;
			if (!heedsConflicts || !conflictCrowd.hasRival(global, number, false)) enter(global, number);
		}
	}

	function move(unit: number, to: number | undefined): void {
		const from = places[unit];
		if (from !== undefined) leave(unit, from);
		places[unit] = to;
		if (to !== undefined) enter(unit, to);
		if (!heedsConflicts || !rivalGlobals(unit)) return;
		for (const machine of [from, to]) if (machine !== undefined) admitGlobals(machine);
	}

	for (const [number, unit] of units.entries()) {
		const machine = isCounted(unit) ? finder.numberOf(unit.machineId ?? '') : undefined;
		if (machine === undefined) continue;
		places[number] = machine;
		enter(number, machine);
	}
	for (const number of machines.keys()) admitGlobals(number);
	order = createLoadOrder(residents.map(({ size }) => size));

	function firstReplacement(unit: number, machine: number): number | undefined {
		const replacesOrIsReplaced = (other: number) => {
			const [one, two] = [units[unit], units[other]];
			return one !== undefined && two !== undefined && replacementBetween(one, two) !== undefined;
		};
		return firstRelated(replaces, unit, (other) => isResident(other, machine) && replacesOrIsReplaced(other));
	}

	return {
		order,
		isResident,
		placeOf: (unit) => places[unit],
		move,
		refuses(unit, machine) {
			const peers = units[unit]?.requirements.peers ?? [];
			if (peers.some((peer) => !residents[machine]?.has(peer))) return true;
			return conflictCrowd.hasRival(unit, machine, isResident(unit, machine));
		},
		replaces: (unit, machine) =>
			crowds.includes(replaceCrowd) && replaceCrowd.hasRival(unit, machine, isResident(unit, machine)),
		firstRival: (unit, machine) => firstRelated(conflicts, unit, (other) => isResident(other, machine)),
		firstReplacement,
	};
}

/** The first other unit that passes a test, of those that a unit's globs match and those whose globs match it. */
function firstRelated(index: GlobIndex, unit: number, test: (other: number) => boolean): number | undefined {
	const named = (index.declared[unit] ?? []).map((glob) => index.names[glob]);
	const naming = (index.matching[unit] ?? []).map((glob) => index.owners[glob]);
	const firsts = [...named, ...naming].map((list) => list?.find((other) => other !== unit && test(other)));
	return firsts.reduce(
		(best, one) => (best === undefined || (one !== undefined && one < best) ? one : best),
		undefined,
	);
}

/** Whether a unit conflicts with some global, so that its coming and going changes which globals a machine has. */
function rivalsAmong(globals: readonly number[], index: GlobIndex): (unit: number) => boolean {
	const global = new Set(globals);
	const touches = (lists: readonly (readonly number[])[], glob: number) => lists[glob]?.some((one) => global.has(one));
	const declaredByGlobal = index.owners.map((_, glob) => touches(index.owners, glob) ?? false);
	const matchingGlobal = index.names.map((_, glob) => touches(index.names, glob) ?? false);
	return (unit) =>
		(index.declared[unit]?.some((glob) => matchingGlobal[glob]) ?? false) ||
		(index.matching[unit]?.some((glob) => declaredByGlobal[glob]) ?? false);
}
