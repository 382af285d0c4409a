// Requests and answers over HTTP, with servers that do as they should.

import { createServer } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readEndpoint } from '../../../cluster/src/transport/endpoint.ts';
import { open } from '../../../cluster/src/transport/open.ts';
import { httpServer, listenOnPort, never, transportTo } from './servers.ts';

describe('an answer', () => {
	test('has status, headers and body', async () => {
		const socket = await httpServer((_request, response) => {
			response.writeHead(201, { 'X-Etcd-Index': '7', 'Set-Cookie': ['a=1', 'b=2'] }).end('größer');
		});
		const answer = await transportTo(socket).send({ method: 'GET', path: '/' }, never);
		expect(answer).toMatchObject({
			status: 201,
			headers: { 'x-etcd-index': '7', 'set-cookie': 'a=1, b=2' },
			body: 'größer',
		});
	});

	test('of several megabytes arrives whole', async () => {
		const body = 'unit\n'.repeat(2_500_000);
		const socket = await httpServer((_request, response) => response.end(body));
		expect((await transportTo(socket).send({ method: 'GET', path: '/' }, never)).body).toBe(body);
	});

	test('comes piece by piece when it is opened', async () => {
		const socket = await httpServer((_request, response) => {
			response.write('first');
			onTestFinished(() => void response.end());
		});
		const stream = await transportTo(socket).open({ method: 'GET', path: '/' }, never);
		for await (const chunk of stream.chunks) {
			expect(Buffer.from(chunk).toString()).toBe('first');
			break;
		}
	});
});

describe('a request', () => {
	test('carries method, path, headers and body', async () => {
		const socket = await httpServer(async (request, response) => {
			const body = await request.setEncoding('utf8').toArray();
			const { method, url, headers } = request;
			response.end(JSON.stringify({ method, url, headers, body: body.join('') }));
		});
		const { body } = await transportTo(socket, { basePath: '/proxy' }).send(
			{ method: 'PUT', path: '/units/a%40b?alt=json', headers: { 'content-type': 'text/plain' }, body: 'ü' },
			never,
		);
		expect(JSON.parse(body)).toMatchObject({
			method: 'PUT',
			url: '/proxy/units/a%40b?alt=json',
			headers: { host: 'localhost', 'content-type': 'text/plain', 'content-length': '2' },
			body: 'ü',
		});
	});

	test('goes to a port, under its base path', async () => {
		const server = createServer((request, response) => response.end(`${request.headers.host} ${request.url}`));
		const port = await listenOnPort(server);
		const road = open([readEndpoint(`http://127.0.0.1:${port}/a/`)], undefined);
		onTestFinished(() => road.dispose());
		const [transport] = road.transports;
		expect(transport?.label).toBe(`http://127.0.0.1:${port}/a`);
		expect((await transport?.send({ method: 'GET', path: '/b' }, never))?.body).toBe(`127.0.0.1:${port} /a/b`);
	});
});

describe('streams', () => {
	/** Answers with the number of the connection. */
	const countingServer = () => {
		let connections = 0;
		const numbers = new WeakMap<object, number>();
		return httpServer((request, response) => {
			if (!numbers.has(request.socket)) numbers.set(request.socket, ++connections);
			response.end(String(numbers.get(request.socket)));
		});
	};

	test('are shared by reads', async () => {
		const transport = transportTo(await countingServer());
		const read = async () => (await transport.send({ method: 'GET', path: '/' }, never)).body;
		expect([await read(), await read(), await read()]).toEqual(['1', '1', '1']);
	});

	test('are not shared with writes', async () => {
		const transport = transportTo(await countingServer());
		const read = async () => (await transport.send({ method: 'GET', path: '/' }, never)).body;
		const write = async () => (await transport.send({ method: 'PUT', path: '/', body: '' }, never)).body;
		expect([await read(), await write(), await write(), await read()]).toEqual(['1', '2', '3', '1']);
	});

	test('are limited in number for reads', async () => {
		const transport = transportTo(await countingServer(), { maxStreams: 3 });
		const reads = Array.from({ length: 50 }, () => transport.send({ method: 'GET', path: '/' }, never));
		const used = new Set((await Promise.all(reads)).map(({ body }) => body));
		expect([...used].every((number) => Number(number) <= 3)).toBe(true);
	});
});
