// Roads through a lab's sshds, with servers behind them, and a look at what they leave behind.

import { readdirSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type ClusterError, isClusterError } from '../../cluster/src/errors.ts';
import type { Endpoint } from '../../cluster/src/transport/endpoint.ts';
import { type OpenOptions, open, type Road } from '../../cluster/src/transport/open.ts';
import type { HttpResponse, Transport } from '../../cluster/src/transport/transport.ts';
import { readTunnel } from '../../cluster/src/transport/tunnel.ts';
import { type Process, processes } from './processes.ts';

/** A signal that nobody aborts. */
export const never: AbortSignal = new AbortController().signal;

/** A transport through the host `tunnel` of an ssh config, and the road that it is part of. Gone with the test. */
export function openThrough(
	configFile: string,
	to: string | Endpoint,
	ssh: OpenOptions['ssh'] = {},
	tls: OpenOptions['tls'] = {},
): readonly [Transport, Road] {
	const endpoint: Endpoint = typeof to === 'string' ? { kind: 'unix', path: to } : to;
	const road = open([endpoint], readTunnel('tunnel'), {
		ssh: { configFile, connectTimeout: 30_000, ...ssh },
		tls,
		timeout: 20_000,
	});
	onTestFinished(() => road.dispose());
	const [transport] = road.transports;
	if (transport === undefined) throw new Error('one endpoint has one transport');
	return [transport, road];
}

/** Reads, and is patient: the machine may be busy. */
export function get(transport: Transport, url = '/'): Promise<HttpResponse> {
	return transport.send({ method: 'GET', path: url, timeout: 20_000 }, never);
}

/** Writes, and is patient. */
export function put(transport: Transport, body: string): Promise<HttpResponse> {
	return transport.send({ method: 'PUT', path: '/', body, timeout: 20_000 }, never);
}

/** What a call fails with. */
export async function failure(call: Promise<unknown>): Promise<ClusterError> {
	const error = await call.then(
		() => new Error('it succeeded'),
		(reason: unknown) => reason,
	);
	if (!isClusterError(error)) throw error;
	return error;
}

/** Answers with what it was sent. */
export const echo: RequestListener = (request, response) => void request.pipe(response);

/** A server on a socket, gone with the test. Returns the socket. */
export async function serveSocket(socket: string, answer: RequestListener = echo): Promise<string> {
	await listen(createServer(answer), socket);
	return socket;
}

/** A server on a port of this host, gone with the test. */
export async function servePort(answer: RequestListener = echo, server: Server = createServer(answer)) {
	await listen(server, { host: '127.0.0.1', port: 0 });
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('it listens on no port');
	return { kind: 'tcp', host: '127.0.0.1', port: address.port, tls: false, basePath: '' } as const;
}

async function listen(server: Server, place: string | { readonly host: string; readonly port: number }): Promise<void> {
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	await new Promise<void>((resolve) => server.listen(place, resolve));
}

/** The shared connections of this process. */
export function masters(): readonly Process[] {
	return processes().filter(({ command }) => command.includes(`fleet-ssh-${process.pid}-`) && / -M -S /.test(command));
}

/** Where folders for sockets of ssh are made. */
export const folderBase: string = process.env['XDG_RUNTIME_DIR'] ?? tmpdir();

/** The folders of this process for sockets of ssh. */
export function sshFolders(): readonly string[] {
	const names = readdirSync(folderBase).filter((name) => name.startsWith(`fleet-ssh-${process.pid}-`));
	return names.map((name) => path.join(folderBase, name));
}
