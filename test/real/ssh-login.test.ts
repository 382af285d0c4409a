// Logging in with a real ssh: who is trusted, who is asked, and what is said when it goes wrong.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { failure, get, masters, never, openThrough, serveSocket } from '../support/ssh-road.ts';
import { authorize, createSshLab, type Sshd, type SshHost, type SshLab } from '../support/sshd.ts';

let lab: SshLab;
let sshd: Sshd;
let files = 0;

beforeAll(async () => {
	lab = createSshLab();
	sshd = await lab.sshd();
});

afterAll(() => lab.dispose());

const newFile = (name: string) => path.join(lab.folder, `${name}-${files++}`);
const newKey = (passphrase?: string) => lab.key(`key-${files++}`, passphrase);
const hostLike = (host: Partial<SshHost>) => lab.config({ alias: 'tunnel', sshd, ...host });
const server = () => serveSocket(newFile('socket'));

describe('a login that fails', () => {
	test('because the host is not known names the fingerprint', async () => {
		const error = await failure(get(openThrough(hostLike({ hostKey: 'none' }), await server())[0]));
		expect(error.kind).toBe('host-key');
		expect(error.message).toMatch(
			/^logging in to tunnel: the host key of \[127\.0\.0\.1\]:\d+ is not known; it sent ssh-ed25519 SHA256:\S+$/,
		);
		expect(error.details.process).toMatchObject({ exitCode: 255, stderr: expect.stringMatching(/^No ED25519/) });
	});

	test('because the host has another key names the fingerprint and the place', async () => {
		const error = await failure(get(openThrough(hostLike({ hostKey: newKey() }), await server())[0]));
		expect(error.kind).toBe('host-key');
		expect(error.message).toMatch(/is another than the known one; it sent ED25519 SHA256:[^ .]+$/);
		expect(error.details.process?.stderr).toMatch(/Offending ED25519 key in .*known_hosts:1/);
	});

	test('because the key is refused shows the command', async () => {
		const config = hostLike({ key: newKey() });
		const error = await failure(get(openThrough(config, await server())[0]));
		expect(error.kind).toBe('denied');
		expect(error.message).toBe('logging in to tunnel: it let nobody in (ways to prove who you are: publickey)');
		expect(error.details.process).toMatchObject({
			argv: expect.arrayContaining(['ssh', '-F', config, 'BatchMode=yes', 'StrictHostKeyChecking=yes', 'tunnel']),
			exitCode: 255,
		});
	});

	test('because nobody listens', async () => {
		const config = hostLike({ sshd: { address: '127.0.0.1', port: 1 } });
		const error = await failure(get(openThrough(config, await server())[0]));
		expect(`${error.kind}: ${error.message}`).toBe('unreachable: logging in to tunnel: nobody listens there');
	});

	test('because the host says nothing ends with its time limit', async () => {
		const silent = createServer();
		onTestFinished(() => void silent.close());
		await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
		const { port } = silent.address() as { port: number }; // It listens on a port.
		const config = hostLike({ sshd: { address: '127.0.0.1', port } });
		const [transport] = openThrough(config, await server(), { connectTimeout: 300 });
		const error = await failure(get(transport));
		expect(`${error.kind}: ${error.message}`).toBe('timeout: logging in to tunnel: no answer within 0.3 s');
		await vi.waitFor(() => expect(masters()).toEqual([]), 20_000);
	});

	test('because there is no ssh', async () => {
		const error = await failure(get(openThrough(hostLike({}), await server(), { program: 'no-such-ssh' })[0]));
		expect(`${error.kind}: ${error.message}`).toBe(
			'unreachable: logging in to tunnel: there is no program no-such-ssh',
		);
	});

	test('because ssh does not take its config', async () => {
		const error = await failure(get(openThrough(hostLike({ lines: ['NoSuchKeyword yes'] }), await server())[0]));
		expect(error.kind).toBe('refused');
		expect(error.details.process?.stderr).toContain('Bad configuration option: nosuchkeyword');
	});
});

describe('known hosts', () => {
	test('may stand in a file of its own', async () => {
		const knownHostsFile = newFile('known hosts');
		const [type, key] = readFileSync(path.join(lab.folder, 'host.pub'), 'utf8').split(' ');
		writeFileSync(knownHostsFile, `[127.0.0.1]:${sshd.port} ${type} ${key}\n`);
		const [transport] = openThrough(hostLike({ hostKey: 'none' }), await server(), { knownHostsFile });
		expect((await get(transport)).status).toBe(200);
	});

	test('are neither read nor written when nobody is checked', async () => {
		const config = hostLike({ hostKey: 'none' });
		const socket = await server();
		expect((await get(openThrough(config, socket, { strictHostKeys: false })[0])).status).toBe(200);
		expect((await failure(get(openThrough(config, socket)[0]))).kind).toBe('host-key');
	});
});

describe('the user', () => {
	test('is the one of the ssh config', async () => {
		const [transport] = openThrough(hostLike({}), await server(), { fallbackUser: 'somebody' });
		expect((await get(transport)).status).toBe(200);
	});

	test('is the fallback where no ssh config names one', async () => {
		const config = hostLike({});
		writeFileSync(config, readFileSync(config, 'utf8').replace(/^\tUser .*\n/m, ''));
		const error = await failure(get(openThrough(config, await server(), { fallbackUser: 'core' })[0]));
		expect(error.kind).toBe('denied');
		expect(error.details.process?.argv.join(' ')).toMatch(/ -l core -- tunnel$/);
	});
});

describe('a passphrase', () => {
	const hostWithPassphrase = () => {
		const key = newKey('correct horse');
		authorize(lab, key);
		return hostLike({ key });
	};

	test('is asked for by the given program on an explicit connect', async () => {
		const [program, question] = [newFile('askpass'), newFile('question')];
		writeFileSync(program, '#!/bin/sh\necho "$1" >"$QUESTION"\necho "$ANSWER"\n', { mode: 0o755 });
		const [transport, road] = openThrough(hostWithPassphrase(), await server());
		await road.connect(never, { kind: 'askpass', program, env: { ANSWER: 'correct horse', QUESTION: question } });
		expect(readFileSync(question, 'utf8')).toMatch(/^Enter passphrase for key /);
		expect((await get(transport)).status).toBe(200);
	});

	test('that is wrong is a login that is denied', async () => {
		const program = newFile('askpass');
		writeFileSync(program, '#!/bin/sh\necho wrong\n', { mode: 0o755 });
		const [, road] = openThrough(hostWithPassphrase(), await server());
		expect((await failure(road.connect(never, { kind: 'askpass', program }))).kind).toBe('denied');
	});

	test('is never asked for in the background, whatever the desktop has set', async () => {
		const [program, told] = [newFile('askpass'), newFile('told')];
		writeFileSync(program, `#!/bin/sh\ntouch ${told}\necho correct horse\n`, { mode: 0o755 });
		vi.stubEnv('SSH_ASKPASS', program).stubEnv('DISPLAY', ':0').stubEnv('SSH_ASKPASS_REQUIRE', 'force');
		onTestFinished(() => void vi.unstubAllEnvs());
		expect((await failure(get(openThrough(hostWithPassphrase(), await server())[0]))).kind).toBe('denied');
		expect(existsSync(told)).toBe(false);
	});
});
