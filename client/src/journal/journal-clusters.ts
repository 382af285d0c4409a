// The clusters of a window as journals need them: by their ids, as they are at the moment of asking, so that a cluster
// that is connected anew is read over its new connection.

import type { ClusterBackend } from '../../../cluster/src/backend.ts';
import { ClusterError } from '../../../cluster/src/errors.ts';
import type { Clusters } from '../clusters/clusters.ts';
import type { JournalClusters } from './follower.ts';

/** What journals see of the clusters. */
export function journalClusters(clusters: Pick<Clusters, 'session'>): JournalClusters {
	const viewOf = (id: string) => clusters.session(id)?.view();
	return {
		clusterName: (id) => clusters.session(id)?.identity.name ?? id,
		machine: (cluster, id) => viewOf(cluster)?.snapshot?.machines.find((machine) => machine.id === id),
		snapshot: (id) => viewOf(id)?.snapshot,
		canLogIn: (id) => viewOf(id)?.capabilities.has('shell') ?? false,
		read:
			({ cluster, unit, machineId }) =>
			(options, signal) =>
				backendOf(clusters, cluster).journal(unit, machineId, options, signal),
	};
}

function backendOf(clusters: Pick<Clusters, 'session'>, id: string): ClusterBackend {
	const session = clusters.session(id);
	const backend = session?.backend();
	if (backend !== undefined) return backend;
	throw new ClusterError('unreachable', `${session?.identity.name ?? id} is not connected`, {
		advice: 'connect it in the Clusters view',
	});
}
