// The options of `lint`: their table, and the checked values that the command works with.

import { type LintSettings, latestRelease, oldestRelease, readRelease, readRuleLevel } from '../../core/src/index.ts';
import { type OptionTable, readArguments, UsageError } from './arguments.ts';
import { didYouMean } from './did-you-mean.ts';
import { fleetVersionOption, readFleetVersion } from './fleet-version.ts';

/** The formats of a report. */
export const formats = ['text', 'json', 'sarif', 'github'] as const;

/** What `lint` is asked to do. */
export interface LintOptions {
	/** Files and folders; `-` is standard input. */
	readonly paths: readonly string[];
	/** The name to take standard input for. */
	readonly stdinName: string | undefined;
	readonly format: (typeof formats)[number];
	/** Settings that outweigh those of config files. */
	readonly settings: Partial<LintSettings>;
	/** `apply` changes files, `show` prints what it would change. */
	readonly fix: 'off' | 'apply' | 'show';
	readonly maxWarnings: number;
	/** Report errors only. */
	readonly quiet: boolean;
	/** Nothing but errors is asked for: no fixes, and no number of warnings. */
	readonly errorsOnly: boolean;
}

/** The table of options. */
export const lintOptions = {
	format: { type: 'string', value: 'FORMAT', help: `how to report: ${formats.join(', ')}; text by default` },
	'systemd-version': { type: 'string', value: 'N', help: 'release the units are for, such as 252; latest by default' },
	'fleet-version': fleetVersionOption,
	rule: {
		type: 'string',
		multiple: true,
		value: 'ID=LEVEL',
		help: 'error, warning, info, hint or off; may be repeated',
	},
	fix: { type: 'boolean', help: 'apply safe fixes and report what is left' },
	'fix-dry-run': { type: 'boolean', help: 'print what --fix would change as a diff, and change nothing' },
	'max-warnings': { type: 'string', value: 'N', help: 'fail if there are more warnings' },
	quiet: { type: 'boolean', help: 'report errors only' },
	'stdin-name': { type: 'string', value: 'NAME', help: 'name to take standard input for, such as web.service' },
} as const satisfies OptionTable;

/** Reads and checks the arguments of `lint`. Throws `UsageError`. */
export function readLintOptions(argv: readonly string[]): LintOptions {
	const { values, positionals } = readArguments(argv, lintOptions);
	if (positionals.length === 0)
		throw new UsageError('no path given; name unit files, folders, or - for standard input');
	const format = readFormat(values.format ?? 'text');
	const fix = readFix({ apply: values.fix === true, show: values['fix-dry-run'] === true }, format);
	const maxWarnings = readMaxWarnings(values['max-warnings']);
	const quiet = values.quiet === true;
	return {
		paths: positionals,
		stdinName: readStdinName(values['stdin-name'], positionals),
		format,
		settings: {
			...readVersion(values['systemd-version']),
			...(values['fleet-version'] !== undefined && { fleetRelease: readFleetVersion(values['fleet-version']) }),
			rules: readRules(values.rule ?? []),
		},
		fix,
		maxWarnings,
		quiet,
		errorsOnly: quiet && fix === 'off' && maxWarnings === Number.POSITIVE_INFINITY,
	};
}

function readFormat(value: string): LintOptions['format'] {
	const format = formats.find((known) => known === value);
	if (format !== undefined) return format;
	throw new UsageError(`--format: there is no \`${value}\`; use ${formats.join(', ')}${didYouMean(value, formats)}`);
}

function readVersion(value: string | undefined): Partial<LintSettings> {
	if (value === undefined) return {};
	const release = readRelease(value);
	if (release !== undefined) return { release };
	throw new UsageError(
		`--systemd-version: \`${value}\` is no release; use a number from ${oldestRelease} to ${latestRelease}, or latest`,
	);
}

function readRules(assignments: readonly string[]): LintSettings['rules'] {
	return Object.fromEntries(assignments.map(readRule));
}

function readRule(assignment: string): [string, ReturnType<typeof readRuleLevel>] {
	const [, id, level] = /^([^=]+)=(.*)$/.exec(assignment) ?? [];
	if (id === undefined) throw new UsageError(`--rule: \`${assignment}\` is no ID=LEVEL, such as unknown-directive=off`);
	try {
		return [id, readRuleLevel(id, level)];
	} catch (error) {
		throw new UsageError(`--rule: ${error instanceof Error ? error.message : String(error)}`);
	}
}

function readFix({ apply, show }: { readonly apply: boolean; readonly show: boolean }, format: LintOptions['format']) {
	if (apply && show) throw new UsageError('--fix and --fix-dry-run exclude each other; give one of them');
	if (show && format !== 'text') throw new UsageError('--fix-dry-run prints a diff and goes with --format text only');
	return apply ? 'apply' : show ? 'show' : 'off';
}

function readMaxWarnings(value: string | undefined): number {
	if (value === undefined) return Number.POSITIVE_INFINITY;
	if (/^\d+$/.test(value)) return Number(value);
	throw new UsageError(`--max-warnings: \`${value}\` is no number; use 0 or more`);
}

function readStdinName(name: string | undefined, paths: readonly string[]): string | undefined {
	if (name !== undefined && !paths.includes('-'))
		throw new UsageError('--stdin-name is for standard input; add the path -');
	return name;
}
