// A world that lives, on sockets: fleet's API and the paths of the practice cluster.

import type { Server } from 'node:http';
import type { ApiAnswer, ApiRequest } from './api/answer.ts';
import { answerRequest } from './api/router.ts';
import { createApiServer, type Writer } from './http.ts';
import { type ListenAddress, listenAt } from './listen.ts';
import type { LiveWorld } from './live-world.ts';
import { practiceRelease } from './machines.ts';
import { answerMetrics } from './metrics.ts';
import { answerInOutage } from './outage.ts';
import { answerPractice, isPracticePath } from './practice/router.ts';
import { setRegistry } from './world.ts';

/** Servers that listen. */
export interface Service {
	/** As clients name them. */
	readonly addresses: readonly string[];
	close(): Promise<void>;
}

/** Serves a world at addresses. When one of them cannot be listened at, none is, and the promise is rejected. */
export async function serve(live: LiveWorld, addresses: readonly ListenAddress[]): Promise<Service> {
	const servers: Server[] = [];
	const close = async () => void (await Promise.all(servers.map(closeServer)));
	const names: string[] = [];
	try {
		for (const address of addresses) {
			const server = createApiServer((request) => respond(live, request), `fleetd/${practiceRelease}`);
			servers.push(server);
			names.push(await listenAt(server, address));
		}
	} catch (error) {
		await close();
		throw error;
	}
	return { addresses: names, close };
}

function respond(live: LiveWorld, request: ApiRequest): ApiAnswer | Writer | undefined {
	if (isPracticePath(request.target)) return answerPractice(live, request);
	const world = live.read();
	const failure = answerInOutage(world, request);
	if (failure !== undefined) return failure;
	if (request.target === '/metrics') return answerMetrics(world);
	const { answer, registry } = answerRequest(world.registry, request);
	if (registry !== world.registry) live.change((current) => setRegistry(current, registry));
	return answer;
}

function closeServer(server: Server): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}
