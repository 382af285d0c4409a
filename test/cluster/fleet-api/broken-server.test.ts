// Servers that hang up, hang, answer halves or too much: the right error each time, over real sockets, and no call stays.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ClusterBackend } from '../../../cluster/src/backend.ts';
import { createFleetApi } from '../../../cluster/src/fleet-api/backend.ts';
import { readEndpoint } from '../../../cluster/src/transport/endpoint.ts';
import { type OpenOptions, open } from '../../../cluster/src/transport/open.ts';
import { patient, sleeper } from '../contract-support.ts';

const anything = { kind: 'anything' } as const;

describe('reading from a server that', () => {
	test('hangs up', async () => {
		const backend = await backendOver((_, response) => response.destroy());
		await expect(backend.machines(patient)).rejects.toMatchObject({ kind: 'protocol', details: { sent: true } });
	});

	test('hangs', async () => {
		const backend = await backendOver(() => {}, { timeout: 50 });
		await expect(backend.machines(patient)).rejects.toMatchObject({ kind: 'timeout' });
	});

	test('hangs, and that is given up', async () => {
		const controller = new AbortController();
		const backend = await backendOver(() => controller.abort());
		await expect(backend.units(controller.signal)).rejects.toMatchObject({ kind: 'cancelled' });
	});

	test('hangs in the middle of an answer', async () => {
		const backend = await backendOver((_, response) => response.write('{"units":['), { timeout: 50 });
		await expect(backend.units(patient)).rejects.toMatchObject({ kind: 'timeout' });
	});

	test('hangs up in the middle of an answer', async () => {
		const backend = await backendOver((_, response) => {
			response.writeHead(200, { 'content-length': '1000' });
			response.write('{"units":[', () => response.destroy());
		});
		await expect(backend.units(patient)).rejects.toMatchObject({ name: 'ClusterError' });
	});

	test('has 10 MB of units', async () => {
		const options = [{ section: 'Service', name: 'A', value: 'x'.repeat(2000) }];
		const units = Array.from({ length: 5000 }, (_, at) => ({ name: `u${at}.service`, options }));
		const body = JSON.stringify({ units });
		expect(body.length).toBeGreaterThan(10_000_000);
		const backend = await backendOver((_, response) => response.end(body));
		expect(await backend.units(patient)).toHaveLength(5000);
	});

	test('answers more than is allowed', async () => {
		const backend = await backendOver((_, response) => response.end('x'.repeat(10_000)), { maxBytes: 1000 });
		await expect(backend.units(patient)).rejects.toMatchObject({ kind: 'protocol' });
	});

	test('is not there', async () => {
		const backend = backendAt('http://127.0.0.1:1');
		await expect(backend.units(patient)).rejects.toMatchObject({ kind: 'unreachable' });
	});
});

describe('writing to a server that hangs up', () => {
	test('after the write is told as done', async () => {
		const { backend, writes } = await forgetfulServer('does');
		expect(await backend.setDesiredState('a.service', 'launched', anything, patient)).toEqual({ kind: 'changed' });
		expect(writes).toHaveLength(1);
	});

	test('instead of the write is told as unknown, and sent only once', async () => {
		const { backend, writes } = await forgetfulServer('does not');
		const write = backend.setDesiredState('a.service', 'launched', anything, patient);
		await expect(write).rejects.toMatchObject({ kind: 'unknown', message: expect.stringContaining('as it was') });
		expect(writes).toHaveLength(1);
	});
});

/** A server with one unit that hangs up on every write, which it does or does not. */
async function forgetfulServer(habit: 'does' | 'does not') {
	const writes: string[] = [];
	let desiredState = 'inactive';
	const backend = await backendOver((request, response) => {
		if (request.method === 'GET') {
			response.end(JSON.stringify({ name: 'a.service', options: sleeper('a'), desiredState }));
			return;
		}
		writes.push(request.url ?? '');
		if (habit === 'does') desiredState = 'launched';
		response.destroy();
	});
	return { backend, writes };
}

async function backendOver(
	answer: (request: IncomingMessage, response: ServerResponse) => void,
	options: OpenOptions = {},
): Promise<ClusterBackend> {
	const server = createServer(answer);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	// A server that listens on TCP has such an address.
	const { port } = server.address() as AddressInfo;
	return backendAt(`http://127.0.0.1:${port}`, options);
}

function backendAt(address: string, options: OpenOptions = {}): ClusterBackend {
	const [transport] = open([readEndpoint(address)], undefined, options).transports;
	if (transport === undefined) throw new Error('one endpoint gives one transport');
	const backend = createFleetApi({ transport });
	onTestFinished(() => backend.dispose());
	return backend;
}
