// A cluster as the placement map knows it: what decides where units go, and how they are in words. Shapes only, and
// nothing that cannot be sent to a page.

import type { DesiredState, FleetRelease, Machine, UnitOption } from '../../../core/src/fleet/model.ts';

/** What the map is made from. */
export interface MapCluster {
	readonly name: string;
	/** Why what is shown may be old, or nothing; empty where all is well. */
	readonly trouble: string;
	readonly release: FleetRelease;
	readonly machines: readonly Machine[];
	readonly units: readonly MapUnit[];
	readonly can: MapAbilities;
	/** Names of templates of which this workspace has the file. */
	readonly localTemplates: readonly string[];
}

/** What can be done to the cluster from here. */
export interface MapAbilities {
	readonly setMetadata: boolean;
	readonly changeUnits: boolean;
}

/** A unit of the registry. */
export interface MapUnit {
	readonly name: string;
	/** Its options in [X-Fleet], and no others. */
	readonly asks: readonly UnitOption[];
	readonly desiredState: DesiredState;
	/** Absent for global and unscheduled units. */
	readonly machineId?: string;
	/** How it is: `active (running)`, `not scheduled`. */
	readonly condition: string;
	/** How it is on each machine that tells of it, by machine ID. */
	readonly on: Readonly<Record<string, string>>;
}
