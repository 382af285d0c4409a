// Programs on machines with a real ssh: through a jump host or straight, word for word, line by line, and on this host.

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type OpenOptions, open } from '../../cluster/src/transport/open.ts';
import type { MachineAccess } from '../../cluster/src/transport/transport.ts';
import { processes } from '../support/processes.ts';
import { failure, never } from '../support/ssh-road.ts';
import { createSshLab, type Sshd, type SshLab } from '../support/sshd.ts';

let lab: SshLab;
let tunnel: Sshd;
let machine: Sshd;
let config: string;

const place = { id: 'abc', primaryIP: '127.0.0.2' };

beforeAll(async () => {
	lab = createSshLab();
	tunnel = await lab.sshd();
	machine = await lab.sshd({ address: '127.0.0.2', programs: { systemctl, journalctl } });
	config = lab.config({ alias: 'tunnel', sshd: tunnel }, { alias: '127.0.0.2', sshd: machine });
});

afterAll(() => lab.dispose());

/** Says its arguments, one a line, and ends as systemctl does for a unit that does not run. */
const systemctl = `#!/bin/sh
printf '%s\\n' "$@"
echo trouble >&2
exit 3
`;

/** Says some lines, then goes on for ever, fails, or ends. */
const journalctl = `#!/bin/sh
case "$1" in
--follow) while :; do echo "$$ lives"; sleep 0.05; done ;;
--fail) echo 'No journal files were opened due to insufficient permissions.' >&2; exit 1 ;;
*) printf 'first\\nsecond \\303\\274\\n\\nlast' ;;
esac
`;

describe('a command on a machine', () => {
	const odd = ['a b', "it's", '"', '$HOME', '`id`', 'a\\x2db@c.service', '*', ';reboot', '', 'ü', '-o', '~'];

	test('gets its words as they are, and ends as it does', async () => {
		const result = await access().run(place, ['systemctl', ...odd], never);
		expect(result).toEqual({ exitCode: 3, stdout: odd.map((word) => `${word}\n`).join(''), stderr: 'trouble\n' });
	});

	test('goes through the tunnel, over its one login', async () => {
		const [before, there] = [tunnel.logins(), machine.logins()];
		const machines = access();
		await machines.run(place, ['systemctl', 'status'], never);
		await Promise.all([1, 2, 3].map(() => machines.run(place, ['systemctl', 'status'], never)));
		expect(tunnel.logins() - before).toBe(1);
		expect(machine.logins() - there).toBe(4);
	});

	test('goes through a jump host without a shared connection, too', async () => {
		const before = tunnel.logins();
		const result = await access({ ssh: { multiplexing: false } }).run(place, ['systemctl', 'a b'], never);
		expect(result.stdout).toBe('a b\n');
		expect(tunnel.logins() - before).toBe(1);
	});

	test('goes straight there without a tunnel', async () => {
		const before = tunnel.logins();
		expect((await access({}, 'straight').run(place, ['systemctl', 'a b'], never)).stdout).toBe('a b\n');
		expect(tunnel.logins() - before).toBe(0);
	});

	test('cannot pass a tunnel that forwards nothing', async () => {
		const closed = await lab.sshd({ config: ['AllowTcpForwarding no'] });
		const configFile = lab.config({ alias: 'tunnel', sshd: closed }, { alias: '127.0.0.2', sshd: machine });
		const error = await failure(access({ ssh: { configFile } }).run(place, ['systemctl'], never));
		expect(`${error.kind}: ${error.message}`).toBe('denied: systemctl on 127.0.0.2: it forwards no connections');
	});

	test('is not run on a machine whose key is not known', async () => {
		const unknown = { alias: '127.0.0.2', sshd: machine, hostKey: 'none' };
		const configFile = lab.config({ alias: 'tunnel', sshd: tunnel }, unknown);
		const error = await failure(access({ ssh: { configFile } }).run(place, ['systemctl'], never));
		expect(error.kind).toBe('host-key');
		expect(error.message).toMatch(
			/^systemctl on 127\.0\.0\.2: the host key of \S+ is not known; it sent ssh-ed25519 SHA256:\S+$/,
		);
	});

	test('is run by the user and at the port that are said', async () => {
		const configFile = lab.config(
			{ alias: 'tunnel', sshd: tunnel },
			{ alias: '127.0.0.2', sshd: { ...machine, port: machine.port } },
		);
		const machines = access({ ssh: { configFile }, machines: { user: 'somebody', port: machine.port } });
		const error = await failure(machines.run(place, ['systemctl'], never));
		expect(error.kind).toBe('denied');
		expect(error.details.process?.argv.join(' ')).toContain(`-l somebody -p ${machine.port} -- 127.0.0.2 systemctl`);
	});

	test.each([
		['an address that is an option', { id: 'x', primaryIP: '-oProxyCommand=reboot' }, ['systemctl'], 'refused'],
		['an address with shell syntax', { id: 'x', primaryIP: '$(reboot)' }, ['systemctl'], 'refused'],
		['a machine without an address', { id: 'x' }, ['systemctl'], 'unreachable'],
		['another program', place, ['rm', '-rf', '/'], 'refused'],
		['another program after sudo', place, ['sudo', 'rm'], 'refused'],
	])('is not run for %s', async (_what, where, command, kind) => {
		expect((await failure(access().run(where, command, never))).kind).toBe(kind);
	});
});

describe('the lines of a command', () => {
	test('come one by one, the last without an end', async () => {
		const lines = await collect(access().lines(place, ['journalctl'], never));
		expect(lines).toEqual(['first', 'second ü', '', 'last']);
	});

	test('end with an error when the command fails', async () => {
		const error = await failure(collect(access().lines(place, ['journalctl', '--fail'], never)));
		expect(error.kind).toBe('denied');
		expect(error.message).toBe(
			'journalctl on 127.0.0.2 ended with 1: No journal files were opened due to insufficient permissions.',
		);
	});

	test('end when they are given up, and so does ssh', async () => {
		const giveUp = new AbortController();
		const lines = access().lines(place, ['journalctl', '--follow'], giveUp.signal);
		const reading = (async () => {
			for await (const _line of lines) giveUp.abort();
		})();
		expect((await failure(reading)).kind).toBe('cancelled');
		await vi.waitFor(() => expect(followers()).toEqual([]), 20_000);
	});

	test('end when they are left, and so does ssh', async () => {
		for await (const line of access().lines(place, ['journalctl', '--follow'], never)) {
			expect(line).toMatch(/^\d+ lives$/);
			break;
		}
		await vi.waitFor(() => expect(followers()).toEqual([]), 20_000);
	});

	test('end with an error when the machine dies', async () => {
		const mortal = await lab.sshd({ address: '127.0.0.3', programs: { journalctl } });
		const configFile = lab.config({ alias: 'tunnel', sshd: tunnel }, { alias: '127.0.0.3', sshd: mortal });
		const there = { id: 'x', primaryIP: '127.0.0.3' };
		const reading = (async () => {
			for await (const _line of access({ ssh: { configFile } }).lines(there, ['journalctl', '--follow'], never)) {
				await mortal.kill();
			}
		})();
		expect((await failure(reading)).kind).toBe('unreachable');
	});

	const followers = () => processes().filter(({ command }) => /journalctl --follow/.test(command));
});

describe('the argv for a person', () => {
	const run = ([program = '', ...rest]: readonly string[]) => execFileSync(program, rest, { encoding: 'utf8' });

	test('runs a command there, each word as it is', async () => {
		const argv = await access().argv(place, ['printf', '%s|', '$HOME', 'a b'], never);
		expect(run(argv)).toBe('$HOME|a b|');
	});

	test('hands words to the shell there when they are to be taken verbatim', async () => {
		const argv = await access().argv(place, ['echo $((1 + 2));', 'echo *b*d'], never, { verbatim: true });
		expect(run(argv)).toBe('3\n*b*d\n');
	});

	test('uses the connection that stands, and works when it does not', async () => {
		const machines = access();
		await machines.run(place, ['systemctl'], never);
		const argv = await machines.argv(place, ['echo', 'there'], never);
		const before = tunnel.logins();
		expect(run(argv)).toBe('there\n');
		expect(tunnel.logins() - before).toBe(0);
		await machines.dispose();
	});

	test('opens a shell in a terminal when there is no command', async () => {
		const argv = await access().argv(place, [], never);
		expect(argv.slice(-3)).toEqual(['-t', '--', '127.0.0.2']);
		expect(argv).not.toContain('BatchMode=yes');
	});
});

describe('the machine that we run on', () => {
	const here = { id: '0123456789abcdef0123456789abcdef' };

	test('is served without ssh', async () => {
		const folder = path.join(lab.folder, 'local');
		mkdirSync(folder);
		writeFileSync(path.join(folder, 'systemctl'), systemctl, { mode: 0o755 });
		writeFileSync(path.join(folder, 'journalctl'), journalctl, { mode: 0o755 });
		vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
		onTestFinished(() => void vi.unstubAllEnvs());
		const before = tunnel.logins();
		expect((await localAccess().run(here, ['systemctl', 'a b'], never)).stdout).toBe('a b\n');
		expect(await collect(localAccess().lines(here, ['journalctl'], never))).toContain('last');
		expect(tunnel.logins() - before).toBe(0);
	});

	test('has a shell of its own for a person', async () => {
		vi.stubEnv('SHELL', '/bin/zsh');
		onTestFinished(() => void vi.unstubAllEnvs());
		expect(await localAccess().argv(here, [], never)).toEqual(['/bin/zsh']);
		expect(await localAccess().argv(here, ['df', '-h'], never)).toEqual(['df', '-h']);
		expect(await localAccess().argv(here, ['df -h'], never, { verbatim: true })).toEqual(['/bin/zsh', '-c', 'df -h']);
	});

	test('may lack a program', async () => {
		vi.stubEnv('PATH', lab.folder);
		onTestFinished(() => void vi.unstubAllEnvs());
		const error = await failure(localAccess().run(here, ['systemctl'], never));
		expect(error.kind).toBe('refused');
		expect(error.message).toMatch(/: there is no such program$/);
	});

	function localAccess(): MachineAccess {
		const machineIdFile = path.join(lab.folder, 'machine-id');
		writeFileSync(machineIdFile, `${here.id}\n`);
		return access({ machines: { machineIdFile } });
	}
});

async function collect(lines: AsyncIterable<string>): Promise<readonly string[]> {
	const collected: string[] = [];
	for await (const line of lines) collected.push(line);
	return collected;
}

function access(options: OpenOptions = {}, road: 'straight' | 'tunnel' = 'tunnel'): MachineAccess {
	const endpoint = { kind: 'unix', path: '/run/fleet.sock' } as const;
	const through = road === 'tunnel' ? { host: 'tunnel' } : undefined;
	const ssh = { configFile: config, connectTimeout: 30_000, ...options.ssh };
	const opened = open([endpoint], through, { ...options, ssh });
	onTestFinished(() => opened.dispose());
	return opened.machines;
}
