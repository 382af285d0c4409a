// The words that all of fleet's mind shares: options, requirements, machines, units and what is decided about them.
// Shapes only. They follow fleet's HTTP API v1 (schema/v1) and its scheduler, in the behaviour of fleet v1.0.0.

import type { Span } from '../syntax/span.ts';

/** Releases of fleet whose behaviour differs, oldest first. */
export const fleetReleases = ['0.8', '0.9', '0.10', '0.11', '0.12', '0.13', '1.0'] as const;

/** A release of fleet; `1.0` stands for v1.0.0 and what came after. */
export type FleetRelease = (typeof fleetReleases)[number];

/** The release that is meant where nothing else is said. */
export const latestFleetRelease: FleetRelease = '1.0';

/** Whether a release is `since` or newer. */
export function isFleetAtLeast(release: FleetRelease, since: FleetRelease): boolean {
	return fleetReleases.indexOf(release) >= fleetReleases.indexOf(since);
}

/** One `Name=value` of a unit as fleet stores and sends it (`UnitOption` of the API). */
export interface UnitOption {
	readonly section: string;
	readonly name: string;
	readonly value: string;
}

/** An option with its place in the text that it was read from. */
export interface PlacedOption extends UnitOption {
	/** The name, blanks stripped. */
	readonly nameSpan: Span;
	/** From the first to the last character of the value, continuation lines and all; empty for an empty value. */
	readonly valueSpan: Span;
}

/** What [X-Fleet] asks for, specifiers expanded where a unit name was given. */
export interface Requirements {
	/** Names of units that must be on the same machine, each exact, in the order fleet checks them. */
	readonly peers: readonly string[];
	/** Globs of units that must not be there. */
	readonly conflicts: readonly string[];
	/** Globs of units that are to make room. */
	readonly replaces: readonly string[];
	/** The only machine that will do, by its ID or the ID's first eight digits. `''` is a wish that none fulfils. */
	readonly machineId: string | undefined;
	/** Every key must have one of its values. */
	readonly metadata: ReadonlyMap<string, ReadonlySet<string>>;
	readonly global: boolean;
}

/** What a user may want a unit to be (fleet's “target state”), least first. */
export const desiredStates = ['inactive', 'loaded', 'launched'] as const;

/** One of the desired states. */
export type DesiredState = (typeof desiredStates)[number];

/** Whether a word is a desired state that fleet knows. */
export function isDesiredState(word: string): word is DesiredState {
	return desiredStates.some((state) => state === word);
}

/** A machine of a cluster, as `GET /machines` tells it. */
export interface Machine {
	readonly id: string;
	readonly primaryIP?: string;
	readonly metadata: Readonly<Record<string, string>>;
}

/** A unit of a cluster with what the scheduler knows about it. */
export interface ClusterUnit {
	readonly name: string;
	readonly requirements: Requirements;
	readonly desiredState: DesiredState;
	/** ID of the machine that it is scheduled to; absent for global and unscheduled units. */
	readonly machineId?: string;
}

/** Everything that one pass of the engine looks at. */
export interface Cluster {
	readonly machines: readonly Machine[];
	readonly units: readonly ClusterUnit[];
}
