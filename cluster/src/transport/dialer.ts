// Streams of bytes to one endpoint, by whatever road: what HTTP is spoken over. Here are the shape and the two roads
// without a tunnel, unix socket and TCP; TLS and ssh stand in files of their own.

import { connect, type NetConnectOpts, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { ClusterError } from '../errors.ts';
import { onAbort } from './deadline.ts';
import type { Endpoint } from './endpoint.ts';
import type { Authentication } from './ssh/settings.ts';

/** Opens streams to one endpoint. */
export interface Dialer {
	/** Makes ready what all streams share, such as a login; has its own time limit. Quick when it is ready. */
	ready(signal: AbortSignal, authentication?: Authentication): Promise<void>;
	/** Opens a stream that is connected. Whatever fails here, nothing was sent. */
	dial(signal: AbortSignal): Promise<Duplex>;
	/** Why a stream broke off, where the road itself is the reason. */
	explain(stream: Duplex): Promise<ClusterError | undefined>;
	dispose(): Promise<void>;
}

/** A dialer without a tunnel. */
export function directDialer(endpoint: Endpoint): Dialer {
	const address =
		endpoint.kind === 'unix' ? { path: endpoint.path } : { host: endpoint.host, port: endpoint.port, noDelay: true };
	return {
		ready: async () => {},
		dial: (signal) => connectSocket(address, signal),
		explain: async () => undefined,
		dispose: async () => {},
	};
}

/** Connects a socket. Throws the system's error, or the signal's reason. */
export function connectSocket(address: NetConnectOpts, signal: AbortSignal): Promise<Socket> {
	return new Promise((resolve, reject) => {
		const socket = connect(address);
		const stop = onAbort(signal, () => socket.destroy(signal.reason));
		socket.once('error', reject);
		socket.once('close', stop);
		socket.once('connect', () => {
			stop();
			socket.off('error', reject);
			resolve(socket);
		});
	});
}
