// What the practice cluster's systemd would do with a unit, derived once from its text: shapes only.

import type { Deed } from './deed.ts';

/** A unit file as systemd has understood it. */
export interface UnitPlan {
	readonly name: string;
	/** Hash of the text. */
	readonly hash: string;
	/** `Description=`, or the unit's name. */
	readonly description: string;
	readonly load: LoadState;
	readonly links: UnitLinks;
	/** A condition that does not hold, as it stands in the text. A start is skipped then. */
	readonly failedCondition?: string;
	readonly behaviour: Behaviour;
}

/** How loading went; with anything but `loaded`, nothing can be started. */
export type LoadState =
	| { readonly kind: 'loaded' }
	/** `reason` is what systemd writes to the journal. */
	| { readonly kind: 'bad-setting' | 'not-found'; readonly reason: string };

/** Other units that the text names. */
export interface UnitLinks {
	/** Must be there to start, are started along, and take this unit with them when they stop. */
	readonly requires: readonly string[];
	/** Are started along where they are there. */
	readonly wants: readonly string[];
	/** Take this unit with them when somebody stops them. */
	readonly follows: readonly string[];
	/** Take this unit with them however they end. */
	readonly bindsTo: readonly string[];
}

/** What a start sets going. */
export type Behaviour = ServicePlan | TriggerPlan | FixedPlan;

/** A unit that is up once it is started: targets, slices, mounts. */
export interface FixedPlan {
	readonly kind: 'fixed';
	/** Its sub-state while it is active. */
	readonly sub: string;
}

/** A unit that starts another: timers, sockets, paths. */
export interface TriggerPlan {
	readonly kind: 'trigger';
	readonly sub: string;
	/** The unit that is started; without it, systemd refuses to start this one. */
	readonly triggers: string;
	/** When a timer elapses, in milliseconds after its start. Absent: not in our time. */
	readonly firstAfter?: number;
	/** And then again, each time after so many milliseconds. */
	readonly every?: number;
}

/** A service. */
export interface ServicePlan {
	readonly kind: 'service';
	readonly type: ServiceType;
	readonly startPre: readonly Run[];
	readonly start: readonly Run[];
	readonly startPost: readonly Run[];
	readonly stop: readonly Run[];
	readonly stopPost: readonly Run[];
	readonly restart: RestartPolicy;
	/** Milliseconds, as all times here. */
	readonly restartDelay: number;
	readonly remainAfterExit: boolean;
	readonly startTimeout: number;
	readonly stopTimeout: number;
	/** More starts than `burst` within `interval` are refused. */
	readonly startLimit: { readonly burst: number; readonly interval: number };
}

/** `Type=`. */
export type ServiceType = 'simple' | 'exec' | 'idle' | 'oneshot' | 'forking' | 'notify' | 'dbus';

/** `Restart=`. */
export type RestartPolicy = 'no' | 'always' | 'on-success' | 'on-failure' | 'on-abnormal' | 'on-abort' | 'on-watchdog';

/** One command with what it will do. */
export interface Run extends Deed {
	/** Name of the program, as it stands in the journal. */
	readonly program: string;
	/** The command as written. */
	readonly command: string;
	/** `-`: its failure counts for nothing. */
	readonly ignoreFailure: boolean;
}
