// TLS over the streams of another dialer, so that it works through a tunnel, too. The server is verified unless the
// person says otherwise; fleetctl does that only when it has a client certificate.

import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { type ConnectionOptions, connect, createSecureContext, type SecureContext } from 'node:tls';
import { ClusterError } from '../errors.ts';
import { onAbort } from './deadline.ts';
import type { Dialer } from './dialer.ts';

/** Files in PEM format, read anew for each stream so that renewed ones count. */
export interface TlsSettings {
	/** Authorities to trust instead of the system's. */
	readonly caFile?: string;
	readonly certFile?: string;
	readonly keyFile?: string;
	/** `false`: talk to whoever answers. */
	readonly verify?: boolean;
}

/** Wraps the streams of a dialer in TLS for a host. */
export function tlsDialer(inner: Dialer, host: string, settings: TlsSettings): Dialer {
	const wrapped = new WeakMap<Duplex, Duplex>();
	return {
		ready: (signal, authentication) => inner.ready(signal, authentication),
		dial: async (signal) => {
			const options = await connectionOptions(host, settings);
			const plain = await inner.dial(signal);
			const secured = await secure(plain, options, signal);
			wrapped.set(secured, plain);
			return secured;
		},
		explain: (stream) => inner.explain(wrapped.get(stream) ?? stream),
		dispose: () => inner.dispose(),
	};
}

async function connectionOptions(host: string, settings: TlsSettings): Promise<ConnectionOptions> {
	return {
		host,
		// A name is sent only for names: addresses are not allowed there (RFC 6066, section 3).
		...(isIP(host) === 0 ? { servername: host } : {}),
		secureContext: await readContext(settings),
		rejectUnauthorized: settings.verify ?? true,
	};
}

async function readContext({ caFile, certFile, keyFile }: TlsSettings): Promise<SecureContext> {
	const files = {
		...(caFile === undefined ? {} : { ca: await readPem(caFile, 'authorities') }),
		...(certFile === undefined ? {} : { cert: await readPem(certFile, 'certificate') }),
		...(keyFile === undefined ? {} : { key: await readPem(keyFile, 'key') }),
	};
	try {
		return createSecureContext(files);
	} catch (error) {
		throw unusable('authorities, certificate and key cannot be used', error);
	}
}

async function readPem(file: string, what: string): Promise<string> {
	try {
		return await readFile(file, 'utf8');
	} catch (error) {
		throw unusable(`the ${what} cannot be read`, error);
	}
}

function unusable(what: string, error: unknown): ClusterError {
	const reason = error instanceof Error ? error.message : String(error);
	return new ClusterError('refused', `${what}: ${reason}`, { advice: 'name files in PEM format', cause: error });
}

function secure(stream: Duplex, options: ConnectionOptions, signal: AbortSignal): Promise<Duplex> {
	return new Promise((resolve, reject) => {
		const secured = connect({ ...options, socket: stream });
		const stop = onAbort(signal, () => secured.destroy(signal.reason));
		secured.once('error', reject);
		secured.once('close', () => {
			stop();
			stream.destroy();
			reject(closedEarly());
		});
		secured.once('secureConnect', () => {
			stop();
			secured.off('error', reject);
			resolve(secured);
		});
	});
}

function closedEarly(): Error {
	return Object.assign(new Error('closed before TLS was agreed on'), { code: 'ECONNRESET' });
}
