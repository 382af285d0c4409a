// Flags as fleetctl takes them: the reader of this program, and what Go's flags have beside it: `--full=false`, and
// the one-letter names with two dashes that fleetctl v1.0.0 has in place of short flags.

import { type Arguments, type OptionTable, readArguments, UsageError } from '../arguments.ts';

/** Reads a command's arguments by its table. Throws `UsageError`. */
export function readFlags<const T extends OptionTable>(argv: readonly string[], options: T): Arguments<T> {
	const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
	const truths = new Map<string, boolean>();
	const rest = argv.slice(0, end).flatMap((argument) => {
		const renamed = withLongName(argument);
		const truth = truthOf(renamed, options);
		// The last one counts.
		truths.delete(renamed.slice(2));
		if (truth === undefined) return [renamed];
		truths.set(truth.name, truth.value);
		return [];
	});
	const { values, positionals } = readArguments([...rest, ...argv.slice(end)], options);
	return { values: { ...values, ...Object.fromEntries(truths) }, positionals };
}

/**
 * Arguments up to and with the first that is no flag, and those after it, which are someone else's: `ssh web ls -l`.
 * Throws `UsageError`.
 */
export function splitAtFirstName(
	argv: readonly string[],
	options: OptionTable,
): { readonly own: readonly string[]; readonly rest: readonly string[] } {
	let at = 0;
	while (at < argv.length) {
		const argument = withLongName(argv[at] ?? '');
		if (argument === '--') return { own: argv.slice(0, at), rest: argv.slice(at + 1) };
		if (!argument.startsWith('-') || argument === '-') break;
		at += takesNext(argument, options) ? 2 : 1;
	}
	return { own: argv.slice(0, at + 1), rest: argv.slice(at + 1) };
}

/** What strconv.ParseBool of Go takes for true and false. */
export function readTruth(text: string): boolean | undefined {
	if (['1', 't', 'T', 'TRUE', 'true', 'True'].includes(text)) return true;
	return ['0', 'f', 'F', 'FALSE', 'false', 'False'].includes(text) ? false : undefined;
}

const longNames: Readonly<Record<string, string>> = {
	'--l': '--full',
	'--f': '--follow',
	'--A': '--forward-agent',
	'--h': '--help',
	'--etcd-cafile': '--ca-file',
	'--etcd-certfile': '--cert-file',
	'--etcd-keyfile': '--key-file',
};

function withLongName(argument: string): string {
	const [name = '', ...value] = argument.split('=');
	return [longNames[name] ?? name, ...value].join('=');
}

/** The truth in `--flag=true`; `undefined` where the argument is something else. */
function truthOf(
	argument: string,
	options: OptionTable,
): { readonly name: string; readonly value: boolean } | undefined {
	const [, name = '', text] = /^--([^=]+)=(.*)$/s.exec(argument) ?? [];
	if (text === undefined || options[name]?.type !== 'boolean') return undefined;
	const value = readTruth(text);
	if (value === undefined) throw new UsageError(`--${name} is true or false, not \`${text}\``);
	return { name, value };
}

function takesNext(argument: string, options: OptionTable): boolean {
	if (argument.includes('=')) return false;
	const [, short] = /^-([^-])/.exec(argument) ?? [];
	if (short === undefined) return options[argument.slice(2)]?.type === 'string';
	const found = Object.values(options).find((option) => option.short === short);
	// A value may follow a short flag without a blank: `-n5`.
	return found?.type === 'string' && argument.length === 2;
}
