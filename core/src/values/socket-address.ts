// What a socket unit listens on: ports, addresses, paths, abstract names, vsock, netlink; which of them depends on the
// key (socket_address_parse() of systemd).

import { nearest } from '../catalogue/nearest.ts';
import { netlinkFamilies } from '../catalogue/netlink-families.ts';
import { byteLength } from '../syntax/byte-length.ts';
import type { Flaw } from './fault.ts';
import { isIpv4, isIpv6 } from './ip-address.ts';
import { wordItems } from './items.ts';
import { checkWhole } from './judge.ts';
import { readUnsigned } from './numbers.ts';
import { judgePath } from './path.ts';
import { plain } from './quote.ts';
import { noItems, type ValueBehaviour, type ValueContext } from './value-kind.ts';

/** `ListenStream=` and its like. */
export const socketAddress: ValueBehaviour = {
	check: checkWhole((text, context) => {
		if (context.directive.key === 'ListenNetlink') return judgeNetlink(text);
		return internetKeys.has(context.directive.key) ? judgeSocket(text, context) : judgePath(text, context);
	}),
	complete: (value, offset, context) =>
		context.directive.key === 'ListenNetlink'
			? wordItems(
					value,
					offset,
					context,
					netlinkFamilies.map((label) => ({ label, detail: '' })),
				)
			: noItems,
	describe: (value, _offset, { directive }) => {
		const text = internetKeys.has(directive.key) ? describeAddress(value) : undefined;
		return text === undefined ? undefined : { span: { start: 0, end: value.length }, text };
	},
};

/** What an address means. */
function describeAddress(value: string): string | undefined {
	if (value.startsWith('@')) return 'abstract Unix socket';
	if (value.startsWith('/')) return 'Unix socket in the file system';
	if (/^\d+$/.test(value)) return `port ${value} on all addresses, IPv6 and IPv4`;
	return value.startsWith('vsock') ? 'socket between virtual machine and host' : undefined;
}

const internetKeys: ReadonlySet<string> = new Set(['ListenStream', 'ListenDatagram', 'ListenSequentialPacket']);

/** First release that takes types of vsock, and IPv6 where sequence matters. */
const vsockTypesSince = 257;

type Family = 'unix' | 'ipv4' | 'ipv6' | 'port' | 'vsock' | 'vsock-typed';

function judgeSocket(text: string, { directive, release }: ValueContext): Flaw | undefined {
	const family = readFamily(text);
	if (typeof family === 'object') return family;
	if (family === 'vsock-typed' && release < vsockTypesSince) return notAddress(text);
	if (directive.key !== 'ListenSequentialPacket' || family === 'unix') return undefined;
	if (family === 'ipv6' && release >= vsockTypesSince) return undefined;
	return { what: `\`${plain(text)}\` cannot keep packets in sequence`, advice: 'use a Unix socket' };
}

/** The family of an address, or why it is none. */
function readFamily(text: string): Family | Flaw {
	if (/^[/@]/.test(text)) return text.length > 1 && byteLength(text) <= 107 ? 'unix' : unixFlaw(text);
	if (text.startsWith('vsock')) return readVsock(text);
	const [, bracketed, ipv6Port] = /^\[([^\]]*)\]:(.*)$/.exec(text) ?? [];
	if (bracketed !== undefined) {
		return isIpv6(bracketed) ? (portFlaw(ipv6Port ?? '') ?? 'ipv6') : notAddress(text);
	}
	const [, address, port] = /^([\d.]+):(.*)$/.exec(text) ?? [];
	if (address !== undefined && isIpv4(address)) return portFlaw(port ?? '') ?? 'ipv4';
	return readUnsigned(text) === undefined ? notAddress(text) : (portFlaw(text) ?? 'port');
}

function unixFlaw(text: string): Flaw {
	return text.length === 1 && text === '@'
		? { what: 'the name of the socket is missing', advice: 'write it after the `@`' }
		: { what: 'the path of the socket is too long', advice: 'it has 107 bytes at the most' };
}

function readVsock(text: string): Family | Flaw {
	const [, type, cid, port] = /^vsock(-stream|-dgram|-seqpacket)?:([^:]*):(.*)$/.exec(text) ?? [];
	const known = cid !== undefined && (cid === '' || typeof readUnsigned(cid) === 'number');
	if (!known || typeof readUnsigned(port ?? '') !== 'number') return notAddress(text);
	return type === undefined ? 'vsock' : 'vsock-typed';
}

function portFlaw(text: string): Flaw | undefined {
	const port = readUnsigned(text, 65_535);
	if (typeof port === 'number' && port > 0) return undefined;
	return { what: `\`${plain(text)}\` is no port`, advice: 'write a number from 1 to 65535' };
}

function notAddress(text: string): Flaw {
	const what = `\`${plain(text)}\` is no address to listen on`;
	const port = /^(?:\*|):(\d+)$/.exec(text)?.[1];
	if (port !== undefined) return { what, instead: port };
	const loopback = /^localhost:(\d+)$/.exec(text)?.[1];
	if (loopback !== undefined) return { what, instead: `127.0.0.1:${loopback}` };
	return { what, advice: 'write a port, `address:port`, `[IPv6]:port`, a path, or `@name`' };
}

function judgeNetlink(text: string): Flaw | undefined {
	const [, family = '', group] = /^(\S+)(?:\s+(.+))?$/.exec(text) ?? [];
	if (!netlinkFamilies.includes(family) && typeof readUnsigned(family, 2 ** 31 - 1) !== 'number') {
		const near = nearest(family, netlinkFamilies);
		const advice = near === undefined ? 'write one such as `kobject-uevent`' : `did you mean \`${near}\`?`;
		return { what: `\`${plain(family)}\` is no netlink family`, advice };
	}
	if (group === undefined || typeof readUnsigned(group) === 'number') return undefined;
	return { what: `\`${plain(group)}\` is no multicast group`, advice: 'write a number' };
}
