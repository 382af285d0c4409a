// Who is on which machine during one pass of the engine, and what is counted about it. fleet works the loads out anew
// for each decision; here they are kept up to date while units move, and the answers are the same. Made for one pass and
// thrown away: the cluster that it was made from stays as it is. What fleet decides from it: board.ts.

import { type Crowd, createCrowd } from './crowd.ts';
import type { GlobIndex } from './glob-index.ts';
import { createLoadOrder, type LoadOrder } from './load-order.ts';
import { isCounted, meetsMetadata } from './machine-load.ts';
import { type Cluster, type FleetRelease, isFleetAtLeast } from './model.ts';
import { type NumberedCluster, numberCluster } from './numbered-cluster.ts';

/** The machines with the units on them, all by their numbers. */
export interface Floor {
	readonly cluster: NumberedCluster;
	readonly release: FleetRelease;
	/** The machine that each unit counts on. Globals have none. */
	readonly places: (number | undefined)[];
	/** Of each machine the units that count there, globals among them. */
	readonly residents: readonly Set<number>[];
	readonly conflicts: Crowd;
	/** Absent before v0.13, which knows no `Replaces`. */
	readonly replaces: Crowd | undefined;
	readonly globals: readonly number[];
	/** Whether the coming and going of a unit changes which globals a machine has. */
	readonly stirsGlobals: (unit: number) => boolean;
	/** Made when first asked for: until then nobody needs to keep it up to date. */
	order: LoadOrder | undefined;
}

/** Sets a cluster up. */
export function createFloor(of: Cluster, release: FleetRelease): Floor {
	const cluster = numberCluster(of);
	const { units, machines, conflicts, replaces } = cluster;
	const globals = units.flatMap(({ requirements }, number) => (requirements.global ? [number] : []));
	const floor: Floor = {
		cluster,
		release,
		places: units.map(() => undefined),
		residents: machines.map(() => new Set()),
		conflicts: createCrowd(conflicts),
		replaces: isFleetAtLeast(release, '0.13') ? createCrowd(replaces) : undefined,
		globals,
		stirsGlobals: heedsConflictsOfGlobals(release) ? rivalsAmong(globals, conflicts) : () => false,
		order: undefined,
	};
	settle(floor);
	return floor;
}

/** Puts a unit on a machine, or (`undefined`) on none. */
export function move(floor: Floor, unit: number, to: number | undefined): void {
	const from = floor.places[unit];
	if (from !== undefined) leave(floor, unit, from);
	floor.places[unit] = to;
	if (to !== undefined) enter(floor, unit, to);
	if (!floor.stirsGlobals(unit)) return;
	for (const machine of [from, to]) if (machine !== undefined) admitGlobals(floor, machine);
}

/** Whether a unit counts on a machine. */
export function isResident({ residents }: Floor, unit: number, machine: number): boolean {
	return residents[machine]?.has(unit) ?? false;
}

/** Whether a unit has a peer that is missing on a machine, or a rival there. */
export function isRefused(floor: Floor, unit: number, machine: number): boolean {
	const peers = floor.cluster.peers[unit] ?? [];
	if (peers.some((peer) => peer === undefined || !isResident(floor, peer, machine))) return true;
	return floor.conflicts.hasRival(unit, machine, isResident(floor, unit, machine));
}

/** Whether a unit may want to replace a resident of a machine, or one of them it. */
export function mayReplace(floor: Floor, unit: number, machine: number): boolean {
	return floor.replaces?.hasRival(unit, machine, isResident(floor, unit, machine)) ?? false;
}

/** The machines in the order of their loads. */
export function loadOrder(floor: Floor): LoadOrder {
	floor.order ??= createLoadOrder(floor.residents.map(({ size }) => size));
	return floor.order;
}

function settle(floor: Floor): void {
	const { units, machines, finder } = floor.cluster;
	for (const [number, unit] of units.entries()) {
		const machine = isCounted(unit) ? finder.numberOf(unit.machineId ?? '') : undefined;
		if (machine === undefined) continue;
		floor.places[number] = machine;
		enter(floor, number, machine);
	}
	for (const machine of machines.keys()) admitGlobals(floor, machine);
}

function enter(floor: Floor, unit: number, machine: number): void {
	if (isResident(floor, unit, machine)) return;
	floor.residents[machine]?.add(unit);
	floor.conflicts.add(unit, machine);
	floor.replaces?.add(unit, machine);
	floor.order?.change(machine, 1);
}

function leave(floor: Floor, unit: number, machine: number): void {
	if (!floor.residents[machine]?.delete(unit)) return;
	floor.conflicts.remove(unit, machine);
	floor.replaces?.remove(unit, machine);
	floor.order?.change(machine, -1);
}

/** Takes the globals of a machine off and lets them in again by name, as its agent would. */
function admitGlobals(floor: Floor, number: number): void {
	const { units, machines } = floor.cluster;
	const machine = machines[number];
	if (machine === undefined) return;
	const heedsConflicts = heedsConflictsOfGlobals(floor.release);
	for (const global of floor.globals) leave(floor, global, number);
	for (const global of floor.globals) {
		const unit = units[global];
		if (unit === undefined || !meetsMetadata(machine, unit.requirements.metadata)) continue;
		if (!heedsConflicts || !floor.conflicts.hasRival(global, number, false)) enter(floor, global, number);
	}
}

function heedsConflictsOfGlobals(release: FleetRelease): boolean {
	return isFleetAtLeast(release, '1.0');
}

/** Whether a unit conflicts with some global. */
function rivalsAmong(globals: readonly number[], index: GlobIndex): (unit: number) => boolean {
	const global = new Set(globals);
	const touches = (list: readonly number[]) => list.some((one) => global.has(one));
	const declaredByGlobal = index.owners.map(touches);
	const matchingGlobal = index.names.map(touches);
	return (unit) =>
		(index.declared[unit]?.some((glob) => matchingGlobal[glob]) ?? false) ||
		(index.matching[unit]?.some((glob) => declaredByGlobal[glob]) ?? false);
}
