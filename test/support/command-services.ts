// What commands about clusters work with, over practice clusters that really listen. To be used where the module `vscode`
// was replaced by fake-editor.ts.

import path from 'node:path';
import { onTestFinished, vi } from 'vitest';
import type { ClusterServices } from '../../client/src/cluster-commands/services.ts';
import { ClusterTreeProvider } from '../../client/src/cluster-view/tree-provider.ts';
import { type Clusters, createClusters } from '../../client/src/clusters/clusters.ts';
import type { Identity } from '../../client/src/clusters/session.ts';
import { createPracticeBackend } from '../../cluster/src/embedded/practice-backend.ts';
import { type EmbeddedCluster, startEmbeddedCluster } from '../../cluster/src/embedded/server.ts';
import { readOnly } from '../../cluster/src/read-only.ts';
import { readEndpoints } from '../../cluster/src/transport/endpoint.ts';
import { open } from '../../cluster/src/transport/open.ts';
import { folderWith } from './cli.ts';
import { told } from './fake-editor.ts';

/** A practice cluster that is connected, and what commands need. */
export interface CommandTest {
	readonly services: ClusterServices;
	readonly clusters: Clusters;
	readonly cluster: EmbeddedCluster;
	/** A folder with the files. */
	readonly folder: string;
}

/** Starts a cluster called `shop`, connected and shown; it ends with the test. */
export async function commandsWith(
	files: Readonly<Record<string, string>>,
	more: Partial<Identity> = {},
): Promise<CommandTest> {
	const folder = folderWith(files);
	const cluster = await startEmbeddedCluster({ listen: ['tcp:127.0.0.1:0'] });
	onTestFinished(() => cluster.close());
	const identity: Identity = { ...{ id: 'shop', name: 'shop', address: 'here' }, ...plain, ...more };
	const clusters = createClusters({ log: () => {}, interval: () => 100 });
	onTestFinished(() => clusters.dispose());
	await clusters.configure([{ identity, key: '', open: async () => backendOf(cluster, identity) }]);
	const provider = new ClusterTreeProvider();
	clusters.onChange(() => provider.show(clusters.tree()));
	await clusters.session('shop')?.connect();
	await vi.waitFor(() => {
		if (provider.node('cluster/shop/machines') === undefined) throw new Error('the cluster is not read yet');
	});
	const output = { info: () => {}, warn: () => {}, error: () => {} };
	const documents = { openText: async (_kind: string, title: string) => void told.push(`page ${title}`) };
	// The parts that the commands in question ask for.
	const services = { clusters, provider, output, documents } as unknown as ClusterServices;
	return { services, clusters, cluster, folder };
}

/** The path of a file of the test. */
export function fileOf({ folder }: CommandTest, name: string): string {
	return path.join(folder, name);
}

const plain = { readOnly: false, production: false, origin: 'settings' } as const;

function backendOf({ addresses }: EmbeddedCluster, identity: Identity) {
	const [transport] = open(readEndpoints(addresses[0] ?? ''), undefined).transports;
	if (transport === undefined) throw new Error('one endpoint has one transport');
	const backend = createPracticeBackend(transport);
	return identity.readOnly ? readOnly(backend) : backend;
}
