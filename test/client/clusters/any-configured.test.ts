// Whether any cluster is configured, said before clusters are read, agrees with what is read then.

import { expect, test } from 'vitest';
import { anyConfigured } from '../../../client/src/clusters/any-configured.ts';
import { configuredClusters } from '../../../client/src/clusters/configured.ts';

test.each([
	['nothing', undefined, {}],
	['an empty list', [], {}],
	['one cluster', [{ name: 'shop', endpoint: 'unix:///run/fleet.sock' }], {}],
	['an endpoint in the environment', [], { FLEETCTL_ENDPOINT: 'http://127.0.0.1:49153' }],
	['a tunnel in the environment', [], { FLEETCTL_TUNNEL: 'core@10.0.0.1' }],
	['empty variables', [], { FLEETCTL_ENDPOINT: '', FLEETCTL_TUNNEL: '' }],
	['variables that lead nowhere', [], { FLEETCTL_DRIVER: 'etcd', FLEETCTL_SSH_USERNAME: 'core' }],
])('%s', (_, clusters, env) => {
	const read = configuredClusters({ clusters, sshPath: undefined, askpass: async () => undefined }, env);
	expect(anyConfigured(clusters, env)).toBe(read.clusters.length > 0);
});

test('a setting that makes no sense counts until it is read', () => {
	expect(anyConfigured([{ name: 3 }], {})).toBe(true);
});
