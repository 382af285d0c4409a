// Refresh: what is connected is looked at again, what failed is tried again, and what nobody opened stays closed.

import { expect, test, vi } from 'vitest';
import { refreshClusters } from '../../../client/src/cluster-commands/cluster-rows.ts';
import type { ClusterServices } from '../../../client/src/cluster-commands/services.ts';
import { createClusters } from '../../../client/src/clusters/clusters.ts';
import { ClusterError } from '../../../cluster/src/errors.ts';
import { commandsWith } from '../../support/command-services.ts';

vi.mock('vscode', async () => (await import('../../support/fake-editor.ts')).fakeVscode);

test('a cluster that let nobody in is tried again, and one that was never opened is not', async () => {
	const backend = (await commandsWith({})).clusters.session('shop')?.backend();
	if (backend === undefined) throw new Error('the cluster is not connected');
	const tries = { locked: 0, closed: 0 };
	const clusters = createClusters({ log: () => {}, interval: () => 100 });
	const cluster = (id: keyof typeof tries) => ({
		identity: { ...{ id, name: id, address: 'here' }, readOnly: false, production: false, origin: 'settings' as const },
		key: '',
		open: async () => {
			if (++tries[id] === 1) throw new ClusterError('denied', 'permission denied (publickey)');
			return backend;
		},
	});
	await clusters.configure([cluster('locked'), cluster('closed')]);
	const session = clusters.session('locked');
	await session?.connect().catch(() => {});
	expect(session?.view().connection).toHaveProperty('failure');
	// The parts that the command asks for.
	await refreshClusters({ clusters, configure: async () => {} } as unknown as ClusterServices);
	await vi.waitFor(() => expect(session?.backend()).toBe(backend), 10_000);
	expect(tries).toEqual({ locked: 2, closed: 0 });
	await clusters.dispose();
});
