// Where a practice cluster listens: unix sockets in folders that are one's own, and loopback addresses. Nowhere else.

import { mkdir, rm, stat } from 'node:fs/promises';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';

/** An address to listen at. */
export type ListenAddress =
	| { readonly kind: 'unix'; readonly path: string }
	| { readonly kind: 'tcp'; readonly host: string; readonly port: number };

/** Reads `unix:PATH` or `tcp:127.0.0.1:PORT`. Throws an `Error` that says what is wrong with it. */
export function readListenAddress(text: string): ListenAddress {
	const [kind, ...rest] = text.split(':');
	if (kind === 'unix' && rest.join(':') !== '') return { kind, path: path.resolve(rest.join(':')) };
	const port = Number(rest.at(-1));
	const host = rest.slice(0, -1).join(':');
	if (kind !== 'tcp' || !/^\d+$/.test(rest.at(-1) ?? '') || port > 65_535) {
		throw new Error(`cannot listen at \`${text}\`: give unix:PATH or tcp:127.0.0.1:PORT`);
	}
	if (!isLoopback(host)) {
		throw new Error(
			`cannot listen at \`${text}\`: the practice cluster has no authentication, so give 127.0.0.1 or [::1]`,
		);
	}
	return { kind, host: host.replace(/^\[|\]$/g, ''), port };
}

/** Makes a server listen. Resolves to the endpoint as clients name it. */
export async function listenAt(server: Server, address: ListenAddress): Promise<string> {
	if (address.kind === 'unix') await prepareSocketPath(address.path);
	await startListening(server, address);
	if (address.kind === 'unix') return `unix://${address.path}`;
	const bound = server.address();
	const port = typeof bound === 'object' && bound !== null ? bound.port : address.port;
	return `http://${address.host.includes(':') ? `[${address.host}]` : address.host}:${port}`;
}

function startListening(server: Server, address: ListenAddress): Promise<void> {
	return new Promise<void>((resolve, reject) => {
		const where = address.kind === 'unix' ? address.path : `${address.host}:${address.port}`;
		const fail = ({ message }: Error) => reject(new Error(`cannot listen at \`${where}\`: ${message}`));
		server.once('error', fail);
		server.once('listening', () => {
			server.off('error', fail);
			resolve();
		});
		if (address.kind === 'unix') server.listen(address.path);
		else server.listen(address.port, address.host);
	});
}

function isLoopback(host: string): boolean {
	return /^127(\.\d{1,3}){3}$|^localhost$|^\[::1\]$/.test(host);
}

/** Bytes: what Linux (108) and macOS (104) take, less the end. */
const longestSocketPath = 103;

async function prepareSocketPath(socketPath: string): Promise<void> {
	if (Buffer.byteLength(socketPath) > longestSocketPath) {
		throw new Error(`cannot listen at \`${socketPath}\`: sockets have paths of at most ${longestSocketPath} bytes`);
	}
	const folder = path.dirname(socketPath);
	await mkdir(folder, { recursive: true, mode: 0o700 });
	const { mode } = await stat(folder);
	if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
		throw new Error(
			`cannot listen at \`${socketPath}\`: others may enter its folder; choose one of your own, with mode 0700`,
		);
	}
	await removeStaleSocket(socketPath);
}

// A socket that a dead server left behind is in the way; a living server's is not ours to take.
async function removeStaleSocket(socketPath: string): Promise<void> {
	const found = await stat(socketPath).catch(() => undefined);
	if (found === undefined) return;
	if (!found.isSocket()) throw new Error(`cannot listen at \`${socketPath}\`: a file of that name is there`);
	if (await answers(socketPath)) throw new Error(`cannot listen at \`${socketPath}\`: another server listens there`);
	await rm(socketPath, { force: true });
}

function answers(socketPath: string): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect(socketPath);
		const end = (result: boolean) => () => {
			socket.destroy();
			resolve(result);
		};
		socket.once('connect', end(true));
		socket.once('error', end(false));
	});
}
