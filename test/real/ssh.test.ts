// Requests through a real ssh and a real sshd: to sockets and ports, over one connection or over a process for each.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fleetctl } from '../support/fd-forward.ts';
import { echo, failure, get, masters, never, openThrough, put, servePort, serveSocket } from '../support/ssh-road.ts';
import { createSshLab, type Sshd, type SshLab } from '../support/sshd.ts';

let lab: SshLab;
let sshd: Sshd;
let config: string;
let sockets = 0;

beforeAll(async () => {
	lab = createSshLab();
	sshd = await lab.sshd();
	config = lab.config({ alias: 'tunnel', sshd });
});

afterAll(() => lab.dispose());

const newSocket = () => path.join(lab.folder, `socket-${sockets++}`);

describe('a request to a socket behind a host', () => {
	test('is answered', async () => {
		const socket = await serveSocket(newSocket(), ({ method, url }, response) => response.end(`${method} ${url}`));
		const [transport] = openThrough(config, socket);
		expect((await get(transport, '/fleet/v1/units')).body).toBe('GET /fleet/v1/units');
		expect(transport.label).toBe(`unix://${socket} via tunnel`);
	});

	test('may have an answer that is read as it comes', async () => {
		const socket = await serveSocket(newSocket(), (_request, response) => {
			response.write('first');
			setTimeout(() => response.end('second'), 50);
		});
		const { chunks } = await openThrough(config, socket)[0].open({ method: 'GET', path: '/', timeout: 20_000 }, never);
		const read: string[] = [];
		for await (const chunk of chunks) read.push(Buffer.from(chunk).toString());
		expect(read.join(' ')).toBe('first second');
	});

	test('is one of fifty over one login', async () => {
		const before = sshd.logins();
		const socket = await serveSocket(newSocket(), (request, response) => response.end(request.url));
		const [transport] = openThrough(config, socket);
		const urls = Array.from({ length: 50 }, (_, number) => `/${number}`);
		const answers = await Promise.all(urls.map((url) => get(transport, url)));
		expect(answers.map(({ body }) => body)).toEqual(urls);
		expect(sshd.logins() - before).toBe(1);
		expect(masters()).toHaveLength(1);
	});

	test('fails when nobody listens on the socket', async () => {
		const error = await failure(get(openThrough(config, '/run/nobody.sock')[0]));
		expect(error.message).toBe(
			'reaching unix:///run/nobody.sock via tunnel: the socket cannot be opened, and there is no fleetctl to try',
		);
		expect(error).toMatchObject({ kind: 'unreachable', details: { process: { exitCode: 127 } } });
		expect(error.details.sent).toBeUndefined();
	});

	test('is answered once somebody listens, over the same login', async () => {
		const before = sshd.logins();
		const socket = newSocket();
		const [transport] = openThrough(config, socket);
		expect((await failure(get(transport))).kind).toBe('unreachable');
		await serveSocket(socket, (_request, response) => response.end('here'));
		expect((await get(transport)).body).toBe('here');
		expect(sshd.logins() - before).toBe(1);
	});

	test('that writes is surely not sent when nobody listens any more', async () => {
		const socket = newSocket();
		const server = createServer(echo);
		await new Promise<void>((resolve) => server.listen(socket, resolve));
		const [transport] = openThrough(config, socket);
		expect((await get(transport)).status).toBe(200);
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
		const error = await failure(put(transport, '{}'));
		expect(error.message).toContain('nobody listens on that socket there');
		expect(error.kind).toBe('unreachable');
		expect(error.details.sent).toBeUndefined();
	});
});

describe('a host that forwards to no sockets', () => {
	let old: Sshd;
	let toOld: string;

	beforeAll(async () => {
		old = await lab.sshd({ config: ['AllowStreamLocalForwarding no'], programs: { fleetctl } });
		toOld = lab.config({ alias: 'tunnel', sshd: old });
	});

	test('is passed by the fleetctl that it has', async () => {
		const before = old.logins();
		const [transport] = openThrough(toOld, await serveSocket(newSocket()));
		const body = 'x'.repeat(200_000);
		expect((await put(transport, body)).body).toBe(body);
		const reads = Array.from({ length: 8 }, () => get(transport));
		expect((await Promise.all(reads)).map(({ status }) => status)).toEqual(Array(8).fill(200));
		expect(old.logins() - before).toBe(1);
	});

	test('is told apart from one where nobody listens', async () => {
		const error = await failure(get(openThrough(toOld, '/run/nobody.sock')[0]));
		expect(error.message).toBe(
			'reaching unix:///run/nobody.sock via tunnel: Failed dialing remote address: connect ENOENT /run/nobody.sock',
		);
		expect(error.kind).toBe('unreachable');
	});
});

describe('a port behind a host', () => {
	test('is reached', async () => {
		expect((await put(openThrough(config, await servePort())[0], 'hello')).body).toBe('hello');
	});

	test('may speak TLS, with the certificate of the endpoint', async () => {
		const pem = (name: string) => readFileSync(path.resolve('test/fixtures/tls', name));
		const secure = createTlsServer({ cert: pem('server.pem'), key: pem('server.key') }, echo);
		const endpoint = { ...(await servePort(echo, secure)), tls: true };
		const tls = { caFile: path.resolve('test/fixtures/tls/ca.pem') };
		expect((await put(openThrough(config, endpoint, {}, tls)[0], 'hello')).body).toBe('hello');
		expect((await failure(put(openThrough(config, endpoint)[0], 'hello'))).kind).toBe('host-key');
	});

	test('where nobody listens is told so', async () => {
		const nobody = { kind: 'tcp', host: '127.0.0.1', port: 1, tls: false, basePath: '' } as const;
		const error = await failure(get(openThrough(config, nobody)[0]));
		expect(error.message).toBe('reaching http://127.0.0.1:1 via tunnel: nobody listens there');
		expect(error.kind).toBe('unreachable');
	});
});

describe('without a shared connection', () => {
	const ssh = { multiplexing: false };

	test('each stream to a socket is a process', async () => {
		const host = await lab.sshd({ programs: { fleetctl } });
		const [transport] = openThrough(lab.config({ alias: 'tunnel', sshd: host }), await serveSocket(newSocket()), ssh);
		expect((await put(transport, 'hello')).body).toBe('hello');
		expect((await put(transport, 'again')).body).toBe('again');
		expect(host.logins()).toBe(2);
		expect(masters()).toEqual([]);
	});

	test('each stream to a port is a process', async () => {
		const [transport] = openThrough(config, await servePort(), ssh);
		expect((await put(transport, 'hello')).body).toBe('hello');
		expect(masters()).toEqual([]);
	});

	test('a refused login is told with what ssh said', async () => {
		const refused = lab.config({ alias: 'tunnel', sshd, key: lab.key('refused') });
		const error = await failure(get(openThrough(refused, await servePort(), ssh)[0]));
		expect(error.kind).toBe('denied');
		expect(error.details.process?.stderr).toContain('Permission denied');
	});
});
