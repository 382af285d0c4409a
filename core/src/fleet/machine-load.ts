// What fleet counts as being on a machine. Nothing that a unit costs or does there plays a part: a failed unit counts
// as much as a running one.

import {
	type Cluster,
	type ClusterUnit,
	type FleetRelease,
	isFleetAtLeast,
	latestFleetRelease,
	type Machine,
	type Requirements,
} from './model.ts';
import { conflictsWithAny } from './rivalry.ts';
import { compareNames } from './text-order.ts';

/** The units that are counted on a machine, by name. */
export type MachineLoad = ReadonlyMap<string, ClusterUnit>;

/**
 * The load of each machine, by its ID: the units scheduled there that are wanted at all, and the global units whose
 * metadata fits. Since v1.0 a global that conflicts with what is there already is left out; before, it counted.
 * The desired state of globals is not looked at: even an inactive one counts, and so does an inactive template.
 */
export function machineLoads(
	cluster: Cluster,
	release: FleetRelease = latestFleetRelease,
	globals: readonly ClusterUnit[] = globalUnits(cluster),
): ReadonlyMap<string, MachineLoad> {
	const loads = new Map(cluster.machines.map(({ id }) => [id, new Map<string, ClusterUnit>()]));
	for (const unit of cluster.units) {
		if (isCounted(unit)) loads.get(unit.machineId ?? '')?.set(unit.name, unit);
	}
	for (const machine of cluster.machines) addGlobals(loads.get(machine.id), machine, globals, release);
	return loads;
}

/** The global units by name, in which order agents take them. */
export function globalUnits({ units }: Cluster): readonly ClusterUnit[] {
	return units.filter(({ requirements }) => requirements.global).sort(compareNames);
}

/** Whether a unit counts on the machine that it is scheduled to; globals are counted otherwise. */
export function isCounted({ requirements, desiredState, machineId }: ClusterUnit): boolean {
	return !requirements.global && desiredState !== 'inactive' && machineId !== undefined;
}

/** Whether a machine has, for every key, one of the values asked for. */
export function meetsMetadata(machine: Machine, wanted: Requirements['metadata']): boolean {
	for (const [key, values] of wanted) {
		const has = metadataOf(machine, key);
		if (has === undefined || !values.has(has)) return false;
	}
	return true;
}

/** What a machine has for a key; a key such as `constructor` is not there just because every object has it. */
export function metadataOf({ metadata }: Machine, key: string): string | undefined {
	return Object.hasOwn(metadata, key) ? metadata[key] : undefined;
}

function addGlobals(
	load: Map<string, ClusterUnit> | undefined,
	machine: Machine,
	globals: readonly ClusterUnit[],
	release: FleetRelease,
): void {
	const heedsConflicts = isFleetAtLeast(release, '1.0');
	for (const unit of globals) {
		if (!meetsMetadata(machine, unit.requirements.metadata)) continue;
		if (heedsConflicts && load !== undefined && conflictsWithAny(unit, load.values())) continue;
		load?.set(unit.name, unit);
	}
}
