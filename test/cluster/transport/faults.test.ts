// What a call ends with when the other side is slow, silent, confused or gone. Nothing may hang, and nobody may be left
// in doubt about whether a request was sent.

import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { HttpRequest } from '../../../cluster/src/transport/transport.ts';
import {
	answeringServer,
	eventually,
	failure,
	httpServer,
	listen,
	never,
	rawServer,
	temporaryFolder,
	transportTo,
} from './servers.ts';

const get: HttpRequest = { method: 'GET', path: '/units' };
const put: HttpRequest = { method: 'PUT', path: '/units', body: '{}' };

describe('nobody is there', () => {
	test('at a path where nothing is', async () => {
		const transport = transportTo(path.join(temporaryFolder(), 'none'));
		expect(await failure(transport.send(get, never))).toBe(
			'unreachable: GET /units at the server: there is no such socket',
		);
		expect(await failure(transport.send(put, never))).toBe(
			'unreachable: PUT /units at the server: there is no such socket',
		);
	});

	test('at a path where a file is', async () => {
		const file = path.join(temporaryFolder(), 'file');
		writeFileSync(file, '');
		expect(await failure(transportTo(file).send(get, never))).toBe(
			'unreachable: GET /units at the server: nobody listens there',
		);
	});
});

describe('the server closes the connection', () => {
	test('at once', async () => {
		const transport = transportTo(await rawServer((socket) => socket.destroy()));
		expect(await failure(transport.send(get, never))).toBe(
			'protocol, sent: GET /units at the server: the connection was closed without an answer',
		);
	});

	test.each([get, put])('without an answer to $method', async (request) => {
		const transport = transportTo(await answeringServer((socket) => socket.end()));
		expect(await failure(transport.send(request, never))).toBe(
			`protocol, sent: ${request.method} /units at the server: the connection was closed without an answer`,
		);
	});

	test('in the middle of the head', async () => {
		const transport = transportTo(await answeringServer((socket) => socket.end('HTTP/1.1 200 OK\r\nCont')));
		expect(await failure(transport.send(get, never))).toMatch(/^protocol, sent: GET \/units at the server: /);
	});

	test('in the middle of a body of known length', async () => {
		const head = 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n';
		const transport = transportTo(await answeringServer((socket) => socket.end(`${head}half`)));
		expect(await failure(transport.send(get, never))).toBe(
			'protocol, sent: GET /units at the server: the connection broke off in the middle of the answer',
		);
	});

	test('in the middle of a body in chunks', async () => {
		const head = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n';
		const transport = transportTo(await answeringServer((socket) => socket.end(`${head}4\r\nhalf\r\n`)));
		expect(await failure(transport.send(get, never))).toBe(
			'protocol, sent: GET /units at the server: the connection broke off in the middle of the answer',
		);
	});

	test('of a stream that is read as it comes', async () => {
		const head = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n';
		const transport = transportTo(await answeringServer((socket) => socket.end(`${head}4\r\nhalf\r\n`)));
		const { chunks } = await transport.open(get, never);
		const read: string[] = [];
		const reading = (async () => {
			for await (const chunk of chunks) read.push(Buffer.from(chunk).toString());
		})();
		expect(await failure(reading)).toBe(
			'protocol, sent: GET /units at the server: the connection broke off in the middle of the answer',
		);
		expect(read).toEqual(['half']);
	});

	test('that was idle: a read is sent anew', async () => {
		let connections = 0;
		const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';
		const socket = await rawServer((connection) => {
			const isFirst = ++connections === 1;
			connection.once('data', () => {
				connection.write(answer);
				// The second request on the first connection meets a server that has just given it up.
				connection.on('data', () => (isFirst ? connection.destroy() : connection.write(answer)));
			});
		});
		const transport = transportTo(socket);
		await transport.send(get, never);
		expect((await transport.send(get, never)).body).toBe('ok');
		expect(connections).toBe(2);
	});
});

describe('the server answers nonsense', () => {
	test('instead of HTTP', async () => {
		const transport = transportTo(await answeringServer((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n')));
		expect(await failure(transport.send(get, never))).toBe(
			'protocol, sent: GET /units at the server: the answer is no HTTP',
		);
	});

	test('in the middle of the body', async () => {
		const head = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n';
		const transport = transportTo(await answeringServer((socket) => socket.write(`${head}4\r\nhalf\r\nnonsense\r\n`)));
		expect(await failure(transport.send(get, never))).toBe(
			'protocol, sent: GET /units at the server: the answer is no HTTP',
		);
	});
});

describe('an answer that is too large', () => {
	const refusal = 'protocol, sent: GET /units at the server: the answer is larger than 10 MiB';
	const large = 'x'.repeat(10 * 1024 * 1024 + 1);

	test('is refused by its length, before it is read', async () => {
		const socket = await answeringServer((connection) => {
			connection.write(`HTTP/1.1 200 OK\r\nContent-Length: ${large.length}\r\n\r\n`);
		});
		const transport = transportTo(socket, { maxBytes: 10 * 1024 * 1024 });
		expect(await failure(transport.send(get, never))).toBe(refusal);
	});

	test('is refused as it comes when it has no length', async () => {
		const socket = await httpServer((_request, response) => {
			response.write(large);
			response.end();
		});
		const transport = transportTo(socket, { maxBytes: 10 * 1024 * 1024 });
		expect(await failure(transport.send(get, never))).toBe(refusal);
	});

	test('may be as large as the limit', async () => {
		const socket = await httpServer((_request, response) => response.end(large.slice(1)));
		const transport = transportTo(socket, { maxBytes: 10 * 1024 * 1024 });
		expect((await transport.send(get, never)).body).toHaveLength(10 * 1024 * 1024);
	});
});

describe('the time limit', () => {
	test('ends a call that is never answered', async () => {
		const transport = transportTo(await rawServer(() => {}));
		expect(await failure(transport.send({ ...get, timeout: 1_000 }, never))).toBe(
			'timeout, sent: GET /units at the server: no answer within 1 s',
		);
	});

	test('ends an answer that trickles', async () => {
		const socket = await httpServer((_request, response) => {
			const trickle = setInterval(() => response.write('.'), 5);
			response.once('close', () => clearInterval(trickle));
		});
		expect(await failure(transportTo(socket, { timeout: 1_000 }).send(get, never))).toBe(
			'timeout, sent: GET /units at the server: no answer within 1 s',
		);
	});

	test('does not hold for the body of a stream', async () => {
		const socket = await httpServer((_request, response) => {
			response.write('early');
			setTimeout(() => response.end('late'), 1_500);
		});
		const { chunks } = await transportTo(socket).open({ ...get, timeout: 1_000 }, never);
		const read: string[] = [];
		for await (const chunk of chunks) read.push(Buffer.from(chunk).toString());
		expect(read.join(' ')).toBe('early late');
	});

	test('counts while a call waits for a stream to become free', async () => {
		const transport = transportTo(await rawServer(() => {}), { maxStreams: 1 });
		const first = failure(transport.send({ ...get, timeout: 10_000 }, never));
		expect(await failure(transport.send({ ...get, timeout: 50 }, never))).toBe(
			'timeout: GET /units at the server: no answer within 0.05 s',
		);
		await transport.dispose();
		expect(await first).toBe('cancelled, sent: the connection to the server was closed');
	});
});

describe('giving up', () => {
	test('before the call sends nothing', async () => {
		const transport = transportTo(await httpServer((_request, response) => response.end()));
		expect(await failure(transport.send(put, AbortSignal.abort()))).toBe(
			'cancelled: PUT /units at the server was cancelled',
		);
	});

	test('before the answer ends the call and the connection', async () => {
		const giveUp = new AbortController();
		const closed = vi.fn();
		const socket = await answeringServer((connection) => {
			connection.once('close', closed);
			giveUp.abort();
		});
		expect(await failure(transportTo(socket).send(put, giveUp.signal))).toBe(
			'cancelled, sent: PUT /units at the server was cancelled',
		);
		await eventually(() => expect(closed).toHaveBeenCalled());
	});

	test('in the middle of the body ends the call and the connection', async () => {
		const giveUp = new AbortController();
		const closed = vi.fn();
		const socket = await httpServer((_request, response) => {
			response.once('close', closed);
			response.write('half', () => giveUp.abort());
		});
		expect(await failure(transportTo(socket).send(get, giveUp.signal))).toBe(
			'cancelled, sent: GET /units at the server was cancelled',
		);
		await eventually(() => expect(closed).toHaveBeenCalled());
	});

	test('ends a stream that somebody waits for', async () => {
		const giveUp = new AbortController();
		const socket = await httpServer((_request, response) => response.write('begin'));
		const { chunks } = await transportTo(socket).open(get, giveUp.signal);
		const reading = (async () => {
			for await (const _chunk of chunks) giveUp.abort();
		})();
		expect(await failure(reading)).toBe('cancelled, sent: GET /units at the server was cancelled');
	});

	test('leaving a stream closes its connection', async () => {
		const closed = vi.fn();
		const socket = await httpServer((_request, response) => {
			response.once('close', closed);
			response.write('begin');
		});
		const { chunks } = await transportTo(socket).open(get, never);
		for await (const _chunk of chunks) break;
		await eventually(() => expect(closed).toHaveBeenCalled());
	});

	test('is done for all calls when the transport is disposed of', async () => {
		const transport = transportTo(await rawServer(() => {}));
		const calls = [failure(transport.send(get, never)), failure(transport.open(get, never))];
		await transport.dispose();
		for (const call of await Promise.all(calls)) {
			expect(call).toMatch(/^cancelled.*: the connection to the server was closed$/);
		}
		expect(await failure(transport.send(get, never))).toBe('cancelled: the connection to the server was closed');
	});
});

test('a path that HTTP cannot carry is refused', async () => {
	const transport = transportTo(await httpServer((_request, response) => response.end()));
	expect(await failure(transport.send({ method: 'GET', path: '/a b\r\nX: y' }, never))).toBe(
		'refused: GET /a b\r\nX: y at the server: it has characters that HTTP cannot carry',
	);
});

test('a server that is gone and back is reached again', async () => {
	const folder = temporaryFolder();
	const socket = path.join(folder, 'socket');
	const transport = transportTo(socket);
	expect(await failure(transport.send(get, never))).toMatch(/^unreachable/);
	const server = createServer((_request, response) => response.end('back'));
	await listen(server, socket);
	expect((await transport.send(get, never)).body).toBe('back');
});
