// The server as it is shipped: one bundled file in a process of its own, on every transport, with clients that die or
// send garbage.

import { type ChildProcess, execFileSync, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
	IPCMessageReader,
	IPCMessageWriter,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver/node';
import { introduce, itemsOf, modernClient, type Session } from '../support/lsp-session.ts';

const uri = 'file:///etc/systemd/system/web.service';
const bad = '[Service]\nExecStart=/bin/a\nRestrat=no\n';
const folder = mkdtempSync(path.join(tmpdir(), 'fleet-units-server-'));
const bundle = path.join(folder, 'dist', 'server.cjs');
const started: ChildProcess[] = [];

beforeAll(() => {
	execFileSync(process.execPath, ['scripts/build.mjs', '--to', folder]);
});
afterEach(() => {
	for (const child of started.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('over stdio it answers, and ends well after shutdown and exit', async () => {
	const server = startOnStdio();
	const session = await server.introduce();
	await session.open(uri, bad);
	const [item] = itemsOf(await session.pull(uri));
	expect(item?.code).toBe('unknown-directive');
	const page = path.join(folder, 'docs', 'rules', 'unknown-directive.md');
	expect(item?.codeDescription?.href).toBe(pathToFileURL(page).href);
	await session.request('shutdown', undefined);
	await session.notify('exit', undefined);
	expect(await server.ended).toBe(0);
	expect(server.errors()).toBe('');
});

test('over the channel of a fork it answers, and ends well', async () => {
	const child = fork(bundle, ['--node-ipc', `--clientProcessId=${process.pid}`], { stdio: 'pipe' });
	started.push(child);
	const printed: Buffer[] = [];
	child.stdout?.on('data', (chunk) => printed.push(chunk));
	const session = await introduce(new IPCMessageReader(child), new IPCMessageWriter(child), {
		capabilities: modernClient,
	});
	await session.open(uri, bad);
	expect(itemsOf(await session.pull(uri))).toHaveLength(1);
	await session.request('shutdown', undefined);
	const ended = once(child, 'exit');
	await session.notify('exit', undefined);
	expect(await ended).toEqual([0, null]);
	expect(Buffer.concat(printed).toString()).toBe('');
});

test('the first hover brings the texts about directives', async () => {
	const session = await startOnStdio().introduce();
	await session.open(uri, '[Service]\nRestart=no\n');
	expect(await hoverText(session)).toContain('**Pitfall:**');
});

test('without the file of texts, hovers are short and the log says why', async () => {
	const alone = copyPrograms('server.cjs', 'session.cjs');
	const session = await startOnStdio(alone).introduce();
	await session.open(uri, '[Service]\nRestart=no\n');
	expect(await hoverText(session)).toContain('After which kinds of exit the service is started again automatically.');
	expect(session.logged.join('\n')).toMatch(/the texts about directives cannot be loaded/);
	expect(await hoverText(session)).toContain('After which kinds of exit');
});

test('without the file of the session it ends, and says why', async () => {
	const server = startOnStdio(copyPrograms('server.cjs'));
	server.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, capabilities: {} } });
	expect(await server.ended).toBe(1);
	expect(server.errors()).toMatch(/^the language server cannot be loaded, and ends: .*session\.cjs/);
});

test('what follows the introduction without waiting for its answer is handled in order', async () => {
	const server = startOnStdio();
	const sent = [
		{ id: 1, method: 'initialize', params: { processId: null, capabilities: { textDocument: { diagnostic: {} } } } },
		{ method: 'initialized', params: {} },
		{
			method: 'textDocument/didOpen',
			params: { textDocument: { uri, languageId: 'systemd-unit', version: 1, text: bad } },
		},
		{ id: 2, method: 'textDocument/diagnostic', params: { textDocument: { uri } } },
	];
	for (const message of sent) server.send({ jsonrpc: '2.0', ...message });
	const answers = await server.answers(2);
	expect(answers).toMatchObject([{ id: 1 }, { id: 2, result: { items: [{ code: 'unknown-directive' }] } }]);
});

test('it ends when the other end of the channel goes away', async () => {
	const child = fork(bundle, ['--node-ipc'], { stdio: 'pipe' });
	started.push(child);
	await introduce(new IPCMessageReader(child), new IPCMessageWriter(child));
	const ended = once(child, 'exit');
	child.disconnect();
	expect(await ended).toEqual([1, null]);
});

test('it ends when stdin is closed', async () => {
	const server = startOnStdio();
	await server.introduce();
	server.child.stdin?.end();
	expect(await server.ended).toBe(1);
});

test('exit without shutdown is a failure', async () => {
	const server = startOnStdio();
	const session = await server.introduce();
	await session.notify('exit', undefined);
	expect(await server.ended).toBe(1);
});

test('requests before the client has introduced itself are errors', async () => {
	const server = startOnStdio();
	server.send({ jsonrpc: '2.0', id: 1, method: 'textDocument/hover', params: { textDocument: { uri } } });
	expect(await server.firstMessage()).toMatchObject({ id: 1, error: { code: -32002 } });
});

test('messages that are no JSON, or no messages, do not end it', async () => {
	const server = startOnStdio();
	const session = await server.introduce();
	server.sendText('{ "jsonrpc": ');
	server.sendText('[1, 2');
	server.sendText('null');
	server.sendText('7');
	server.sendText('[]');
	server.sendText('{}');
	server.send({ jsonrpc: '2.0', id: {}, method: 7 });
	server.send({ jsonrpc: '2.0', id: 99, result: 'nobody asked' });
	server.send({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: [] });
	await session.open(uri, bad);
	expect(itemsOf(await session.pull(uri))).toHaveLength(1);
});

test('an initialize request that makes no sense is an error, and the next one may be right', async () => {
	const server = startOnStdio();
	server.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: null });
	expect(await server.firstMessage()).toMatchObject({ id: 1, error: { message: expect.any(String) } });
	const session = await server.introduce();
	await session.open(uri, bad);
	expect(itemsOf(await session.pull(uri))).toHaveLength(1);
});

test.each([
	[[], 'this is a language server'],
	[['--socket=6009'], '--socket=6009 is not supported'],
	[['--pipe', '/tmp/x'], '--pipe is not supported'],
	[['--node-ipc'], 'or by fork() with --node-ipc'],
])('started with %j it says in one line how to use it', async (args, message) => {
	const child = spawn(process.execPath, [bundle, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
	started.push(child);
	const [out, error, [code]] = await Promise.all([textOf(child.stdout), textOf(child.stderr), once(child, 'close')]);
	expect(code).toBe(2);
	expect(out).toBe('');
	expect(error).toContain(message);
	expect(error.trimEnd().split('\n')).toHaveLength(1);
});

/** What is said about the first key of the document. */
async function hoverText(session: Session): Promise<string> {
	const position = { line: 1, character: 2 };
	const answer = await session.request('textDocument/hover', { textDocument: { uri }, position });
	return JSON.stringify(answer);
}

function startOnStdio(program = bundle) {
	const child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
	started.push(child);
	const errors: Buffer[] = [];
	child.stderr.on('data', (chunk) => errors.push(chunk));
	const sendText = (text: string) => {
		child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
	};
	return {
		child,
		sendText,
		send: (message: unknown) => sendText(JSON.stringify(message)),
		ended: once(child, 'exit').then(([code]) => code as number),
		errors: () => Buffer.concat(errors).toString(),
		introduce: () =>
			introduce(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin), {
				capabilities: modernClient,
			}),
		/** The first answers. */
		answers: (count: number) =>
			new Promise<readonly unknown[]>((resolve) => {
				const heard: unknown[] = [];
				new StreamMessageReader(child.stdout).listen((message) => {
					if ('id' in message && !('method' in message)) heard.push(message);
					if (heard.length === count) resolve(heard);
				});
			}),
		firstMessage: () => new Promise((resolve) => new StreamMessageReader(child.stdout).listen(resolve)),
	};
}

/** A folder of its own with some of the programs. Returns the path of the first. */
function copyPrograms(...names: readonly [string, ...string[]]): string {
	const alone = mkdtempSync(path.join(folder, 'alone-'));
	for (const name of names) cpSync(path.join(folder, 'dist', name), path.join(alone, name));
	return path.join(alone, names[0]);
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
	let text = '';
	for await (const chunk of stream) text += chunk;
	return text;
}
