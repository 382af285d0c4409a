// A snapshot as fleet's engine sees it, for everything that is worked out with core/src/fleet.

import {
	type Cluster,
	type FleetRelease,
	latestFleetRelease,
	type ClusterUnit as ScheduledUnit,
} from '../../../core/src/fleet/model.ts';
import { requirementsOf } from '../../../core/src/fleet/requirements.ts';
import type { ClusterBackend } from '../backend.ts';
import type { ClusterSnapshot, ClusterUnit } from '../model.ts';
import { releaseOf } from '../release.ts';

/** The cluster that the engine would see. It is made once for each snapshot. */
export function toCluster(snapshot: ClusterSnapshot, release: FleetRelease): Cluster {
	const made = clusters.get(snapshot) ?? new Map<FleetRelease, Cluster>();
	const { machines, units } = snapshot;
	const cluster = made.get(release) ?? { machines, units: units.map((unit) => toScheduledUnit(unit, release)) };
	clusters.set(snapshot, made.set(release, cluster));
	return cluster;
}

const clusters = new WeakMap<ClusterSnapshot, Map<FleetRelease, Cluster>>();

/** A unit as the engine sees it. */
export function toScheduledUnit(unit: ClusterUnit, release: FleetRelease): ScheduledUnit {
	const { name, desiredState, machineId } = unit;
	const requirements = requirementsOf(unit.options, name, release);
	return { name, requirements, desiredState, ...(machineId !== undefined && { machineId }) };
}

/** The release of fleet that a cluster has; the latest where that is not known. */
export async function releaseOn(backend: ClusterBackend, signal: AbortSignal): Promise<FleetRelease> {
	return releaseOf(await backend.version(signal)) ?? latestFleetRelease;
}
