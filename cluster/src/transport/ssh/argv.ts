// Every command line of ssh that is ever run, built from plain values: ssh(1) and ssh_config(5). Nothing is started here.

import { type Endpoint, hostAndPort } from '../endpoint.ts';
import type { ShellOptions } from '../transport.ts';
import { describeTunnel, type Tunnel } from '../tunnel.ts';
import { quote, remoteCommand } from './remote-command.ts';
import { type Authentication, connectTimeoutOf, type SshSettings } from './settings.ts';

/** How to log in to a host. */
export interface Login {
	readonly tunnel: Tunnel;
	readonly settings: SshSettings;
	readonly authentication: Authentication;
	/** Socket of a connection that stands, or shall stand. */
	readonly controlPath?: string;
	/** The host that stands between. */
	readonly jump?: Login;
}

/** Logs in and keeps the connection for others, who find it at the control path. Runs until it is ended. */
export function masterArgv(login: Login): readonly string[] {
	const { controlPath = '' } = login;
	const options = ['ControlPersist=no', 'ExitOnForwardFailure=no', ...quiet, audible];
	return [...begin(login), '-M', '-S', controlPath, '-N', ...asOptions(options), ...destination(login)];
}

/** What the ssh config forwards, and runs on its own, is the person's business. */
const quiet = ['ClearAllForwardings=yes', 'RemoteCommand=none'];

/** What goes wrong is told from this level on, whatever the ssh config has. */
const audible = 'LogLevel=INFO';

/** Lets a connection that stands listen on a socket here, and forward to a socket or a port there. */
export function forwardArgv(login: Login, local: string, remote: Endpoint): readonly string[] {
	const target = remote.kind === 'unix' ? remote.path : hostAndPort(remote);
	return [...control(login), '-O', 'forward', '-L', `${local}:${target}`, '--', login.tunnel.host];
}

/** Asks whether a connection still stands. */
export function checkArgv(login: Login): readonly string[] {
	return [...control(login), '-O', 'check', '--', login.tunnel.host];
}

/** Ends a connection. */
export function exitArgv(program: string, controlPath: string): readonly string[] {
	return [program, '-F', 'none', '-S', controlPath, '-O', 'exit', '--', 'any'];
}

/** Runs a command on the host. */
export function commandArgv(login: Login, command: readonly string[]): readonly string[] {
	const options = [...quiet, audible];
	return [...beginShared(login), '-T', ...asOptions(options), ...destination(login), ...remoteCommand(command)];
}

/** Opens a shell on the host, or runs a command as a person wants it. */
export function shellArgv(login: Login, command: readonly string[], options: ShellOptions): readonly string[] {
	const terminal = command.length === 0 || options.interactive === true ? ['-t'] : [];
	const only = command.length === 0 ? [] : asOptions(['RemoteCommand=none']);
	return [...begin(login), ...terminal, ...only, ...destination(login), ...remoteCommand(command, options.verbatim)];
}

/** Logs in as a person does who types it: what ssh wants to know, it asks at the terminal. */
export function byHandArgv(tunnel: Tunnel, { program = 'ssh' }: SshSettings): readonly string[] {
	return [program, ...destination({ tunnel })];
}

/** Joins its input and output to a port that the host can reach. */
export function streamArgv(login: Login, target: { readonly host: string; readonly port: number }): readonly string[] {
	return joinArgv(login, hostAndPort(target));
}

/** Prints what the ssh config says of the host, with a config of ours around it. */
export function configArgv({ settings, tunnel }: Login, configFile: string): readonly string[] {
	return [settings.program ?? 'ssh', '-F', configFile, '-G', '--', tunnel.host];
}

/** The same command, talking about what it does. */
export function verbosely([program = '', ...rest]: readonly string[]): readonly string[] {
	return [program, '-v', ...rest];
}

function joinArgv(login: Login, target: string): readonly string[] {
	return [...beginShared(login), '-W', target, ...asOptions([...quiet, audible]), ...destination(login)];
}

/** Over the connection that stands, if it does; otherwise ssh logs in by itself. */
function beginShared(login: Login): readonly string[] {
	const { controlPath } = login;
	return [
		...begin(login),
		...(controlPath === undefined ? [] : ['-S', controlPath, ...asOptions(['ControlMaster=no'])]),
	];
}

function begin(login: Login): readonly string[] {
	const { settings, jump } = login;
	return [
		settings.program ?? 'ssh',
		...(settings.configFile === undefined ? [] : ['-F', settings.configFile]),
		...asOptions(trustOptions(login)),
		...asOptions([`ConnectTimeout=${Math.ceil(connectTimeoutOf(settings) / 1000)}`]),
		// A network that is gone is noticed after a quarter of a minute.
		...asOptions(['ServerAliveInterval=5', 'ServerAliveCountMax=3']),
		...(jump === undefined ? [] : jumpOptions(jump)),
	];
}

/** Nobody is asked in the background, and an unknown host key is never taken there. */
function trustOptions({ settings, authentication }: Login): readonly string[] {
	const { knownHostsFile, strictHostKeys = true } = settings;
	const batch = authentication.kind === 'batch';
	return [
		...(batch ? ['BatchMode=yes'] : []),
		...(batch && strictHostKeys ? ['StrictHostKeyChecking=yes'] : []),
		...(strictHostKeys ? [] : ['StrictHostKeyChecking=no', 'UserKnownHostsFile=/dev/null']),
		...(strictHostKeys && knownHostsFile !== undefined ? [`UserKnownHostsFile=${configWord(knownHostsFile)}`] : []),
	];
}

/**
 * `-J` would start an ssh that knows nothing of our options, nor of the connection to the jump host that stands
 * already. So the command that it stands for (ssh_config(5), “ProxyJump”) is given with them; a shell reads it. Where
 * connections are not shared, the person's ssh config alone speaks for the jump host.
 */
function jumpOptions(jump: Login): readonly string[] {
	if (jump.controlPath === undefined) return ['-J', jumpName(jump.tunnel)];
	const target = '[%h]:%p';
	const words = joinArgv(jump, target).map((word) => (word === target ? word : word.replaceAll('%', '%%')));
	return asOptions([`ProxyCommand=${words.map(quote).join(' ')}`]);
}

function jumpName(tunnel: Tunnel): string {
	return tunnel.host.includes(':') ? describeTunnel({ port: 22, ...tunnel }) : describeTunnel(tunnel);
}

function destination({ tunnel: { user, host, port } }: Pick<Login, 'tunnel'>): readonly string[] {
	return [
		...(user === undefined ? [] : ['-l', user]),
		...(port === undefined ? [] : ['-p', String(port)]),
		...['--', host],
	];
}

/** Talks to a connection that stands, where no config matters: one with forwards would have them asked for, too. */
function control({ settings, controlPath = '' }: Login): readonly string[] {
	return [settings.program ?? 'ssh', '-F', 'none', '-S', controlPath];
}

function asOptions(options: readonly string[]): readonly string[] {
	return options.flatMap((option) => ['-o', option]);
}

/** ssh_config(5) takes a value with spaces for several, and `%` for the begin of a token. */
function configWord(text: string): string {
	const escaped = text.replaceAll('%', '%%');
	return /\s/.test(escaped) ? `"${escaped}"` : escaped;
}
