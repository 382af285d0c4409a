// A road that can be closed: a TCP proxy on loopback. While it is closed, connections are reset and new ones refused.

import { connect, createServer, type Server, type Socket } from 'node:net';

/** A proxy in front of a port. */
export interface TcpProxy {
	/** `http://127.0.0.1:41234` */
	readonly url: string;
	/** Breaks what is connected, and lets nobody in until `open`. */
	close(): Promise<void>;
	open(): Promise<void>;
}

/** Starts a proxy that leads to the host and port of an address. It is open. */
export async function startTcpProxy(target: string): Promise<TcpProxy> {
	const { hostname, port: targetPort } = new URL(target);
	const sockets = new Set<Socket>();
	let server: Server | undefined;
	let port = 0;
	const listen = async (): Promise<void> => {
		const fresh = createServer((near) => join(near, connect(Number(targetPort), hostname), sockets));
		server = fresh;
		await new Promise<void>((resolve, reject) => {
			fresh.once('error', reject);
			fresh.listen(port, '127.0.0.1', resolve);
		});
		const address = fresh.address();
		if (typeof address === 'object' && address !== null) port = address.port;
	};
	await listen();
	return {
		url: `http://127.0.0.1:${port}`,
		open: listen,
		close: async () => {
			const closed = new Promise((resolve) => server?.close(resolve));
			for (const socket of sockets) socket.resetAndDestroy();
			await closed;
		},
	};
}

function join(near: Socket, far: Socket, sockets: Set<Socket>): void {
	for (const [from, to] of [
		[near, far],
		[far, near],
	] as const) {
		sockets.add(from);
		from.on('error', () => to.destroy());
		from.on('close', () => {
			sockets.delete(from);
			to.destroy();
		});
		from.pipe(to);
	}
}
