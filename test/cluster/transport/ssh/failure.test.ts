// What ssh says, word for word as OpenSSH 9.2 and older ones say it, and what we make of it.

import { describe, expect, test } from 'vitest';
import {
	cannotShare,
	fingerprintIn,
	lacksFingerprint,
	lossFailure,
	sshFailure,
} from '../../../../cluster/src/transport/ssh/failure.ts';

const argv = ['ssh', '-N', 'host'];
const end = (stderr: string) => ({ exitCode: 255, stderr });

/** Kind and message of the error that ssh's words stand for. */
function meaning(stderr: string): string {
	const { kind, message } = sshFailure('logging in to host', argv, end(stderr));
	return `${kind}: ${message.replace('logging in to host: ', '')}`;
}

test.each([
	['core@10.0.0.1: Permission denied (publickey).', 'denied: it let nobody in (ways to prove who you are: publickey)'],
	[
		'Received disconnect from 10.0.0.1 port 22:2: Too many authentication failures\r\nDisconnected from 10.0.0.1 port 22\r\n',
		'denied: it was offered too many keys',
	],
	['ssh: connect to host 10.0.0.1 port 22: Connection refused\r\n', 'unreachable: nobody listens there'],
	['ssh: connect to host 10.0.0.1 port 22: No route to host', 'unreachable: there is no road to it'],
	['ssh: connect to host 10.0.0.1 port 22: Network is unreachable', 'unreachable: there is no road to it'],
	['ssh: connect to host 10.0.0.1 port 22: Connection timed out', 'timeout: the host did not answer'],
	['ssh: connect to host 10.0.0.1 port 22: Operation timed out', 'timeout: the host did not answer'],
	['Connection timed out during banner exchange', 'timeout: the host did not answer'],
	['ssh: Could not resolve hostname nowhere: Name or service not known', 'unreachable: no host nowhere is known'],
	['kex_exchange_identification: Connection closed by remote host', 'unreachable: the host closed the connection'],
	['Connection to 10.0.0.1 closed by remote host.\r\n', 'unreachable: the host closed the connection'],
	['client_loop: send disconnect: Broken pipe', 'unreachable: the host closed the connection'],
	['Timeout, server 10.0.0.1 not responding.', 'unreachable: the host closed the connection'],
	[
		'Unable to negotiate with 10.0.0.1 port 22: no matching host key type found. Their offer: ssh-rsa,ssh-dss',
		'protocol: it is too old or too new for this ssh: no matching host key type found',
	],
	['Bad owner or permissions on /home/me/.ssh/config', 'refused: ssh does not take its own configuration'],
	[
		'/c: line 1: Bad configuration option: usekeychain\r\n/c: terminating, 1 bad configuration options',
		'refused: ssh does not take its own configuration',
	],
	['channel 2: open failed: administratively prohibited: open failed', 'denied: it forwards no connections'],
	[
		'channel 1: open failed: connect failed: open failed',
		'unreachable: nobody listens on that socket there, or the host lets nobody through to it',
	],
	['channel 1: open failed: connect failed: Connection refused', 'unreachable: nobody listens there'],
	[
		'Stdio forwarding request failed: Session open refused by peer\r\nkex_exchange_identification: Connection closed by remote host',
		'unreachable: the host between cannot reach it',
	],
	['Host key verification failed.', 'host-key: the host key is not to be trusted; it sent one that ssh does not show'],
	['something new\n\n', 'unreachable: something new'],
	['', 'unreachable: ssh ended with 255'],
])('%j', (stderr, expected) => {
	expect(meaning(stderr)).toBe(expected);
});

describe('a host key', () => {
	const changed = `@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@
@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @
@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@
The fingerprint for the ED25519 key sent by the remote host is
SHA256:AZD/on8bzInjkxu267GShGVKZj/QgLGOsAHnd9A9yBY.
Please contact your system administrator.
Offending ED25519 key in /home/me/.ssh/known_hosts:7
Host key for [10.0.0.1]:2222 has changed and you have requested strict checking.
Host key verification failed.
`;
	const unknown = `No ED25519 host key is known for [10.0.0.1]:2222 and you have requested strict checking.
Host key verification failed.
`;

	test('that is another names what was sent', () => {
		expect(meaning(changed)).toBe(
			'host-key: the host key of [10.0.0.1]:2222 is another than the known one; it sent ED25519 SHA256:AZD/on8bzInjkxu267GShGVKZj/QgLGOsAHnd9A9yBY',
		);
		expect(lacksFingerprint(end(changed))).toBe(false);
	});

	test('that is not known names what was looked up', () => {
		expect(lacksFingerprint(end(unknown))).toBe(true);
		expect(sshFailure('logging in', argv, end(unknown), 'ssh-ed25519 SHA256:abc').message).toBe(
			'logging in: the host key of [10.0.0.1]:2222 is not known; it sent ssh-ed25519 SHA256:abc',
		);
	});

	test('is found in what ssh says when it talks; of several hosts it is the last', () => {
		const talk = `debug1: Server host key: ssh-rsa SHA256:first\ndebug1: Server host key: ssh-ed25519 SHA256:second\n`;
		expect(fingerprintIn(talk)).toBe('ssh-ed25519 SHA256:second');
		expect(fingerprintIn('nothing of that kind')).toBeUndefined();
	});
});

test('a connection is not lost for what it has said of single streams', () => {
	const stderr =
		'channel 2: open failed: connect failed: open failed\r\nConnection to 10.0.0.1 closed by remote host.\r\n';
	const error = lossFailure('it was lost', argv, end(stderr));
	expect(error.message).toBe('it was lost: the host closed the connection');
	expect(error.details.process?.stderr).toBe(stderr);
});

test('an error shows what was run, how it ended and what it said', () => {
	expect(sshFailure('x', argv, end('Connection refused\r\n')).details.process).toEqual({
		argv,
		exitCode: 255,
		stderr: 'Connection refused\r\n',
	});
});

test.each([
	[Object.assign(new Error('spawn ssh ENOENT'), { code: 'ENOENT' }), 'there is no program ssh'],
	[Object.assign(new Error('spawn ssh EACCES'), { code: 'EACCES' }), 'ssh cannot be started: spawn ssh EACCES'],
])('%s', (fault, why) => {
	expect(sshFailure('x', argv, { exitCode: undefined, stderr: '', fault }).message).toBe(`x: ${why}`);
});

test.each([
	['unix_listener: path "/very/long" too long for Unix domain socket\nControlPath too long', true],
	['ControlSocket /run/x already exists, disabling multiplexing', true],
	['muxserver_listen: link mux listener /x => /y: Operation not permitted', true],
	['Permission denied (publickey).', false],
])('%j shows whether connections can be shared', (stderr, expected) => {
	expect(cannotShare(stderr)).toBe(expected);
});
