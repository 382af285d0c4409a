// Servers that misbehave in just one way, on a socket in a folder of their own. They are gone when the test is over.

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { isClusterError } from '../../../cluster/src/errors.ts';
import { directDialer } from '../../../cluster/src/transport/dialer.ts';
import { type HttpSettings, HttpTransport } from '../../../cluster/src/transport/http/http-transport.ts';

/** A folder that is removed when the test is over. */
export function temporaryFolder(): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'fleet-test-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** A server that speaks HTTP. Returns its socket. */
export function httpServer(answer: RequestListener): Promise<string> {
	return listen(createHttpServer(answer));
}

/** A server of bare bytes: what happens to a connection is up to the function. Returns its socket. */
export function rawServer(onConnection: (socket: Socket) => void): Promise<string> {
	return listen(createServer(onConnection));
}

/** A server of bare bytes that waits for the first bytes of a request. */
export function answeringServer(onRequest: (socket: Socket) => void): Promise<string> {
	return rawServer((socket) => socket.once('data', () => onRequest(socket)));
}

/** Lets a server listen on a socket. */
export async function listen(server: Server, socket: string = path.join(temporaryFolder(), 'socket')): Promise<string> {
	endWithTest(server);
	await new Promise<void>((resolve) => server.listen(socket, resolve));
	return socket;
}

/** Lets a server listen on a free port of this host. */
export async function listenOnPort(server: Server, address = '127.0.0.1'): Promise<number> {
	endWithTest(server);
	await new Promise<void>((resolve) => server.listen(0, address, resolve));
	const { port } = server.address() as AddressInfo; // It listens on a port.
	return port;
}

function endWithTest(server: Server): void {
	const connections = new Set<Socket>();
	server.on('connection', (connection: Socket) => {
		connections.add(connection);
		connection.on('error', () => {});
		connection.once('close', () => connections.delete(connection));
	});
	onTestFinished(() => {
		for (const connection of connections) connection.destroy();
		server.close();
	});
}

/** A transport to a socket. */
export function transportTo(socket: string, settings: Partial<HttpSettings> = {}): HttpTransport {
	const dialer = directDialer({ kind: 'unix', path: socket });
	const transport = new HttpTransport(dialer, { label: 'the server', host: 'localhost', ...settings });
	onTestFinished(() => transport.dispose());
	return transport;
}

/** Waits until something holds; the machine may be busy. */
export function eventually(check: () => void): Promise<void> {
	return vi.waitFor(check, 20_000);
}

/** A signal that nobody aborts. */
export const never: AbortSignal = new AbortController().signal;

/** What a promise fails with: kind, whether the request may have arrived, and message. */
export async function failure(promise: Promise<unknown>): Promise<string> {
	const error = await promise.then(
		() => new Error('it succeeded'),
		(reason) => reason,
	);
	if (!isClusterError(error)) throw error;
	return `${error.kind}${error.details.sent === true ? ', sent' : ''}: ${error.message}`;
}
