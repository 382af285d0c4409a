// What fleet decides about a unit from who is on which machine: whether a machine may run it, and which is the best. The
// answers are those of eligibility.ts, found without looking at every resident of every machine.

import { ableToRun, type Verdict } from './eligibility.ts';
import { type Floor, isRefused, isResident, loadOrder, mayReplace } from './floor.ts';
import type { GlobIndex } from './glob-index.ts';
import { type MachineLoad, meetsMetadata } from './machine-load.ts';
import type { ClusterUnit, Machine } from './model.ts';
import { replacementBetween } from './rivalry.ts';

/** What fleet thinks of a unit on a machine. */
export function verdictOn(floor: Floor, unit: number, machine: number): Verdict {
	if (isUndisputed(floor, unit, machine)) return { kind: 'schedule' };
	return ableToRun(unitAt(floor, unit), machineAt(floor, machine), decisiveLoad(floor, unit, machine), floor.release);
}

/** The least loaded machine that does not refuse a unit; `undefined` if all do. */
export function bestMachine(floor: Floor, unit: number): number | undefined {
	const takes = (machine: number) => !isRefused(floor, unit, machine);
	const candidates = fewMachines(floor, unit);
	if (candidates === undefined) return loadOrder(floor).first(takes);
	const { loadOf } = loadOrder(floor);
	return candidates
		.filter(takes)
		.reduce<number | undefined>(
			(best, one) => (best === undefined || loadOf(one) < loadOf(best) ? one : best),
			undefined,
		);
}

/** The least loaded of all machines but one. */
export function leastLoadedBut(floor: Floor, machine: number): number | undefined {
	return loadOrder(floor).first((other) => other !== machine);
}

/** A quick yes; a no means only that one must look. */
function isUndisputed(floor: Floor, unit: number, machine: number): boolean {
	const { requirements } = unitAt(floor, unit);
	if (requirements.machineId !== undefined) return false;
	if (!meetsMetadata(machineAt(floor, machine), requirements.metadata)) return false;
	return !isRefused(floor, unit, machine) && !mayReplace(floor, unit, machine);
}

/** Of all residents those that decide: the peers, the first rival, the first to be replaced. */
function decisiveLoad(floor: Floor, unit: number, machine: number): MachineLoad {
	const peers = floor.cluster.peers[unit] ?? [];
	const decisive = [...peers, firstRival(floor, unit, machine), firstReplacement(floor, unit, machine)];
	const residents = decisive.flatMap((one) => {
		return one !== undefined && isResident(floor, one, machine) ? [unitAt(floor, one)] : [];
	});
	return new Map(residents.map((resident) => [resident.name, resident]));
}

function firstRival(floor: Floor, unit: number, machine: number): number | undefined {
	return firstRelated(floor.cluster.conflicts, unit, (other) => isResident(floor, other, machine));
}

function firstReplacement(floor: Floor, unit: number, machine: number): number | undefined {
	const one = unitAt(floor, unit);
	return firstRelated(floor.cluster.replaces, unit, (other) => {
		return isResident(floor, other, machine) && replacementBetween(one, unitAt(floor, other)) !== undefined;
	});
}

/** The first other unit that passes a test, of those that a unit's globs match and those whose globs match it. */
function firstRelated(index: GlobIndex, unit: number, test: (other: number) => boolean): number | undefined {
	const named = (index.declared[unit] ?? []).map((glob) => index.names[glob]);
	const naming = (index.matching[unit] ?? []).map((glob) => index.owners[glob]);
	const firsts = [...named, ...naming].flatMap((list) => list?.find((other) => other !== unit && test(other)) ?? []);
	return firsts.length === 0 ? undefined : Math.min(...firsts);
}

/** The machines that requirements and peers leave over; absent where any may do. */
function fewMachines(floor: Floor, unit: number): readonly number[] | undefined {
	const fitting = floor.cluster.finder.machinesFor(unitAt(floor, unit).requirements);
	const beside = besidePeers(floor, unit);
	return beside?.filter((machine) => fitting?.includes(machine) ?? true) ?? fitting;
}

/** One machine at most where some peer is no global, since that peer is in one place. */
function besidePeers(floor: Floor, unit: number): readonly number[] | undefined {
	for (const peer of floor.cluster.peers[unit] ?? []) {
		if (peer === undefined) return [];
		if (unitAt(floor, peer).requirements.global) continue;
		const place = floor.places[peer];
		return place === undefined ? [] : [place];
	}
	return undefined;
}

// Numbers come from the floor's own cluster alone.
function unitAt({ cluster }: Floor, number: number): ClusterUnit {
	return cluster.units[number] as ClusterUnit;
}

function machineAt({ cluster }: Floor, number: number): Machine {
	return cluster.machines[number] as Machine;
}
