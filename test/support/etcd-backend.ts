// The backend over real etcds, as tests make it: connected as a user would connect it.

import { onTestFinished } from 'vitest';
import type { ClusterBackend } from '../../cluster/src/backend.ts';
import { type ConnectOptions, connect } from '../../cluster/src/connect.ts';

/** A backend over some endpoints, which is disposed of when the test is over. */
export function backendAt(
	urls: readonly string[],
	etcdKeyPrefix: string,
	options: ConnectOptions = {},
): ClusterBackend {
	const backend = connect({ driver: 'etcd', endpoint: urls.join(','), etcdKeyPrefix }, options);
	onTestFinished(() => backend.dispose());
	return backend;
}
