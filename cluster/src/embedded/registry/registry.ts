// What the practice cluster's registry holds, which on a real cluster is etcd: shapes only. A registry is a value;
// changes.ts has the steps from one to the next.

import type { Machine, UnitOption } from '../../model.ts';

/** Everything that fleet keeps. */
export interface Registry {
	/** By name. */
	readonly jobs: ReadonlyMap<string, Job>;
	/** By hash. As in fleet, a text is never thrown away. */
	readonly texts: ReadonlyMap<string, UnitText>;
	/** Machines that announce themselves, by ID, with the metadata of their own configuration. */
	readonly machines: ReadonlyMap<string, ListedMachine>;
	/** Metadata set over the API, by machine ID; `''` hides a key. It outlives the machine. */
	readonly metadata: ReadonlyMap<string, ReadonlyMap<string, string>>;
	/** What machines say of their units: by machine ID, then by unit. */
	readonly states: ReadonlyMap<string, ReadonlyMap<string, ReportedState>>;
	/** Which machine vouches for a launched unit, by unit. */
	readonly heartbeats: ReadonlyMap<string, string>;
	/** How often a key that fleet watches was written: `target` and `target-state` of jobs. */
	readonly events: number;
}

/** A unit in the registry. */
export interface Job {
	readonly name: string;
	/** Of its text. */
	readonly hash: string;
	/** What was asked for. Anything but the three words poisons the unit. */
	readonly targetState: string;
	/** Machine that the engine chose. */
	readonly target?: string;
}

/** The text of a unit, read as fleet reads it. */
export interface UnitText {
	readonly raw: string;
	readonly options: readonly UnitOption[];
	/** Why fleet cannot read it, in fleet's words. */
	readonly error?: string;
}

/** A machine as it announces itself. */
export interface ListedMachine extends Machine {
	/** Release of its fleetd. */
	readonly version: string;
}

/** systemd's three words for a unit, and the text that the machine has. */
export interface ReportedState {
	readonly hash: string;
	readonly load: string;
	readonly active: string;
	readonly sub: string;
}

/** A registry in which nothing is. */
export const emptyRegistry: Registry = {
	jobs: new Map(),
	texts: new Map(),
	machines: new Map(),
	metadata: new Map(),
	states: new Map(),
	heartbeats: new Map(),
	events: 0,
};
