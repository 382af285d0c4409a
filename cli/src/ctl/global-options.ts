// Flags that every command has, with fleetctl's names and defaults (fleetctl v1.0.0), and their `FLEETCTL_*` variables.
// The command line outweighs the environment. What cannot be read is said, in the environment too, where fleetctl
// silently goes on with something else than was meant.

import { type OptionTable, UsageError } from '../arguments.ts';
import { didYouMean } from '../did-you-mean.ts';
import type { Io } from '../io.ts';
import { readTruth } from './flags.ts';

/** The flags by name, in the order of the help. */
export const globalOptions = {
	endpoint: { type: 'string', value: 'URL', help: 'where the API is: unix:///…, http://…; with etcd, a list of URLs' },
	tunnel: {
		type: 'string',
		value: '[USER@]HOST[:PORT]',
		help: 'reach the endpoint and the machines by ssh over that host',
	},
	driver: { type: 'string', value: 'DRIVER', help: 'api, or etcd to use the registry itself; api by default' },
	'ssh-username': { type: 'string', value: 'USER', help: 'who logs in by ssh; core by default' },
	'ssh-timeout': { type: 'string', value: 'SECONDS', help: 'how long logging in may take; 10 by default' },
	'request-timeout': { type: 'string', value: 'SECONDS', help: 'how long one request may take' },
	'known-hosts-file': { type: 'string', value: 'FILE', help: 'known hosts instead of those of your ssh' },
	'strict-host-key-checking': { type: 'boolean', help: 'check host keys; =false talks to whoever answers' },
	'ca-file': { type: 'string', value: 'FILE', help: 'authorities to trust for https' },
	'cert-file': { type: 'string', value: 'FILE', help: 'certificate to show for https' },
	'key-file': { type: 'string', value: 'FILE', help: 'its key' },
	'etcd-key-prefix': { type: 'string', value: 'PATH', help: 'where fleet is in etcd; /_coreos.com/fleet/ by default' },
	format: { type: 'string', value: 'FORMAT', help: 'table or json; table by default' },
	debug: { type: 'boolean', help: 'tell more of what goes wrong' },
	'experimental-api': { type: 'boolean', help: 'taken for the sake of old scripts, and does nothing' },
} as const satisfies OptionTable;

/** What the global flags and the environment come to. Times are in milliseconds. */
export interface GlobalSettings {
	/** Absent where nobody named one: then it is the driver's usual one. */
	readonly endpoint?: string;
	readonly driver: 'api' | 'etcd';
	readonly tunnel?: string;
	/** Absent where nobody named one: then it is that of the ssh config, and `core` where that has none. */
	readonly sshUsername?: string;
	readonly sshTimeout: number;
	readonly requestTimeout?: number;
	readonly knownHostsFile?: string;
	readonly strictHostKeyChecking: boolean;
	readonly caFile?: string;
	readonly certFile?: string;
	readonly keyFile?: string;
	readonly etcdKeyPrefix: string;
	readonly format: 'table' | 'json';
	readonly debug: boolean;
}

/** Flags of a call by name; those of the command may be among them. */
type Values = Readonly<Record<string, unknown>>;

/** The settings of one call. Throws `UsageError`. */
export function readGlobalSettings(values: Values, env: Io['env']): GlobalSettings {
	const get: Get = (name) => given(name, values, env);
	const requestTimeout = milliseconds('request-timeout', get);
	return {
		...optional('endpoint', get('endpoint')),
		driver: oneOf('driver', get, ['api', 'etcd'], 'api'),
		...optional('tunnel', get('tunnel')),
		...optional('sshUsername', get('ssh-username')),
		sshTimeout: milliseconds('ssh-timeout', get) ?? 10_000,
		...(requestTimeout !== undefined && { requestTimeout }),
		...optional('knownHostsFile', get('known-hosts-file')),
		strictHostKeyChecking: truth('strict-host-key-checking', get) ?? true,
		...optional('caFile', get('ca-file')),
		...optional('certFile', get('cert-file')),
		...optional('keyFile', get('key-file')),
		etcdKeyPrefix: get('etcd-key-prefix')?.text ?? '/_coreos.com/fleet/',
		format: oneOf('format', get, ['table', 'json'], 'table'),
		debug: truth('debug', get) ?? false,
	};
}

/** A value, and how it was called where it came from. */
interface Given {
	readonly text: string;
	readonly from: string;
}

type Name = keyof typeof globalOptions;
type Get = (name: Name) => Given | undefined;

function given(name: Name, values: Values, env: Io['env']): Given | undefined {
	const flag = values[name];
	if (flag !== undefined) return { text: String(flag), from: `--${name}` };
	const variable = `FLEETCTL_${name.replaceAll('-', '_').toUpperCase()}`;
	// An empty variable is as good as none; fleetctl would take it for an empty value and fail in a riddle.
	const text = name === 'format' ? undefined : env[variable] || undefined;
	return text === undefined ? undefined : { text, from: variable };
}

function optional<const N extends string>(name: N, value: Given | undefined): { readonly [K in N]?: string } {
	// A computed name has no type of its own.
	return (value === undefined ? {} : { [name]: value.text }) as { readonly [K in N]?: string };
}

function oneOf<const T extends string>(name: Name, get: Get, words: readonly T[], otherwise: T): T {
	const value = get(name);
	if (value === undefined) return otherwise;
	const word = words.find((one) => one === value.text.toLowerCase());
	if (word !== undefined) return word;
	throw new UsageError(
		`${value.from}: there is no \`${value.text}\`; use ${words.join(' or ')}${didYouMean(value.text, words)}`,
	);
}

function milliseconds(name: Name, get: Get): number | undefined {
	const value = get(name);
	if (value === undefined) return undefined;
	const seconds = value.text.trim() === '' ? Number.NaN : Number(value.text);
	if (Number.isFinite(seconds) && seconds > 0) return seconds * 1000;
	throw new UsageError(`${value.from}: \`${value.text}\` is no number of seconds, such as 3 or 0.5`);
}

function truth(name: Name, get: Get): boolean | undefined {
	const value = get(name);
	if (value === undefined) return undefined;
	const read = readTruth(value.text);
	if (read !== undefined) return read;
	throw new UsageError(`${value.from}: \`${value.text}\` is neither true nor false`);
}
