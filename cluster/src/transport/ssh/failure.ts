// What ssh means by what it says when it fails. Each meaning is a row. ssh itself ends with 255, and says why in English
// whatever the language of the system is.

import { ClusterError, type ClusterErrorKind } from '../../errors.ts';
import type { ProgramEnd } from '../program.ts';

/** Exit code of ssh for its own failures; other codes are those of the remote command (ssh(1), “EXIT STATUS”). */
export const sshFailed = 255;

/**
 * Makes an error of ssh's end. `what` is what was being done: `logging in to core@10.0.0.1`. `hostKey` is the key that
 * the host has, where ssh itself does not say.
 */
export function sshFailure(what: string, argv: readonly string[], end: ProgramEnd, hostKey?: string): ClusterError {
	return toError(what, argv, end, meaningOf(argv, end, hostKey));
}

/** The same for a connection that stood, whatever it has said of single streams meanwhile. */
export function lossFailure(what: string, argv: readonly string[], end: ProgramEnd): ClusterError {
	const stderr = end.stderr.replace(/^channel \d+: .*\r?\n?/gm, '');
	return toError(what, argv, end, meaningOf(argv, { ...end, stderr }));
}

/** Whether ssh did not know the host key, and did not say which it was: it does so only when it is told to talk. */
export function lacksFingerprint({ stderr }: ProgramEnd): boolean {
	return /^No \S+ host key is known for/m.test(stderr);
}

/** Whether ssh could log in, but not share the connection. */
export function cannotShare(stderr: string): boolean {
	return /ControlPath too long|ControlSocket .* disabling multiplexing|muxserver_listen|cannot bind to path|mux_client/.test(
		stderr,
	);
}

function toError(what: string, argv: readonly string[], end: ProgramEnd, meaning: Meaning): ClusterError {
	const { exitCode, stderr, fault } = end;
	return new ClusterError(meaning.kind, `${what}: ${meaning.why}`, {
		...(meaning.advice === undefined ? {} : { advice: meaning.advice }),
		process: { argv, exitCode, stderr },
		...(fault === undefined ? {} : { cause: fault }),
	});
}

interface Meaning {
	readonly kind: ClusterErrorKind;
	readonly why: string;
	readonly advice?: string;
}

interface Row extends Omit<Meaning, 'why'> {
	readonly says: RegExp;
	/** With `$1` for what the pattern caught, and `$key` for the host key that was sent. */
	readonly why: string;
}

const logInYourself = 'log in once with ssh by hand, compare the fingerprint, and let ssh remember the host';
const checkHost = 'check that the host is up, and its name and port';

/** The first row that fits counts. */
const rows: readonly Row[] = [
	{
		says: /^No \S+ host key is known for (\S+) and/m,
		kind: 'host-key',
		why: 'the host key of $1 is not known; it sent $key',
		advice: logInYourself,
	},
	{
		says: /REMOTE HOST IDENTIFICATION HAS CHANGED[\s\S]*?Host key for (\S+) has changed/,
		kind: 'host-key',
		why: 'the host key of $1 is another than the known one; it sent $key',
		advice: 'find out why it changed before you remove the old key from the known hosts',
	},
	{ says: /REVOKED|revoked/, kind: 'host-key', why: 'the host key was revoked' },
	{ says: /^Host key verification failed/m, kind: 'host-key', why: 'the host key is not to be trusted; it sent $key' },
	{
		says: /Permission denied \(([^)]*)\)/,
		kind: 'denied',
		why: 'it let nobody in (ways to prove who you are: $1)',
		advice: 'check that your key is loaded in ssh-agent and that the host knows it',
	},
	{
		says: /Too many authentication failures/,
		kind: 'denied',
		why: 'it was offered too many keys',
		advice: 'name the right key with IdentityFile and IdentitiesOnly in your ssh config',
	},
	{
		says: /open failed: (?:administratively prohibited|unknown channel type)/,
		kind: 'denied',
		why: 'it forwards no connections',
		advice: 'allow forwarding in the configuration of its sshd',
	},
	{
		// sshd says no more of a socket, whether it is not there, may not be opened, or is not to be forwarded to.
		says: /open failed: connect failed: open failed/,
		kind: 'unreachable',
		why: 'nobody listens on that socket there, or the host lets nobody through to it',
		advice: 'check that the service runs there, and that you may open its socket',
	},
	{ says: /Could not resolve hostname (\S+): /, kind: 'unreachable', why: 'no host $1 is known', advice: checkHost },
	{
		says: /Connection timed out|Operation timed out|timed out during banner exchange/,
		kind: 'timeout',
		why: 'the host did not answer',
		advice: checkHost,
	},
	{ says: /Connection refused/, kind: 'unreachable', why: 'nobody listens there', advice: checkHost },
	{
		says: /No route to host|Network is unreachable/,
		kind: 'unreachable',
		why: 'there is no road to it',
		advice: checkHost,
	},
	{
		says: /Unable to negotiate with .*: (no matching [^.]*)/,
		kind: 'protocol',
		why: 'it is too old or too new for this ssh: $1',
		advice: 'allow what it offers for this host in your ssh config',
	},
	{
		says: /Bad owner or permissions on (\S+)|terminating, \d+ bad configuration options|Bad configuration option: (\S+)/,
		kind: 'refused',
		why: 'ssh does not take its own configuration',
		advice: 'see what it says, and mend your ssh config',
	},
	{
		says: /Stdio forwarding request failed|stdio forwarding failed/,
		kind: 'unreachable',
		why: 'the host between cannot reach it',
		advice: checkHost,
	},
	{
		says: /(?:Connection (?:closed|reset)|closed by remote host|Broken pipe|not responding)/,
		kind: 'unreachable',
		why: 'the host closed the connection',
	},
];

function meaningOf([program = 'ssh']: readonly string[], end: ProgramEnd, hostKey?: string): Meaning {
	const { stderr, exitCode, fault } = end;
	if (fault !== undefined) return notStarted(program, fault);
	for (const { says, why, ...rest } of rows) {
		const match = says.exec(stderr);
		if (match === null) continue;
		const key = hostKey ?? fingerprintIn(stderr) ?? 'one that ssh does not show';
		return { ...rest, why: why.replace('$1', () => match[1] ?? '').replace('$key', () => key) };
	}
	const last = lastLine(stderr);
	if (last !== '') return { kind: 'unreachable', why: last };
	return { kind: 'unreachable', why: exitCode === undefined ? 'ssh was ended' : `ssh ended with ${exitCode}` };
}

function notStarted(program: string, fault: Error): Meaning {
	const isAbsent = 'code' in fault && fault.code === 'ENOENT';
	return {
		kind: 'unreachable',
		why: isAbsent ? `there is no program ${program}` : `${program} cannot be started: ${fault.message}`,
		advice: 'install the OpenSSH client, or say where it is',
	};
}

/** As ssh prints it: in its warning about a changed key, and with `-v` for every key. Of several hosts the last counts. */
export function fingerprintIn(stderr: string): string | undefined {
	const warned = /fingerprint for the (\S+) key sent by the remote host is\s+(\S+?)\.?\s/.exec(stderr);
	if (warned !== null) return `${warned[1]} ${warned[2]}`;
	const [, type, hash] = [...stderr.matchAll(/Server host key: (\S+) (\S+)/g)].at(-1) ?? [];
	return type === undefined || hash === undefined ? undefined : `${type} ${hash}`;
}

/** The last line that a program said. */
export function lastLine(stderr: string): string {
	const lines = stderr.split(/\r?\n/).map((line) => line.trim());
	return lines.filter((line) => line !== '').at(-1) ?? '';
}
