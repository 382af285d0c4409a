// Addresses of endpoints, read as fleetctl reads `--endpoint`: `unix:///path`, `http://host:port`, `https://…`, and lists
// with commas for etcd. What fleetctl answers in riddles is said plainly here. Nothing is opened.

import { ClusterError } from '../errors.ts';
import { checkHost } from './tunnel.ts';

/** Where an API listens. `basePath` stands before every path that is asked for; it is empty or begins with a slash. */
export type Endpoint =
	| { readonly kind: 'unix'; readonly path: string }
	| {
			readonly kind: 'tcp';
			readonly host: string;
			readonly port: number;
			readonly tls: boolean;
			readonly basePath: string;
	  };

/** Reads endpoints that are separated by commas, as fleetctl takes them for etcd. Throws `refused`. */
export function readEndpoints(text: string): readonly Endpoint[] {
	const parts = text.split(',').map((part) => part.trim());
	return parts.filter((part, index) => part !== '' || index === 0).map(readEndpoint);
}

/** Reads one endpoint. Throws `refused` with what is wrong and what it should have been. */
export function readEndpoint(text: string): Endpoint {
	const [, scheme = '', rest = ''] = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/(.*)$/s.exec(text) ?? [];
	switch (scheme.toLowerCase()) {
		case '':
			throw fault(text, `has no scheme; say ${withScheme(text)}`);
		// fleetctl takes `file` for the same.
		case 'unix':
		case 'file':
			return readUnix(text, rest);
		case 'http':
		case 'https':
			return readHttp(text);
		case 'ssh':
			throw fault(text, 'is no endpoint; name the host as the tunnel, and the socket there as the endpoint');
		default:
			throw fault(text, `has the scheme \`${scheme}\`; there are unix, http and https`);
	}
}

/** An endpoint as people write it. */
export function describeEndpoint(endpoint: Endpoint): string {
	if (endpoint.kind === 'unix') return `unix://${endpoint.path}`;
	const { tls, basePath } = endpoint;
	return `${tls ? 'https' : 'http'}://${hostAndPort(endpoint)}${basePath}`;
}

/** `host:port`, with brackets around an IPv6 address. */
export function hostAndPort({ host, port }: { readonly host: string; readonly port: number }): string {
	return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

function readUnix(text: string, rest: string): Endpoint {
	if (!rest.startsWith('/')) {
		const host = rest.split('/')[0] ?? '';
		throw fault(text, `names a host, \`${host}\`; a socket has three slashes: unix:///${rest}`);
	}
	const path = decoded(text, rest);
	if (path.endsWith('/')) throw fault(text, 'names a folder; name the socket in it');
	if (/[\0-\x1f\x7f]/.test(path)) throw fault(text, 'has control characters in its path');
	return { kind: 'unix', path };
}

function readHttp(text: string): Endpoint {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url === undefined) throw fault(text, 'cannot be read; say http://host:port');
	if (url.username !== '' || url.password !== '') throw fault(text, 'has a user; fleet and its etcd know none');
	if (url.search !== '' || url.hash !== '') throw fault(text, 'has a query; leave it out');
	const tls = url.protocol === 'https:';
	const host = checkHost(url.hostname.replace(/^\[(.*)\]$/, '$1'));
	const port = url.port === '' ? (tls ? 443 : 80) : Number(url.port);
	return { kind: 'tcp', host, port, tls, basePath: url.pathname.replace(/\/+$/, '') };
}

function withScheme(text: string): string {
	return text.startsWith('/') ? `unix://${text}` : `http://${text === '' ? 'host:port' : text}`;
}

function decoded(text: string, encoded: string): string {
	try {
		return decodeURIComponent(encoded);
	} catch {
		throw fault(text, 'has a `%` that is no escape; write it as %25');
	}
}

function fault(text: string, what: string): ClusterError {
	// A password has no business here, nor in a message.
	const shown = text.replace(/^([^/]*\/\/[^/:@]*:)[^/]*@/, '$1…@');
	return new ClusterError('refused', `endpoint ${JSON.stringify(shown)} ${what}`);
}
