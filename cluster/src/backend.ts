// The one interface behind which every cluster stands, by whatever API and transport it is reached. What a cluster
// cannot do, it says in `capabilities`; callers ask there first, and what is called without it is refused.

import type {
	ClusterChange,
	ClusterMachine,
	ClusterSnapshot,
	ClusterUnit,
	DesiredState,
	JournalLine,
	JournalOptions,
	RegistryHealth,
	UnitOption,
	UnitState,
} from './model.ts';

/**
 * What not every cluster can do. `schedule`: places units by itself (fleet); `submit`: takes new units; `metadata`:
 * machine metadata can be changed; `push`: changes arrive without polling; `registry`: its health can be looked at;
 * `repair`: poisoned units can be mended; `journal`, `status`, `shell`: its machines can be reached.
 */
export type Capability =
	| 'schedule'
	| 'submit'
	| 'metadata'
	| 'push'
	| 'registry'
	| 'repair'
	| 'journal'
	| 'status'
	| 'shell';

/**
 * One cluster. Every call may be aborted and has a time limit; every failure is a `ClusterError`. Reads are tried
 * again, writes never: a write whose answer was lost is reported as `unknown`, with the way to find out.
 */
export interface ClusterBackend {
	/** What people call it: `unix:///var/run/fleet.sock`, `core@10.0.0.1`. */
	readonly label: string;
	readonly capabilities: ReadonlySet<Capability>;

	/** Release of fleet there, such as `v1.0.0`, as far as it is known by now. */
	version(signal: AbortSignal): Promise<string | undefined>;
	machines(signal: AbortSignal): Promise<readonly ClusterMachine[]>;
	units(signal: AbortSignal): Promise<readonly ClusterUnit[]>;
	/** States of all units; with a unit's name, at least those of that unit. */
	states(signal: AbortSignal, unitName?: string): Promise<readonly UnitState[]>;
	/** One unit, or `undefined` where there is none of that name. */
	unit(name: string, signal: AbortSignal): Promise<ClusterUnit | undefined>;

	/** Creates a unit, or replaces its text. Resolves to what the write did. */
	submit(submission: Submission, signal: AbortSignal): Promise<WriteResult>;
	setDesiredState(name: string, state: DesiredState, seen: Seen, signal: AbortSignal): Promise<WriteResult>;
	destroy(name: string, seen: Seen, signal: AbortSignal): Promise<WriteResult>;
	/** Sets metadata of a machine; `undefined` removes the key. Capability `metadata`. */
	setMetadata(
		machineId: string,
		metadata: Readonly<Record<string, string | undefined>>,
		signal: AbortSignal,
	): Promise<void>;

	/**
	 * Everything once, then what changes, until the signal is aborted, which ends it without an error. Trouble does not
	 * end it: it is told, and the watch goes on when the cluster is back.
	 */
	watch(options: WatchOptions, signal: AbortSignal): AsyncIterable<WatchEvent>;

	/**
	 * Lines of a unit's journal on one machine. When lines are followed, the signal ends it without an error. Capability
	 * `journal`.
	 */
	journal(unit: string, machineId: string, options: JournalOptions, signal: AbortSignal): AsyncIterable<JournalLine>;
	/** What `systemctl status` says of a unit on one machine. Capability `status`. */
	status(unit: string, machineId: string, signal: AbortSignal): Promise<CommandResult>;
	/** The program and arguments that open a shell on a machine, or run a command there. Capability `shell`. */
	shellCommand(machineId: string, command: readonly string[], signal: AbortSignal): Promise<readonly string[]>;
	/** Capability `registry`. */
	health(signal: AbortSignal): Promise<RegistryHealth>;
	/** Gives a poisoned unit a desired state again. Capability `repair`. */
	repairDesiredState(name: string, state: DesiredState, signal: AbortSignal): Promise<void>;

	/** Ends connections and processes. Calls that are under way end as `cancelled`. */
	dispose(): Promise<void>;
}

/** A unit to be stored. */
export interface Submission {
	readonly name: string;
	readonly options: readonly UnitOption[];
	/** What the unit shall be from then on. Absent: `inactive` for a new unit; for a known one, what it is now. */
	readonly desiredState?: DesiredState;
	readonly seen: Seen;
}

/**
 * What the user saw before the write: the unit's hash, `absent`, or `anything` where it does not matter. When the
 * cluster has another by now, the write is not done and fails as a `conflict`.
 */
export type Seen =
	| { readonly kind: 'hash'; readonly hash: string }
	| { readonly kind: 'absent' }
	| { readonly kind: 'anything' };

/** What a write did. `unchanged`: the cluster was so already; a unit that is to be destroyed may be gone already. */
export interface WriteResult {
	readonly kind: 'created' | 'replaced' | 'changed' | 'destroyed' | 'unchanged';
}

/** How a watch is done where the cluster has no push. */
export interface WatchOptions {
	/** How much someone looks: `active` after an own action, `normal`, `quiet` in the background, `off` not at all. */
	readonly attention?: () => Attention;
	/** Calls back when the attention rises, so that a sleeping poller wakes. Returns the way to end that. */
	readonly onAttention?: (wake: () => void) => () => void;
	/** Milliseconds between two looks at the attention `normal`, of which the quiet ones are a multiple; else 2 to 5 s. */
	readonly interval?: () => number | undefined;
}

/** How much someone looks. */
export type Attention = 'active' | 'normal' | 'quiet' | 'off';

/** What a watch tells. `snapshot` comes first, and again after history was lost. */
export type WatchEvent =
	| { readonly kind: 'snapshot'; readonly snapshot: ClusterSnapshot }
	/** May be empty: it was looked, and everything is as it was. */
	| { readonly kind: 'changes'; readonly changes: readonly ClusterChange[] }
	/** The cluster cannot be read for now; what was told before may be old. */
	| { readonly kind: 'trouble'; readonly error: Error }
	/** It can be read again. */
	| { readonly kind: 'recovered' };

/** How a command on a machine ended. */
export interface CommandResult {
	readonly exitCode: number;
	readonly stdout: string;
	readonly stderr: string;
}
