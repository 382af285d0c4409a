// Hosts for ssh as people write them, and those that must never reach it.

import { describe, expect, test } from 'vitest';
import { checkHost, describeTunnel, readTunnel } from '../../../cluster/src/transport/tunnel.ts';

describe('a tunnel', () => {
	test.each([
		['10.0.0.1', { host: '10.0.0.1' }],
		['my-alias', { host: 'my-alias' }],
		['core@10.0.0.1:2222', { user: 'core', host: '10.0.0.1', port: 2222 }],
		['fd00::1', { host: 'fd00::1' }],
		['[fd00::1]', { host: 'fd00::1' }],
		['core@[fd00::1]:22', { user: 'core', host: 'fd00::1', port: 22 }],
		['fe80::1%eth0', { host: 'fe80::1%eth0' }],
	])('%s is read', (text, tunnel) => {
		expect(readTunnel(text)).toEqual(tunnel);
	});

	test.each(['10.0.0.1', 'core@host:2222', 'fd00::1', '[fd00::1]:22'])('%s is described as it was written', (text) => {
		expect(describeTunnel(readTunnel(text))).toBe(text);
	});

	test.each([
		['', 'a host is missing; say [user@]host[:port]'],
		['core@', 'a host is missing; say [user@]host[:port]'],
		['@host', 'user "" has characters that no user name has'],
		['-oProxyCommand=reboot', 'host "-oProxyCommand=reboot" begins with `-`, which ssh takes for an option'],
		['-l@host', 'user "-l" begins with `-`, which ssh takes for an option'],
		['core@-V', 'host "-V" begins with `-`, which ssh takes for an option'],
		['host:', 'port "" is no number from 1 to 65535'],
		['host:0', 'port "0" is no number from 1 to 65535'],
		['host:65536', 'port "65536" is no number from 1 to 65535'],
		['host:ssh', 'port "ssh" is no number from 1 to 65535'],
		['a b', 'host "a b" has characters that no host name has'],
		['co re@host', 'user "co re" has characters that no user name has'],
	])('%j is refused', (text, why) => {
		expect(() => readTunnel(text)).toThrow(why);
	});
});

describe('an address of a machine', () => {
	test.each(['$(reboot)', '`id`', 'a;b', 'a\nb', "a'b", 'a/b', 'ü', 'a%', '%h', '[::1]'])('%j is refused', (host) => {
		expect(() => checkHost(host)).toThrow('has characters that no host name has');
	});
});
