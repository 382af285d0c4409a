// One HTTP request on one stream, up to the head of its answer, with an account of how far it came.

import { type Agent, type IncomingMessage, request } from 'node:http';
import type { Duplex } from 'node:stream';
import { onAbort } from '../deadline.ts';
import type { HttpRequest } from '../transport.ts';

/** What carries a request: a stream that is given up afterwards, or a pool of them. */
export type Carrier = { readonly stream: Duplex } | { readonly agent: Agent };

/** How far an exchange came. */
export interface Progress {
	/** The stream that the request was written to, so that it may have reached the server. */
	stream: Duplex | undefined;
	/** The stream had carried another request before; the server may have closed it meanwhile. */
	reused: boolean;
	/** The head of the answer is there. */
	answered: boolean;
	/** What Node said of the answer after its head. */
	fault: Error | undefined;
}

/** An account for an exchange that has not begun. */
export function noProgress(): Progress {
	return { stream: undefined, reused: false, answered: false, fault: undefined };
}

/** Sends a request. `host` is what its `Host` header says. Throws Node's errors, or the signal's reason. */
export function exchange(
	{ method, path, headers = {}, body }: HttpRequest,
	host: string,
	carrier: Carrier,
	progress: Progress,
	signal: AbortSignal,
): Promise<IncomingMessage> {
	return new Promise((resolve, reject) => {
		const outgoing = request({ method, path, headers: { host, ...headers }, ...carriedBy(carrier), socketPath });
		const stop = onAbort(signal, () => outgoing.destroy(signal.reason));
		outgoing.once('socket', (stream) => {
			progress.stream = stream;
			progress.reused = outgoing.reusedSocket;
		});
		outgoing.once('response', (response) => {
			progress.answered = true;
			resolve(response);
		});
		outgoing.on('error', (error) => {
			progress.fault ??= error;
			reject(error);
		});
		outgoing.once('close', stop);
		outgoing.end(body);
	});
}

// Never opened: the carrier has the stream. VS Code replaces `request` in its extensions by one that sends everything
// through its proxy settings, whatever carries it; only requests to a socket are let through as they are.
const socketPath = '/';

function carriedBy(carrier: Carrier) {
	return 'agent' in carrier ? carrier : { createConnection: () => carrier.stream };
}
