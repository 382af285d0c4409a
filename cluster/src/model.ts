// What a cluster is made of, by whatever road it was read: machines, units and what systemd says of them. Shapes only.
// The words are fleet's (schema v1) and systemd's; a cluster of plain systemd hosts fits the same shapes with less.

import type { DesiredState, Machine, UnitOption } from '../../core/src/fleet/model.ts';

export type { DesiredState, Machine, UnitOption } from '../../core/src/fleet/model.ts';

/** A machine with what only some roads tell of it. */
export interface ClusterMachine extends Machine {
	/** Release of the fleetd there, such as `v1.0.0`; the HTTP API does not tell it for single machines. */
	readonly fleetVersion?: string;
}

/** What fleet made of a wish, derived when it is read: `launched` means that fleet asked for a start, no more. */
export type CurrentState = DesiredState;

/** A unit as the registry has it. */
export interface ClusterUnit {
	readonly name: string;
	readonly options: readonly UnitOption[];
	/** SHA-1 of the canonical text, 40 hexadecimal digits. */
	readonly hash: string;
	readonly desiredState: DesiredState;
	/** Absent for global units, whose current state means nothing. */
	readonly currentState?: CurrentState;
	/** ID of the machine that it is scheduled to; absent for global and unscheduled units. */
	readonly machineId?: string;
	readonly global: boolean;
}

/** What one machine says of one unit, verbatim from systemd. */
export interface UnitState {
	readonly name: string;
	readonly machineId: string;
	/** Hash of the text that the machine has loaded; absent where it was not reported. */
	readonly hash?: string;
	/** `loaded`, `not-found`, `error`, `masked`, … */
	readonly load: string;
	/** `active`, `reloading`, `inactive`, `failed`, `activating`, `deactivating`. */
	readonly active: string;
	/** Depends on the kind of unit: `running`, `dead`, `exited`, `auto-restart`, … */
	readonly sub: string;
}

/** Everything that was true at one moment. Each list is in the order of its names or IDs. */
export interface ClusterSnapshot {
	readonly machines: readonly ClusterMachine[];
	readonly units: readonly ClusterUnit[];
	readonly states: readonly UnitState[];
}

/** One difference between two moments; a value that is absent is gone. */
export type ClusterChange =
	| { readonly kind: 'machine'; readonly id: string; readonly machine: ClusterMachine | undefined }
	| { readonly kind: 'unit'; readonly name: string; readonly unit: ClusterUnit | undefined }
	| {
			readonly kind: 'state';
			readonly name: string;
			readonly machineId: string;
			readonly state: UnitState | undefined;
	  };

/** One line of a unit's journal. */
export interface JournalLine {
	/** Milliseconds since 1970, as the machine's clock has it. */
	readonly at: number;
	readonly unit: string;
	readonly machineId: string;
	readonly message: string;
	/** 0 (emergency) … 7 (debug), as in syslog(3). */
	readonly priority: number;
	/** Who wrote it, such as `docker` or `systemd`. */
	readonly identifier?: string;
	/** Process that wrote it. */
	readonly pid?: number;
	/** Where to go on after a lost connection (`__CURSOR` of journalctl). */
	readonly cursor?: string;
}

/** Which lines of a journal are wanted. */
export interface JournalOptions {
	/** How many of the last lines to begin with; all when absent. */
	readonly lines?: number;
	/** Go on as new lines come, until the signal is aborted. */
	readonly follow?: boolean;
	/** Only lines after that moment, in milliseconds since 1970. */
	readonly since?: number;
	/** Only lines of that priority or more urgent. */
	readonly priority?: number;
	/** Only lines after that one. */
	readonly afterCursor?: string;
}

/** What only a look into the registry itself shows; for the doctor. */
export interface RegistryHealth {
	/** Machine that leads the engine; absent when no lease is held. */
	readonly leader?: string;
	/** Version that the engines agreed on; this fleet speaks 1. */
	readonly engineVersion?: number;
	/** Units that stand in the registry and that fleet's API hides, with the reason. */
	readonly ghosts: readonly GhostUnit[];
	/** Hashes of unit texts that no unit uses. */
	readonly orphanHashes: readonly string[];
	/** When a launched unit was last vouched for by its agent: unit → machine. */
	readonly heartbeats: ReadonlyMap<string, string>;
	/** Whether the agents keep their states in the leader's memory (enable_grpc), where the registry shows none. */
	readonly statesElsewhere: boolean;
}

/** A unit that is there and is not shown. */
export interface GhostUnit {
	readonly name: string;
	readonly reason: 'text does not parse' | 'text is missing' | 'unknown desired state' | 'unreadable object';
	/** The desired state that is none, or the parser's error. */
	readonly detail?: string;
}
