// The practice cluster as a server: fleet's API v1 on a unix socket or a loopback port, with simulated machines behind
// it. What fleet has no API for (journals, losing machines) stands under /practice/v1; docs/practice-cluster.md.

import type { Server, ServerResponse } from 'node:http';
import type { ClusterSnapshot } from '../model.ts';
import type { ApiAnswer, ApiRequest } from './api/answer.ts';
import { answerRequest } from './api/router.ts';
import { createApiServer } from './http.ts';
import { listenAt, readListenAddress } from './listen.ts';
import { createLiveWorld, type LiveWorld, type Speed } from './live-world.ts';
import { defaultMachines, type Loss, loseMachine, practiceRelease, returnMachine } from './machines.ts';
import { answerPractice, isPracticePath } from './practice/router.ts';
import type { ListedMachine } from './registry/registry.ts';
import { takeSnapshot } from './snapshot.ts';
import { loadState, saveState } from './state.ts';
import { createWorld, setRegistry } from './world.ts';

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
	/** Milliseconds since 1970; the machine's clock where it is absent. */
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
	/** Takes a machine away; `killed` where nothing is said. Unknown machines are an error. */
	loseMachine(id: string, loss?: Loss): void;
	/** Brings a machine back, or restarts the fleetd of one that hangs. */
	returnMachine(id: string): void;
	/** Resolves when nothing is on its way any more; in fast time, that is now. */
	settle(signal?: AbortSignal): Promise<void>;
	/** Machines, units and where they are, as JSON text. */
	save(): string;
	/** Ends the server and all that runs. */
	close(): Promise<void>;
}

/**
 * Starts a practice cluster. Fails with an `Error` that says why where it cannot listen at an address, or where the
 * saved state makes no sense (a `DecodeFault` that names the place).
 */
export async function startEmbeddedCluster(options: EmbeddedClusterOptions): Promise<EmbeddedCluster> {
	const { speed = 'fast', clock = Date.now, signal } = options;
	const addresses = options.listen.map(readListenAddress);
	const live = createLiveWorld(startWorld(options, clock()), speed, clock);
	const servers = addresses.map(() => createApiServer((request) => respond(live, request), software));
	const cluster = handle(live, servers, []);
	try {
		const names = await Promise.all(servers.map((server, nth) => listenAt(server, addresses[nth] ?? unreachable())));
		signal?.addEventListener('abort', () => void cluster.close(), { once: true });
		return { ...cluster, addresses: names };
	} catch (error) {
		await cluster.close();
		throw error;
	}
}

const software = `fleetd/${practiceRelease}`;

function startWorld({ machines, state }: EmbeddedClusterOptions, now: number): ReturnType<typeof createWorld> {
	const saved = state === undefined ? undefined : loadState(state);
	const listed = typeof machines === 'object' ? machines : (saved?.machines ?? defaultMachines(machines));
	const world = createWorld(listed, now);
	return saved === undefined ? world : setRegistry(world, saved.fill(world.registry));
}

function respond(live: LiveWorld, request: ApiRequest): ApiAnswer | undefined | ((response: ServerResponse) => void) {
	if (isPracticePath(request.target)) return answerPractice(live, request);
	const before = live.read();
	const { answer, registry } = answerRequest(before.registry, request);
	if (registry !== before.registry) live.change((world) => setRegistry(world, registry));
	return answer;
}

function handle(live: LiveWorld, servers: readonly Server[], addresses: readonly string[]): EmbeddedCluster {
	return {
		addresses,
		speed: live.speed,
		snapshot: () => takeSnapshot(live.read().registry),
		loseMachine(id, loss = 'killed') {
			checkMachine(live, id);
			live.change((world) => loseMachine(world, id, loss));
		},
		returnMachine(id) {
			checkMachine(live, id);
			live.change((world) => returnMachine(world, id));
		},
		settle: (signal) => live.settled(signal),
		save: () => saveState(live.read()),
		async close() {
			live.stop();
			await Promise.all(servers.map(closeServer));
		},
	};
}

function checkMachine(live: LiveWorld, id: string): void {
	if (!live.read().hosts.has(id)) throw new Error(`the practice cluster has no machine ${id}`);
}

function closeServer(server: Server): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}

function unreachable(): never {
	throw new Error('each server has its address');
}
