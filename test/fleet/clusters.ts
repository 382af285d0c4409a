// Clusters in a few lines: units are written as a name and the lines of their [X-Fleet] section.

import {
	type Cluster,
	type ClusterUnit,
	type DesiredState,
	type FleetRelease,
	latestFleetRelease,
	type Machine,
	type Requirements,
} from '../../core/src/fleet/model.ts';
import { readOptions } from '../../core/src/fleet/options.ts';
import { requirementsOf } from '../../core/src/fleet/requirements.ts';

/** What the lines of an [X-Fleet] section ask for. */
export function requirementsFrom(
	lines: string,
	name?: string,
	release: FleetRelease = latestFleetRelease,
): Requirements {
	const { options } = readOptions(`[X-Fleet]\n${lines}\n`, release);
	return requirementsOf(options, name, release);
}

/** A launched unit; `machineId` and `desiredState` may be given. */
export function unit(
	name: string,
	lines = '',
	more: { machineId?: string; desiredState?: DesiredState; release?: FleetRelease } = {},
): ClusterUnit {
	const { release = latestFleetRelease, ...rest } = more;
	return { name, requirements: requirementsFrom(lines, name, release), desiredState: 'launched', ...rest };
}

/** Machines by ID, with `key=value` pairs. */
export function machines(written: Readonly<Record<string, string>>): readonly Machine[] {
	return Object.entries(written).map(([id, pairs]) => ({
		id,
		metadata: Object.fromEntries(
			pairs
				.split(' ')
				.filter((pair) => pair !== '')
				.map((pair) => pair.split('=')),
		),
	}));
}

/** A cluster of machines without metadata. */
export function clusterOf(ids: readonly string[], units: readonly ClusterUnit[]): Cluster {
	return { machines: ids.map((id) => ({ id, metadata: {} })), units };
}
