// A machine of the practice cluster: what is really there, whether or not the registry knows of it. Shapes only.

import type { ListedMachine, Registry, ReportedState } from '../registry/registry.ts';
import type { Systemd } from '../systemd/systemd.ts';
import type { Watch } from '../watch.ts';

/** A machine with its agent and its systemd. */
export interface Host {
	/** What it announces of itself. */
	readonly facts: ListedMachine;
	readonly fleetd: Fleetd;
	/** Files in fleet's folder of units: name → hash. */
	readonly files: ReadonlyMap<string, string>;
	readonly systemd: Systemd;
	readonly agent: Agent;
	/** Until then, it is at work with systemd and reports nothing. */
	readonly busyUntil: number;
	/** When its agent looks. */
	readonly watch: Watch;
	/** What its agent believes to have reported. */
	readonly published: ReadonlyMap<string, ReportedState>;
	/** Units that were unloaded since, of which it has still to take back what it said. */
	readonly withdrawn: readonly string[];
}

/**
 * Whether fleetd runs there. `killed`: it was, at that time, and could not say good-bye, so that the registry believes
 * in it for a while. `stopped`: it has taken its units along.
 */
export type Fleetd =
	| { readonly kind: 'running' }
	| { readonly kind: 'killed'; readonly at: number }
	| { readonly kind: 'stopped' };

/** What a machine's agent remembers. */
export interface Agent {
	/** What it asked systemd for, by unit. */
	readonly asked: ReadonlyMap<string, 'loaded' | 'launched'>;
	/** The registry's part that it saw at its last round. */
	readonly seen: Registry['jobs'] | undefined;
	readonly seenMetadata: Registry['metadata'] | undefined;
	/** Since when it hangs, as fleet v1.0.0 does over a template that is to be started. Only a restart of fleetd helps. */
	readonly wedgedAt?: number;
}

/** An agent that has just begun. */
export const freshAgent: Agent = { asked: new Map(), seen: undefined, seenMetadata: undefined };

/** What a machine calls itself in its journal. */
export function hostName({ facts }: Host): string {
	return `node-${facts.id.slice(0, 4)}`;
}
