// An HTTP proxy that loses requests or answers, as a test says: the connection closes and nobody is told why.

import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

/** What becomes of a request. */
export type Fate = 'pass' | 'lose the request' | 'lose the answer';

/** A proxy in front of a server. */
export interface LossyProxy {
	/** `http://127.0.0.1:41234` */
	readonly url: string;
	stop(): Promise<void>;
}

/** Starts a proxy. `fateOf` is asked with `PUT /path?query`. */
export async function startLossyProxy(target: string, fateOf: (request: string) => Fate): Promise<LossyProxy> {
	const server = createServer((incoming, outgoing) => {
		const fate = fateOf(`${incoming.method} ${incoming.url}`);
		if (fate === 'lose the request') incoming.socket.destroy();
		else forward(target, incoming, fate === 'pass' ? outgoing : undefined);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	return {
		url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
		stop: async () => {
			const closed = new Promise((resolve) => server.close(resolve));
			server.closeAllConnections();
			await closed;
		},
	};
}

/** Hands a request on, and its answer back; without an outgoing answer, closes the connection once there is one. */
function forward(target: string, incoming: IncomingMessage, outgoing: ServerResponse | undefined): void {
	const { method, url = '/', headers } = incoming;
	const onward = request(new URL(url, target), { method, headers }, (answer) => {
		if (outgoing === undefined) {
			answer.resume().once('end', () => incoming.socket.destroy());
			return;
		}
		outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
		answer.pipe(outgoing);
	});
	onward.once('error', () => incoming.socket.destroy());
	outgoing?.once('close', () => onward.destroy());
	incoming.pipe(onward);
}
