// The backend of fleet's API keeps the contract of all clusters, over the practice cluster's unix socket. It never asks
// for the one path that crashes a real fleet.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startEmbeddedCluster } from '../../../cluster/src/embedded/server.ts';
import { createFleetApi } from '../../../cluster/src/fleet-api/backend.ts';
import { open } from '../../../cluster/src/transport/open.ts';
import type { Transport } from '../../../cluster/src/transport/transport.ts';
import { describeBackend } from '../contract.ts';

const paths: string[] = [];

describeBackend("fleet's API", { capabilities: ['schedule', 'submit', 'metadata'], alive: true }, async () => {
	const folder = await mkdtemp(path.join(tmpdir(), 'fleet-units-'));
	const socket = path.join(folder, 'fleet.sock');
	const cluster = await startEmbeddedCluster({ listen: [`unix:${socket}`] });
	const [transport] = open([{ kind: 'unix', path: socket }], undefined).transports;
	if (transport === undefined) throw new Error('one endpoint gives one transport');
	const backend = createFleetApi({ transport: noting(transport) });
	return {
		backend,
		stop: async () => {
			await backend.dispose();
			await cluster.close();
			await rm(folder, { recursive: true });
		},
	};
});

test('a state is never asked for by the path that crashes fleet', () => {
	expect(paths.length).toBeGreaterThan(100);
	expect(paths.filter((asked) => asked.includes('/state/'))).toEqual([]);
});

/** The transport, with every path that it is asked for noted down. */
function noting(transport: Transport): Transport {
	return {
		label: transport.label,
		send: (request, signal) => {
			paths.push(request.path);
			return transport.send(request, signal);
		},
		open: (request, signal) => transport.open(request, signal),
		dispose: () => transport.dispose(),
	};
}
