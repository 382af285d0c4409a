// The practice cluster keeps the contract of all clusters, in fast time and over a transport as any client has it.

import { createPracticeBackend } from '../../../cluster/src/embedded/practice-backend.ts';
import { startEmbeddedCluster } from '../../../cluster/src/embedded/server.ts';
import { readEndpoint } from '../../../cluster/src/transport/endpoint.ts';
import { open } from '../../../cluster/src/transport/open.ts';
import { describeBackend } from '../contract.ts';

describeBackend(
	'a practice cluster',
	{ capabilities: ['schedule', 'submit', 'metadata', 'journal', 'status'], alive: true },
	async () => {
		const cluster = await startEmbeddedCluster({ listen: ['tcp:127.0.0.1:0'] });
		const [transport] = open([readEndpoint(cluster.addresses[0] ?? '')], undefined).transports;
		if (transport === undefined) throw new Error('one endpoint gives one transport');
		const backend = createPracticeBackend(transport);
		return {
			backend,
			async stop() {
				await backend.dispose();
				await cluster.close();
			},
		};
	},
);
