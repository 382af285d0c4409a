// The life of a shared connection with a real ssh: how it is lost and made anew, and that nothing stays behind.

import { execFile, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { processes } from '../support/processes.ts';
import {
	failure,
	folderBase,
	get,
	masters,
	never,
	openThrough,
	put,
	serveSocket,
	sshFolders,
} from '../support/ssh-road.ts';
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
const runs = (word: string) => processes().some(({ command }) => command.includes(word));

describe('a host that dies', () => {
	test('ends what is under way, and is reached again when it is back', async () => {
		const host = await lab.sshd();
		const begun = vi.fn();
		const socket = await serveSocket(newSocket(), (request, response) => {
			if (request.url === '/slow') begun();
			else response.end('ok');
		});
		const [transport] = openThrough(lab.config({ alias: 'tunnel', sshd: host }), socket);
		expect((await get(transport)).body).toBe('ok');
		const slow = failure(transport.send({ method: 'GET', path: '/slow', timeout: 600_000 }, never));
		await vi.waitFor(() => expect(begun).toHaveBeenCalled(), 20_000);
		await host.kill();

		const error = await slow;
		expect(error.message).toMatch(/^the connection to tunnel was lost: /);
		expect(error).toMatchObject({ kind: 'unreachable', details: { sent: true, process: { exitCode: 255 } } });
		expect((await failure(get(transport))).message).toBe('logging in to tunnel: nobody listens there');
		await host.start();
		expect((await get(transport)).body).toBe('ok');
		expect(host.logins()).toBe(2);
	});

	test('ends a stream in the middle', async () => {
		const host = await lab.sshd();
		const socket = await serveSocket(newSocket(), (_request, response) => response.write('begin'));
		const [transport] = openThrough(lab.config({ alias: 'tunnel', sshd: host }), socket);
		const { chunks } = await transport.open({ method: 'GET', path: '/', timeout: 20_000 }, never);
		const reading = (async () => {
			for await (const _chunk of chunks) await host.kill();
		})();
		expect((await failure(reading)).message).toMatch(/^the connection to tunnel was lost: /);
	});
});

describe('giving up', () => {
	test('one call leaves the login to the others', async () => {
		const [transport] = openThrough(config, await serveSocket(newSocket()));
		const before = sshd.logins();
		const giveUp = new AbortController();
		const given = failure(transport.send({ method: 'GET', path: '/' }, giveUp.signal));
		const other = get(transport);
		giveUp.abort();
		expect((await given).kind).toBe('cancelled');
		expect((await other).status).toBe(200);
		expect(sshd.logins() - before).toBe(1);
	});
});

describe('ending', () => {
	test('leaves no process and no file', async () => {
		const [transport, road] = openThrough(config, await serveSocket(newSocket()));
		await put(transport, 'hello');
		expect(sshFolders()).toHaveLength(1);
		expect(masters()).toHaveLength(1);
		await road.dispose();
		expect(sshFolders()).toEqual([]);
		expect(masters()).toEqual([]);
		expect((await failure(get(transport))).kind).toBe('cancelled');
	});

	test('in the middle of a login leaves nothing either', async () => {
		const slow = path.join(lab.folder, 'slow-ssh');
		writeFileSync(slow, '#!/bin/sh\nsleep 600\n', { mode: 0o755 });
		const [transport, road] = openThrough(config, newSocket(), { program: slow });
		const call = failure(get(transport));
		await vi.waitFor(() => expect(runs(slow)).toBe(true), 20_000);
		await road.dispose();
		expect((await call).kind).toBe('cancelled');
		await vi.waitFor(() => expect([runs(slow), ...sshFolders()]).toEqual([false]), 20_000);
	});

	test('is done by the next one for a process that was killed', async () => {
		const dead = spawn('true');
		await new Promise((resolve) => dead.once('close', resolve));
		const folder = mkdtempSync(path.join(folderBase, `fleet-ssh-${dead.pid}-`));
		const left = ['-F', config, '-f', '-N', '-M', '-S', path.join(folder, 'master'), '--', 'tunnel'];
		execFileSync('ssh', left, { stdio: 'ignore' });
		expect(runs(folder)).toBe(true);
		await get(openThrough(config, await serveSocket(newSocket()))[0]);
		await vi.waitFor(() => expect(runs(folder)).toBe(false), 20_000);
		expect(existsSync(folder)).toBe(false);
	});

	test('of our process ends its connections', async () => {
		const script = path.join(lab.folder, 'leave.ts');
		const open = path.resolve('cluster/src/transport/open.ts');
		const socket = await serveSocket(newSocket());
		writeFileSync(
			script,
			`import { open } from ${JSON.stringify(open)};
			const { transports: [transport] } = open([{ kind: 'unix', path: ${JSON.stringify(socket)} }], { host: 'tunnel' },
				{ ssh: { configFile: ${JSON.stringify(config)} } });
			await transport.send({ method: 'GET', path: '/', timeout: 20_000 }, new AbortController().signal);
			console.log(process.pid);
			process.exit(0);`,
		);
		const pid = await runTypeScript(script);
		await vi.waitFor(() => expect(runs(`fleet-ssh-${pid}-`)).toBe(false), 20_000);
	});
});

/** Bundles it first: Node itself does not read TypeScript in every release. */
async function runTypeScript(script: string): Promise<string> {
	const outfile = `${script}.mjs`;
	await build({ entryPoints: [script], outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });
	const { stdout } = await promisify(execFile)(process.execPath, [outfile]);
	return stdout.trim();
}
