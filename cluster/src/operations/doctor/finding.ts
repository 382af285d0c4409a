// What the doctor finds and what it looks at. Shapes only; each check is a file beside this one.

import type { FleetRelease } from '../../../../core/src/fleet/model.ts';
import type { ClusterSnapshot, DesiredState, RegistryHealth, UnitOption } from '../../model.ts';

/** One thing that is not well. */
export interface Finding {
	/** Which check found it, such as `ghost-unit`. */
	readonly check: string;
	/** `error`: something does not work; `warning`: it will not, or not for long; `info`: good to know. */
	readonly severity: 'error' | 'warning' | 'info';
	/** Name of the unit or ID of the machine; absent where it is about the whole cluster. */
	readonly subject?: string;
	/** What is so and why that matters. */
	readonly sentence: string;
	/** What a person can do, as a phrase. */
	readonly advice?: string;
	/** What the doctor can do, when asked to. */
	readonly repair?: Repair;
}

/** A repair that the doctor can do. `restore` goes past fleet, which cannot touch a poisoned unit any more. */
export type Repair =
	| { readonly kind: 'restore'; readonly name: string; readonly desiredState: DesiredState }
	| { readonly kind: 'set-desired-state'; readonly name: string; readonly desiredState: DesiredState }
	| { readonly kind: 'destroy'; readonly name: string }
	| {
			readonly kind: 'replace-text';
			readonly name: string;
			readonly hash: string;
			readonly options: readonly UnitOption[];
	  };

/** What is known of a cluster at one moment. */
export interface Evidence {
	readonly snapshot: ClusterSnapshot;
	readonly release: FleetRelease;
	/** Absent where the registry itself cannot be looked at. */
	readonly health?: RegistryHealth;
}

/** One check. */
export interface Check {
	readonly id: string;
	/** Whether what it finds may be only passing, so that it counts when it is there at a second look, too. */
	readonly isPassing: boolean;
	readonly find: (evidence: Evidence) => readonly Omit<Finding, 'check'>[];
}

/** The first eight characters of a machine's ID, as fleet shows it. */
export function shortId(machineId: string): string {
	return machineId.slice(0, 8);
}
