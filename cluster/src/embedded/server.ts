// The practice cluster: fleet's API v1 on a unix socket or a loopback port, with simulated machines behind it. What
// fleet has no API for (journals, losing machines) stands under /practice/v1; docs/practice-cluster.md.

import type { ClusterSnapshot } from '../model.ts';
import { readListenAddress } from './listen.ts';
import { LiveWorld, type Speed } from './live-world.ts';
import { defaultMachines, type Loss, loseMachine, returnMachine } from './machines.ts';
import { loseRegistry, returnRegistry } from './outage.ts';
import type { ListedMachine } from './registry/registry.ts';
import { type Service, serve } from './serve.ts';
import { takeSnapshot } from './snapshot.ts';
import { loadState, saveState } from './state.ts';
import { createWorld, setRegistry, type World } from './world.ts';

/** What may be said about a practice cluster. */
export interface EmbeddedClusterOptions {
	/** So many made-up machines, or these. Three where nothing is said. */
	readonly machines?: number | readonly ListedMachine[];
	/** `unix:PATH`, whose folder must be one's own, or `tcp:127.0.0.1:PORT`; port 0 is any free one. */
	readonly listen: readonly string[];
	/** `fast` where nothing is said. */
	readonly speed?: Speed;
	/** The text of an earlier `save()`. Its machines count where `machines` is absent. */
	readonly state?: string;
	/** Milliseconds since 1970; the computer's clock where it is absent. */
	readonly clock?: () => number;
	/** Ends the cluster when it is aborted. */
	readonly signal?: AbortSignal;
}

/** A practice cluster that runs. */
export interface EmbeddedCluster {
	/** As clients name them: `unix:///run/user/1000/x.sock`, `http://127.0.0.1:49153`. */
	readonly addresses: readonly string[];
	readonly speed: Speed;
	/** Everything as it is now. */
	snapshot(): ClusterSnapshot;
	/** Takes a machine away; `killed` where nothing is said. An unknown machine is an `Error`. */
	loseMachine(id: string, loss?: Loss): void;
	/** Brings a machine back, or restarts the fleetd of one whose agent hangs. An unknown machine is an `Error`. */
	returnMachine(id: string): void;
	/** Takes the registry away, as if etcd hung: fleet answers 500, and after a while 503. Units run on. */
	loseRegistry(): void;
	returnRegistry(): void;
	/** Resolves when nothing is on its way any more; in fast time, that is now. */
	settle(signal?: AbortSignal): Promise<void>;
	/** Machines, units and where they are, as JSON text for `state`. */
	save(): string;
	/** Ends the server and all that runs. */
	close(): Promise<void>;
}

/**
 * Starts a practice cluster. Fails with an `Error` that says why where it cannot listen at an address, or where the
 * saved state makes no sense (a `DecodeFault` that names the place).
 */
export async function startEmbeddedCluster(options: EmbeddedClusterOptions): Promise<EmbeddedCluster> {
	const { listen, speed = 'fast', clock = Date.now, signal } = options;
	const addresses = listen.map(readListenAddress);
	const live = new LiveWorld(startWorld(options, clock()), speed, clock);
	try {
		const cluster = toCluster(live, await serve(live, addresses));
		signal?.addEventListener('abort', () => void cluster.close(), { once: true });
		return cluster;
	} catch (error) {
		live.stop();
		throw error;
	}
}

function startWorld({ machines, state }: EmbeddedClusterOptions, now: number): World {
	const saved = state === undefined ? undefined : loadState(state);
	const listed = typeof machines === 'number' ? defaultMachines(machines) : machines;
	const world = createWorld(listed ?? saved?.machines ?? defaultMachines(), now);
	return saved === undefined ? world : setRegistry(world, saved.fill(world.registry));
}

function toCluster(live: LiveWorld, service: Service): EmbeddedCluster {
	const changeMachine = (id: string, step: (world: World) => World): void => {
		if (!live.read().hosts.has(id)) throw new Error(`the practice cluster has no machine \`${id}\``);
		live.change(step);
	};
	return {
		addresses: service.addresses,
		speed: live.speed,
		snapshot: () => takeSnapshot(live.read().registry),
		loseMachine: (id, loss = 'killed') => changeMachine(id, (world) => loseMachine(world, id, loss)),
		returnMachine: (id) => changeMachine(id, (world) => returnMachine(world, id)),
		loseRegistry: () => live.change(loseRegistry),
		returnRegistry: () => live.change(returnRegistry),
		settle: (signal) => live.settled(signal),
		save: () => saveState(live.read()),
		async close() {
			live.stop();
			await service.close();
		},
	};
}
