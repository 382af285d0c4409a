// TLS: whom the transport believes, who is believed by the server, and what is said when either is not.

import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:https';
import { createServer as createRawServer } from 'node:net';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { open } from '../../../cluster/src/transport/open.ts';
import type { TlsSettings } from '../../../cluster/src/transport/tls.ts';
import { failure, listenOnPort, never, temporaryFolder } from './servers.ts';

const fixture = (name: string) => path.resolve('test/fixtures/tls', name);
const pem = (name: string) => readFileSync(fixture(name), 'utf8');
const caFile = fixture('ca.pem');

describe('a server', () => {
	test('that the named authority vouches for is believed', async () => {
		expect(await ask(await tlsServer(), { caFile })).toBe('hello');
	});

	test('that no known authority vouches for is not believed', async () => {
		const error = await failure(ask(await tlsServer(), {}));
		expect(error).toMatch(/^host-key: GET \/ at https:\S+: its certificate is not to be trusted$/);
	});

	test('is believed whoever it is when the person says so', async () => {
		expect(await ask(await tlsServer(), { verify: false })).toBe('hello');
	});

	test('whose certificate is for another host is not believed', async () => {
		const address = '127.0.0.2';
		const error = await failure(ask(await tlsServer({}, address), { caFile }, { address }));
		expect(error).toMatch(/^host-key: GET \/ at https:\S+: its certificate is for another host$/);
	});

	test('that does not speak TLS is told so', async () => {
		const port = await listenOnPort(createHttpServer((_request, response) => response.end('plain')));
		expect(await failure(ask(port, { caFile }))).toMatch(/^protocol: GET \/ at https:\S+: it does not speak TLS$/);
	});

	test('that hangs up instead of a handshake got no request', async () => {
		const port = await listenOnPort(createRawServer((socket) => socket.destroy()));
		expect(await failure(ask(port, { caFile }))).toMatch(
			/^unreachable: GET \/ at https:\S+: the connection was closed at once$/,
		);
	});

	test('that stops in the handshake is given up', async () => {
		const port = await listenOnPort(createRawServer());
		expect(await failure(ask(port, { caFile }, { timeout: 100 }))).toMatch(/^timeout: /);
	});
});

describe('a server that wants a certificate', () => {
	const strict = { requestCert: true, rejectUnauthorized: true, ca: pem('ca.pem') };

	test('answers who has one', async () => {
		const files = { certFile: fixture('client.pem'), keyFile: fixture('client.key') };
		expect(await ask(await tlsServer(strict), { caFile, ...files })).toBe('hello');
	});

	test('denies who has none', async () => {
		expect(await failure(ask(await tlsServer(strict), { caFile }))).toMatch(
			/^denied.*: it wants another client certificate$/,
		);
	});
});

test('a file that cannot be read is named', async () => {
	const missing = path.join(temporaryFolder(), 'missing.pem');
	expect(await failure(ask(await tlsServer(), { caFile: missing }))).toBe(
		`refused: the authorities cannot be read: ENOENT: no such file or directory, open '${missing}'`,
	);
});

test('a file that is no certificate is told so', async () => {
	expect(await failure(ask(await tlsServer(), { caFile, certFile: fixture('README.md') }))).toMatch(
		/^refused: authorities, certificate and key cannot be used: .*no start line/,
	);
});

function tlsServer(options: object = {}, address?: string): Promise<number> {
	const own = { cert: pem('server.pem'), key: pem('server.key') };
	const server = createServer({ ...own, ...options }, (_request, response) => response.end('hello'));
	return listenOnPort(server, address);
}

async function ask(port: number, tls: TlsSettings, { address = '127.0.0.1', timeout = 20_000 } = {}): Promise<string> {
	const endpoint = { kind: 'tcp', host: address, port, tls: true, basePath: '' } as const;
	const road = open([endpoint], undefined, { tls, timeout });
	onTestFinished(() => road.dispose());
	const [transport] = road.transports;
	return (await transport?.send({ method: 'GET', path: '/' }, never))?.body ?? '';
}
