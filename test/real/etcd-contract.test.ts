// The contract of `ClusterBackend` over a real etcd, on which fleet's engine and agents are played.
import type { ClusterBackend } from '../../cluster/src/backend.ts';
import { createEtcdBackend } from '../../cluster/src/etcd/backend.ts';
import { readEndpoint } from '../../cluster/src/transport/endpoint.ts';
import { open } from '../../cluster/src/transport/open.ts';
import { type ClusterForTest, describeBackend } from '../cluster/contract.ts';
import { type EtcdMember, startEtcd } from '../support/etcd.ts';
import { startRegistryActor } from '../support/registry-actor.ts';

const machines = ['m1', 'm2', 'm3'].map((id, number) => ({ id, primaryIP: `127.0.0.${number + 1}`, metadata: {} }));
const capabilities = ['schedule', 'submit', 'push', 'registry', 'repair'] as const;

describeBackend('a registry with machines', { capabilities, alive: true }, async () => {
	const etcd = await startEtcd();
	const actor = await startRegistryActor(etcd, '/contract', machines);
	return over(etcd, '/contract', () => actor.stop());
});

describeBackend('a registry without fleet', { capabilities, alive: false }, async () => {
	return over(await startEtcd(), '/contract', async () => {});
});

function over(etcd: EtcdMember, prefix: string, end: () => Promise<void>): ClusterForTest {
	const backend = backendOver(etcd, prefix);
	return {
		backend,
		stop: async () => {
			await end();
			await backend.dispose();
			await etcd.stop();
		},
	};
}

/** Without a way to the machines, which are not there. */
function backendOver({ url }: EtcdMember, keyPrefix: string): ClusterBackend {
	const [transport] = open([readEndpoint(url)], undefined).transports;
	if (transport === undefined) throw new Error('no road to etcd');
	return createEtcdBackend({ label: url, transports: [transport], keyPrefix });
}
