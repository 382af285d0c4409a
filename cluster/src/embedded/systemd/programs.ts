// What programs do when the practice cluster “runs” them: how long, with which exit code, and what they print. Nothing
// is really started. What is not in the table is taken for a daemon that runs until it is told to stop.

import { type Deed, quick } from './deed.ts';
import { parseTimeSpan } from './settings.ts';
import { scriptDeed } from './shell.ts';

/** `main`: the service itself; `helper`: a command before, after or to stop it, or one of a oneshot. */
export type Role = 'main' | 'helper' | 'stop';

/** The deed of a command line whose words are expanded. */
export function deedOf(argv: readonly string[], role: Role): Deed {
	const [path = '', ...args] = argv;
	if (!programExists(path)) return { ...quick, exitCode: 203 };
	const name = programName(path);
	const program = programs.get(name);
	if (program !== undefined) return program(args, role);
	return role === 'main' ? daemon(name) : quick;
}

/** The last part of a program's path. */
export function programName(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a path may exist on a machine: only the usual folders do. A name without a slash is searched for. */
export function pathExists(path: string): boolean {
	return usualFolders.has(path.split('/')[1] ?? '');
}

/** Something that runs on. */
function daemon(name: string): Deed {
	return {
		duration: Number.POSITIVE_INFINITY,
		exitCode: 0,
		output: [`${name} is ready`],
		talk: { every: 10_000, text: `${name} is well` },
		stopAfter: 300,
		notifies: true,
	};
}

type Program = (args: readonly string[], role: Role) => Deed;

const usualFolders = new Set(
	'bin boot dev etc home lib lib64 media mnt opt proc root run sbin srv sys tmp usr var'.split(' '),
);

const programs: ReadonlyMap<string, Program> = new Map<string, Program>([
	...names(
		'true : test [ mkdir rm rmdir cp mv ln touch chmod chown install cat ls date hostname uname id',
		() => quick,
	),
	...names('grep sed awk cut tr head tail wc sort find which getent ip iptables sysctl modprobe', () => quick),
	...names('curl wget etcdctl fleetctl systemctl journalctl systemd-notify kill pkill logger', () => quick),
	...names('false', () => ({ ...quick, exitCode: 1 })),
	...names('echo', (args) => ({ ...quick, output: [args.filter((arg) => arg !== '-n' && arg !== '-e').join(' ')] })),
	...names('printf', ([format = '']) => ({ ...quick, output: [format.replace(/\\n$/, '')] })),
	...names('sleep', sleep),
	...names('sh bash dash', (args, role) => scriptDeed(scriptOf(args), (words) => deedOf(words, role))),
	...names('docker podman rkt', container),
	...names('env', (args, role) => deedOf(args.slice(args.findIndex((arg) => !/^-|=/.test(arg))), role)),
	...names('nice ionice setsid nohup sudo', (args, role) => deedOf(afterOptions(args), role)),
]);

function names(list: string, program: Program): readonly (readonly [string, Program])[] {
	return list.split(' ').map((name) => [name, program] as const);
}

function programExists(path: string): boolean {
	return !path.includes('/') || pathExists(path);
}

function sleep(args: readonly string[]): Deed {
	const spans = args.map((arg) => parseTimeSpan(arg));
	if (spans.length === 0 || spans.includes(undefined)) {
		return { ...quick, exitCode: 1, output: [`sleep: invalid time interval '${args.join(' ')}'`] };
	}
	return { ...quick, duration: spans.reduce<number>((sum, span) => sum + (span ?? 0), 0) };
}

// `sh -c 'script'`; a script in a file is taken to do its work and end, unless it is all there is to the service.
function scriptOf(args: readonly string[]): string {
	const flag = args.findIndex((arg) => /^-[a-z]*c$/.test(arg));
	return flag === -1 ? args.filter((arg) => !arg.startsWith('-')).join(' ') : (args[flag + 1] ?? '');
}

// A container that is to be cleaned away before a start is not there; one that is to be stopped is.
function container(args: readonly string[], role: Role): Deed {
	const words = afterOptions(args);
	const [command = '', ...rest] = words;
	if (command === 'run' && !rest.some((arg) => /^(-d|--detach)$/.test(arg))) return runContainer(rest, role);
	if (command === 'start' && rest.some((arg) => /^-(a|-attach)/.test(arg))) return daemon(rest.at(-1) ?? '');
	if (command === 'pull')
		return { ...quick, duration: 3000, output: [`Status: Image is up to date for ${rest.at(-1)}`] };
	if (/^(kill|rm|stop)$/.test(command) && role === 'helper') {
		return { ...quick, exitCode: 1, output: [`Error response from daemon: No such container: ${rest.at(-1)}`] };
	}
	return { ...quick, duration: command === 'stop' ? 1000 : 200 };
}

function runContainer(args: readonly string[], role: Role): Deed {
	const image = imageOf(args);
	const command = image === undefined ? [] : args.slice(args.indexOf(image) + 1);
	const inner = command.length === 0 ? daemon(programName(image ?? 'container')) : deedOf(command, role);
	return { ...inner, stopAfter: Math.max(inner.stopAfter, 500), notifies: false };
}

// The first word that is neither an option nor the value of one.
function imageOf(args: readonly string[]): string | undefined {
	const flags = /^(-[itP]+|--(rm|tty|interactive|init|privileged|read-only|publish-all)|--[a-z-]+=.*)$/;
	let skip = false;
	return args.find((arg) => {
		const isValue = skip;
		skip = !isValue && arg.startsWith('-') && !flags.test(arg);
		return !isValue && !arg.startsWith('-');
	});
}

function afterOptions(args: readonly string[]): readonly string[] {
	const start = args.findIndex((arg) => !arg.startsWith('-'));
	return start === -1 ? [] : args.slice(start);
}
