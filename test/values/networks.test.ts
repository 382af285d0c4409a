// Addresses, ports and interfaces.
import { expect, test } from 'vitest';
import { isIpv4, isIpv6 } from '../../core/src/values/ip-address.ts';
import { faultsOf, itemsOf, noteOf } from './ask.ts';

const socket = { section: 'Socket', file: 'web.socket' } as const;

test.each(['::', '::1', '1::', 'fe80::1:2', '1:2:3:4:5:6:7:8', '::ffff:1.2.3.4', '1:2:3:4:5:6:1.2.3.4'])(
	'`%s` is an IPv6 address',
	(text) => {
		expect(isIpv6(text)).toBe(true);
	},
);

test.each(['', ':', ':::', '1::2::3', '12345::', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '::1.2.3', 'g::', '1.2.3.4::'])(
	'`%s` is none',
	(text) => {
		expect(isIpv6(text)).toBe(false);
	},
);

test('an IPv4 address has four numbers without zeros in front', () => {
	expect(['0.0.0.0', '255.255.255.255'].every(isIpv4)).toBe(true);
	expect(['1.2.3', '1.2.3.256', '01.2.3.4', '1.2.3.4.5', '1.2.3.'].some(isIpv4)).toBe(false);
});

test.each(['80', '127.0.0.1:80', '[::1]:80', '/run/web.sock', '@web', 'vsock:2:80', 'vsock-stream::80'])(
	'a stream socket listens on %s',
	(value) => {
		expect(faultsOf('ListenStream', value, socket)).toBe('fine');
	},
);

test.each([
	['*:80', '→ 80'],
	[':80', '→ 80'],
	['localhost:80', '→ 127.0.0.1:80'],
	['::1:80', 'is no address to listen on'],
	['127.0.0.1:65536', '`65536` is no port'],
	['0', '`0` is no port'],
	['@', 'the name of the socket is missing'],
	[`/${'x'.repeat(107)}`, 'the path of the socket is too long'],
])('but not on %s', (value, message) => {
	expect(faultsOf('ListenStream', value, socket)).toContain(message);
});

test('sequences of packets need a Unix socket, in old releases without exception', () => {
	expect(faultsOf('ListenSequentialPacket', '/run/web.sock', socket)).toBe('fine');
	expect(faultsOf('ListenSequentialPacket', '[::1]:80', { ...socket, release: 252 })).toContain('use a Unix socket');
});

test('netlink families are known by name', () => {
	expect(faultsOf('ListenNetlink', 'kobject-uevent 1', socket)).toBe('fine');
	expect(faultsOf('ListenNetlink', 'kobject-event 1', socket)).toContain('did you mean `kobject-uevent`?');
	expect(itemsOf('ListenNetlink', '', socket)).toContain('route');
});

test('networks are addresses with a length, or have names', () => {
	expect(faultsOf('IPAddressAllow', '10.0.0.0/8 fe80::/64 localhost')).toBe('fine');
	expect(faultsOf('IPAddressAllow', '10.0.0.0/33 10.1/16')).toBe(
		[
			'10.0.0.0/33 10.1/16',
			'^^^^^^^^^^^ skips-item: `10.0.0.0/33` has no length of a network, so systemd skips it; it goes up to 32',
			'            ^^^^^^^ skips-item: `10.1` is no IP address, so systemd skips it; write one such as `10.0.0.0/8`',
		].join('\n'),
	);
});

test('rules for ports have a family, a protocol and ports, in this order', () => {
	for (const rule of ['any', 'ipv4', 'tcp:80', 'ipv6:udp:1-1024', '443'])
		expect(faultsOf('SocketBindAllow', rule)).toBe('fine');
	for (const rule of ['tcp:ipv4:80', '90-80', 'sctp:80']) expect(faultsOf('SocketBindAllow', rule)).not.toBe('fine');
	expect(faultsOf('SocketBindAllow', '0', { release: 252 })).not.toBe('fine');
});

test('interfaces are no numbers, and have short names where the kernel binds to them', () => {
	expect(faultsOf('BindToDevice', 'eth0', socket)).toBe('fine');
	expect(faultsOf('BindToDevice', '5', socket)).not.toBe('fine');
	expect(faultsOf('BindToDevice', 'a-very-long-interface', socket)).toContain('15 characters');
	expect(faultsOf('RestrictNetworkInterfaces', 'a-very-long-interface')).toBe('fine');
});

test('a port is explained', () => {
	expect(noteOf('ListenStream', '80', socket)).toBe('port 80 on all addresses, IPv6 and IPv4');
});
