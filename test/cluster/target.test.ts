// Clusters as settings name them, and what is wrong with those that are none.

import { expect, test } from 'vitest';
import { DecodeFault } from '../../cluster/src/decode.ts';
import { toTarget } from '../../cluster/src/target.ts';

test('what is not said is as usual', () => {
	expect(toTarget({}, 'it')).toEqual({ driver: 'api', endpoint: 'unix:///var/run/fleet.sock' });
	expect(toTarget({ driver: 'etcd' }, 'it').endpoint).toBe('http://127.0.0.1:2379,http://127.0.0.1:4001');
});

test('what is said is kept', () => {
	const target = {
		name: 'home',
		endpoint: 'https://10.0.0.1:2379,https://10.0.0.2:2379',
		tunnel: 'core@gate:2222',
		driver: 'etcd',
		etcdKeyPrefix: '/fleet/',
		caFile: 'ca.pem',
		certFile: 'me.pem',
		keyFile: 'me.key',
		readOnly: true,
		production: false,
	};
	expect(toTarget(target, 'it')).toEqual(target);
});

test.each([
	[[], 'clusters[1] is no object'],
	[{ tunel: 'gate' }, 'clusters[1] has `tunel`, which is none of name, tunnel, '],
	[{ driver: 'fleet' }, 'clusters[1].driver is "fleet", not one of api, etcd, practice'],
	[{ endpoint: '10.0.0.1:2379' }, 'clusters[1].endpoint: endpoint "10.0.0.1:2379" has no scheme'],
	[{ endpoint: 5 }, 'clusters[1].endpoint is no text'],
	[{ endpoint: '' }, 'clusters[1].endpoint is missing'],
	[{ tunnel: '-oProxyCommand=reboot' }, 'clusters[1].tunnel: host "-oProxyCommand=reboot" begins with `-`'],
	[{ tunnel: 22 }, 'clusters[1].tunnel is no text'],
	[{ name: '' }, 'clusters[1].name is missing'],
	[{ production: 'yes' }, 'clusters[1].production is neither true nor false'],
])('%j is told with its place', (value, message) => {
	const read = () => toTarget(value, 'clusters[1]');
	expect(read).toThrow(DecodeFault);
	expect(read).toThrow(message);
});
