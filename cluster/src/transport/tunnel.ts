// Hosts that ssh is to log in to: reads `[user@]host[:port]`, and refuses what ssh, or a shell that it starts, could take
// for something else. User and port stay open unless they are said, so that the person's ssh config decides.

import { ClusterError } from '../errors.ts';

/** A host for ssh; `host` may be an alias of the ssh config. */
export interface Tunnel {
	readonly user?: string;
	readonly host: string;
	readonly port?: number;
}

/** Reads `[user@]host[:port]`, an IPv6 address with a port in brackets. Throws `refused`. */
export function readTunnel(text: string): Tunnel {
	const [, user, rest = ''] = /^(?:([^@]*)@)?(.*)$/s.exec(text) ?? [];
	const { host, port } = splitPort(rest);
	return {
		...(user === undefined ? {} : { user: checkUser(user) }),
		host: checkHost(host),
		...(port === undefined ? {} : { port: checkPort(port) }),
	};
}

/** A tunnel as people write it. */
export function describeTunnel({ user, host, port }: Tunnel): string {
	const name = port !== undefined && host.includes(':') ? `[${host}]` : host;
	return `${user === undefined ? '' : `${user}@`}${name}${port === undefined ? '' : `:${port}`}`;
}

/**
 * The host, when it is one that may be handed to ssh. A name that begins with `-` would be an option, and others have
 * been run by the shell of a `ProxyCommand` (CVE-2023-51385). Throws `refused`.
 */
export function checkHost(host: string): string {
	if (host === '') throw new ClusterError('refused', 'a host is missing; say [user@]host[:port]');
	if (host.startsWith('-')) throw refusal('host', host, 'begins with `-`, which ssh takes for an option');
	if (!/^[A-Za-z0-9._:-]+(?:%[A-Za-z0-9._-]+)?$/.test(host)) {
		throw refusal('host', host, 'has characters that no host name has');
	}
	return host;
}

function checkUser(user: string): string {
	if (user.startsWith('-')) throw refusal('user', user, 'begins with `-`, which ssh takes for an option');
	if (!/^[A-Za-z0-9._+-]+$/.test(user)) throw refusal('user', user, 'has characters that no user name has');
	return user;
}

function checkPort(text: string): number {
	const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
	if (port < 1 || port > 65_535) throw refusal('port', text, 'is no number from 1 to 65535');
	return port;
}

/** Only one colon parts host and port; a bare IPv6 address has more. */
function splitPort(text: string): { readonly host: string; readonly port?: string } {
	const [, bracketed, named] = /^\[([^\]]*)\](?::(.*))?$/.exec(text) ?? [];
	if (bracketed !== undefined) return { host: bracketed, ...(named === undefined ? {} : { port: named }) };
	const [host = '', port, ...more] = text.split(':');
	return port === undefined || more.length > 0 ? { host: text } : { host, port };
}

function refusal(what: string, text: string, why: string): ClusterError {
	return new ClusterError('refused', `${what} ${JSON.stringify(text)} ${why}`);
}
