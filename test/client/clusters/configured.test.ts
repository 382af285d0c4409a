// Clusters out of settings and environment, and what is said of those that cannot be read.

import { expect, test } from 'vitest';
import { configuredClusters } from '../../../client/src/clusters/configured.ts';

test('settings come first, then the environment of fleetctl', () => {
	const clusters = [
		{ name: 'shop', tunnel: 'core@10.0.0.1', production: true },
		{ name: 'lab', endpoint: 'http://127.0.0.1:2379', driver: 'etcd', readOnly: true },
	];
	const read = configured(clusters, { FLEETCTL_TUNNEL: 'core.example.com', FLEETCTL_DRIVER: 'API' });
	expect(read.faults).toEqual([]);
	expect(read.clusters.map(({ identity }) => identity)).toEqual([
		identity('shop', 'core@10.0.0.1', 'settings', { production: true, login: ['ssh', '-l', 'core', '--', '10.0.0.1'] }),
		identity('lab', 'http://127.0.0.1:2379 etcd', 'settings', { readOnly: true }),
		identity('FLEETCTL', 'core.example.com', 'environment', { login: ['ssh', '--', 'core.example.com'] }),
	]);
});

test('a cluster that makes no sense is told with its place, and the others are there', () => {
	const clusters = [{ name: 'a', endpoint: '127.0.0.1:8080' }, 3, { name: 'b' }, { name: 'b' }, { nmae: 'c' }];
	const read = configured(clusters);
	expect(read.clusters.map(({ identity: { name } }) => name)).toEqual(['b']);
	expect(read.faults).toMatchInlineSnapshot(`
		[
		  "fleetUnits.clusters[0].endpoint: endpoint "127.0.0.1:8080" has no scheme; say http://127.0.0.1:8080",
		  "fleetUnits.clusters[1] is no object",
		  "fleetUnits.clusters[4] has \`nmae\`, which is none of name, tunnel, etcdKeyPrefix, caFile, certFile, keyFile, readOnly, production, driver, endpoint",
		  "two clusters are called b; the first one counts",
		]
	`);
});

test('what fleetctl would read of the environment counts: who logs in, and files for https', () => {
	const tunnelled = configured([], { FLEETCTL_TUNNEL: 'core.example.com:2222', FLEETCTL_SSH_USERNAME: 'ops' });
	expect(tunnelled.clusters[0]?.identity).toMatchObject({
		address: 'ops@core.example.com:2222',
		login: ['ssh', '-l', 'ops', '-p', '2222', '--', 'core.example.com'],
	});
	const own = configured([], { FLEETCTL_TUNNEL: 'me@core.example.com', FLEETCTL_SSH_USERNAME: 'ops' });
	expect(own.clusters[0]?.identity.address).toBe('me@core.example.com');
	const files = { FLEETCTL_CA_FILE: '/ca.pem', FLEETCTL_CERT_FILE: '/cert.pem', FLEETCTL_KEY_FILE: '/key.pem' };
	const secured = configured([], { FLEETCTL_ENDPOINT: 'https://10.0.0.1:8443', ...files });
	expect(JSON.parse(secured.clusters[0]?.key ?? '')[0]).toMatchObject({
		endpoint: 'https://10.0.0.1:8443',
		caFile: '/ca.pem',
		certFile: '/cert.pem',
		keyFile: '/key.pem',
	});
	expect(secured.clusters[0]?.identity.login).toBeUndefined();
});

test('a cluster that is called as the practice cluster is by its id is not taken for that', () => {
	const [cluster] = configured([{ name: 'practice' }]).clusters;
	expect(cluster?.identity).toMatchObject({ id: 'settings practice', name: 'practice' });
});

test('without any setting there is no cluster', () => {
	expect(configured(undefined)).toEqual({ clusters: [], faults: [] });
});

test('nothing is opened before somebody connects, and a cluster that changed is another one', async () => {
	const [one] = configured([{ name: 'a' }]).clusters;
	const [other] = configured([{ name: 'a', endpoint: 'unix:///tmp/other.sock' }]).clusters;
	expect(one?.key).not.toBe(other?.key);
	const backend = await one?.open(false);
	expect(backend?.label).toBe('a');
	await backend?.dispose();
});

function configured(clusters: unknown, env: NodeJS.ProcessEnv = {}) {
	return configuredClusters({ clusters, sshPath: 'ssh', askpass: async () => undefined }, env);
}

function identity(name: string, address: string, origin: 'settings' | 'environment', more = {}) {
	return { id: name, name, address, origin, readOnly: false, production: false, ...more };
}
