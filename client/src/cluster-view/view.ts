// What is known of one cluster at a moment, and how the user wants to see it: everything that the tree is made from.
// Shapes only; who keeps them up to date is not known here.

import type { ClusterSnapshot } from '../../../cluster/src/model.ts';
import type { Finding } from '../../../cluster/src/operations/doctor/finding.ts';

/** One cluster. */
export interface ClusterView {
	/** Unique among the clusters and the same after a restart. */
	readonly id: string;
	readonly name: string;
	/** Where it is: `unix:///var/run/fleet.sock`, `core@10.0.0.1`. */
	readonly address: string;
	readonly readOnly: boolean;
	readonly production: boolean;
	/** `settings`: can be removed from there; `environment`: said by FLEETCTL_*; `practice`: simulated in this editor. */
	readonly origin: 'settings' | 'environment' | 'practice';
	/** What its backend can do, as the words of `Capability`. */
	readonly capabilities: ReadonlySet<string>;
	readonly connection: Connection;
	/** Absent until it was read once. */
	readonly snapshot?: ClusterSnapshot;
	/** Milliseconds since that was read; absent where it is connected and was looked at within a minute. */
	readonly age?: number;
	/** The place that it is reached from, where that is not the person's own computer: `core-1 (SSH)`. */
	readonly host?: string;
	/** The program and arguments by which a person logs in to the host on the way; absent where there is none. */
	readonly login?: readonly string[];
	/** What is wrong with the cluster as a whole. */
	readonly findings: readonly Finding[];
	/** Why units failed, as far as their machines told, by `reasonKey`. */
	readonly reasons: ReadonlyMap<string, string>;
	/** Hashes of the unit files of the workspace, by unit name. */
	readonly localFiles: ReadonlyMap<string, LocalFile>;
}

/** The id of the practice cluster, which no other cluster has, whatever it is called. */
export const practiceId = 'practice';

/** What a reason is kept by: the unit and the machine that it failed on. */
export function reasonKey(unit: string, machineId: string): string {
	return `${unit} ${machineId}`;
}

/** How things stand with the cluster. `lost`: it was read before, and cannot be for now. */
export type Connection =
	| { readonly kind: 'idle' }
	| { readonly kind: 'connecting' }
	| { readonly kind: 'connected' }
	| { readonly kind: 'failed'; readonly failure: Failure }
	| { readonly kind: 'lost'; readonly failure: Failure };

/** Why a cluster cannot be read. */
export interface Failure {
	/** The kinds of `ClusterError`. */
	readonly kind: string;
	readonly message: string;
	readonly advice?: string;
}

/** A unit file of the workspace that has a unit's name. */
export interface LocalFile {
	readonly path: string;
	/** fleet's hash; absent where fleet cannot read the file. */
	readonly hash?: string;
}

/** How units are sorted into groups. */
export type GroupBy = 'machine' | 'template' | 'state' | 'file' | 'none';

/** How the user wants to see a cluster. */
export interface ViewOptions {
	readonly groupBy: GroupBy;
	/** Words that a unit or machine must all have somewhere; empty for everything. */
	readonly filter: string;
}
