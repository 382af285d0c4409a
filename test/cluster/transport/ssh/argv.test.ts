// The command lines of ssh, word by word.

import { describe, expect, test } from 'vitest';
import {
	byHandArgv,
	checkArgv,
	commandArgv,
	configArgv,
	exitArgv,
	forwardArgv,
	type Login,
	masterArgv,
	shellArgv,
	streamArgv,
	verbosely,
} from '../../../../cluster/src/transport/ssh/argv.ts';
import { inBackground } from '../../../../cluster/src/transport/ssh/settings.ts';

const login: Login = { tunnel: { host: 'bastion' }, settings: {}, authentication: inBackground };
const full: Login = {
	tunnel: { user: 'core', host: '10.0.0.1', port: 2222 },
	settings: { program: '/opt/ssh', configFile: '/c', knownHostsFile: '/k', connectTimeout: 2_500 },
	authentication: inBackground,
	controlPath: '/run/x/master',
};

/** As one text, so that a change is easy to see. */
const text = (argv: readonly string[]) => argv.join(' ');

test('who logs in by hand is asked by ssh itself: nothing is said of what it may ask', () => {
	expect(text(byHandArgv(full.tunnel, full.settings))).toBe('/opt/ssh -l core -p 2222 -- 10.0.0.1');
	expect(text(byHandArgv(login.tunnel, {}))).toBe('ssh -- bastion');
});

describe('a shared connection', () => {
	test('is logged in to in the background', () => {
		expect(text(masterArgv({ ...login, controlPath: '/run/x/master' }))).toMatchInlineSnapshot(
			`"ssh -o BatchMode=yes -o StrictHostKeyChecking=yes -o ConnectTimeout=10 -o ServerAliveInterval=5 -o ServerAliveCountMax=3 -M -S /run/x/master -N -o ControlPersist=no -o ExitOnForwardFailure=no -o ClearAllForwardings=yes -o RemoteCommand=none -o LogLevel=INFO -- bastion"`,
		);
	});

	test('takes what was said of user, port, files and time', () => {
		expect(text(masterArgv(full))).toMatchInlineSnapshot(
			`"/opt/ssh -F /c -o BatchMode=yes -o StrictHostKeyChecking=yes -o UserKnownHostsFile=/k -o ConnectTimeout=3 -o ServerAliveInterval=5 -o ServerAliveCountMax=3 -M -S /run/x/master -N -o ControlPersist=no -o ExitOnForwardFailure=no -o ClearAllForwardings=yes -o RemoteCommand=none -o LogLevel=INFO -l core -p 2222 -- 10.0.0.1"`,
		);
	});

	test('is used without any config, which could forward more', () => {
		const remote = { kind: 'unix', path: '/var/run/fleet.sock' } as const;
		expect(text(forwardArgv(full, '/run/x/forward', remote))).toMatchInlineSnapshot(
			`"/opt/ssh -F none -S /run/x/master -O forward -L /run/x/forward:/var/run/fleet.sock -- 10.0.0.1"`,
		);
		expect(text(checkArgv(full))).toMatchInlineSnapshot(`"/opt/ssh -F none -S /run/x/master -O check -- 10.0.0.1"`);
		expect(text(exitArgv('ssh', '/run/x/master'))).toMatchInlineSnapshot(
			`"ssh -F none -S /run/x/master -O exit -- any"`,
		);
	});

	test('forwards to ports, with brackets around an IPv6 address', () => {
		const remote = { kind: 'tcp', host: '::1', port: 4001, tls: false, basePath: '' } as const;
		expect(forwardArgv(full, '/run/x/forward', remote)).toContain('/run/x/forward:[::1]:4001');
	});
});

describe('who is asked', () => {
	const options = (authentication: Login['authentication'], settings: Login['settings'] = {}) =>
		commandArgv({ ...login, authentication, settings }, ['systemctl']).filter((word) =>
			/BatchMode|HostKey|KnownHosts/.test(word),
		);

	test('is nobody in the background, and no unknown host is taken', () => {
		expect(options(inBackground)).toEqual(['BatchMode=yes', 'StrictHostKeyChecking=yes']);
	});

	test('is a person where there is one, as their ssh config has it', () => {
		expect(options({ kind: 'terminal' })).toEqual([]);
		expect(options({ kind: 'askpass', program: '/askpass' })).toEqual([]);
	});

	test('is nobody about hosts when they are not checked', () => {
		const settings = { strictHostKeys: false, knownHostsFile: '/k' };
		expect(options(inBackground, settings)).toEqual([
			'BatchMode=yes',
			'StrictHostKeyChecking=no',
			'UserKnownHostsFile=/dev/null',
		]);
	});

	test('finds known hosts in a file whatever its name is', () => {
		expect(options({ kind: 'terminal' }, { knownHostsFile: '/my hosts/100%' })).toEqual([
			'UserKnownHostsFile="/my hosts/100%%"',
		]);
	});
});

describe('a command', () => {
	test('is one word for ssh, in which each of its words stays one', () => {
		expect(commandArgv(login, ['systemctl', 'status', 'a b@1.service']).at(-1)).toBe(
			`systemctl status 'a b@1.service'`,
		);
	});

	test('comes after a host that is no option', () => {
		expect(commandArgv(login, ['-x']).slice(-3)).toEqual(['--', 'bastion', '-x']);
	});

	test('has no terminal, and forwards nothing of the ssh config', () => {
		expect(commandArgv(login, ['systemctl'])).toEqual(expect.arrayContaining(['-T', 'ClearAllForwardings=yes']));
	});
});

describe('a shell for a person', () => {
	test('has a terminal', () => {
		expect(shellArgv(login, [], {}).slice(-3)).toEqual(['-t', '--', 'bastion']);
	});

	test('gives way to a command, which has a terminal only when asked for', () => {
		expect(shellArgv(login, ['df', '-h'], {})).not.toContain('-t');
		expect(shellArgv(login, ['top'], { interactive: true })).toContain('-t');
		expect(shellArgv(login, ['echo', '$HOME'], { verbatim: true }).at(-1)).toBe('echo $HOME');
	});
});

describe('a jump host', () => {
	const machine: Login = { ...login, tunnel: { host: '10.0.0.5' } };

	test('is named where no connection to it stands', () => {
		const jump = { ...login, tunnel: { user: 'core', host: 'bastion', port: 2222 } };
		expect(text(commandArgv({ ...machine, jump }, []))).toContain(' -J core@bastion:2222 ');
	});

	test('with an IPv6 address has brackets', () => {
		expect(text(commandArgv({ ...machine, jump: { ...login, tunnel: { host: 'fd00::1' } } }, []))).toContain(
			' -J [fd00::1]:22 ',
		);
	});

	test('is reached over the connection that stands, with all that was said', () => {
		const argv = commandArgv(
			{ ...machine, jump: { ...full, settings: { ...full.settings, knownHostsFile: '/a b%' } } },
			[],
		);
		expect(argv.find((word) => word.startsWith('ProxyCommand='))).toMatchInlineSnapshot(
			`"ProxyCommand=/opt/ssh -F /c -o BatchMode=yes -o StrictHostKeyChecking=yes -o 'UserKnownHostsFile="/a b%%%%"' -o ConnectTimeout=3 -o ServerAliveInterval=5 -o ServerAliveCountMax=3 -S /run/x/master -o ControlMaster=no -W '[%h]:%p' -o ClearAllForwardings=yes -o RemoteCommand=none -o LogLevel=INFO -l core -p 2222 -- 10.0.0.1"`,
		);
	});
});

test('a stream to a port is joined to ssh itself', () => {
	expect(streamArgv(login, { host: 'fd00::1', port: 4001 })).toEqual(expect.arrayContaining(['-W', '[fd00::1]:4001']));
});

test('the ssh config is asked with a file of ours', () => {
	expect(configArgv(login, '/tmp/config')).toEqual(['ssh', '-F', '/tmp/config', '-G', '--', 'bastion']);
});

test('ssh can be told to talk', () => {
	expect(verbosely(['ssh', '-N', 'host'])).toEqual(['ssh', '-v', '-N', 'host']);
});
