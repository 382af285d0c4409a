// Command lines: prefixes, the program, its arguments, and `;` between several. What stands between commands and the
// unit is the business of rules; paths that are not absolute are, too, as they tell apart what was meant.

import { commandPrefixes } from '../catalogue/command-prefixes.ts';
import { type Command, type CommandFault, type CommandFaultKind, parseCommandLine } from '../syntax/command-line.ts';
import type { Span } from '../syntax/span.ts';
import { closingFix, type Flaw, toFault, type ValueEffect, type ValueFault } from './fault.ts';
import { specifierFlaw } from './specifiers.ts';
import { noFaults, type ValueBehaviour, type ValueContext, type ValueItem, type ValueNote } from './value-kind.ts';

/** `ExecStart=` and its like. */
export const commandLine: ValueBehaviour = {
	check: (value, context) => (isPlain(value) ? noFaults : checkCommands(value, context)),
	complete: completePrefix,
	describe: describePrefix,
};

/** First release that refuses the unit for a bad command; those before skipped the command. */
const refusedSince = 235;

/** A path and words without quotes, escapes, specifiers and semicolons: nothing can be wrong with it. */
function isPlain(value: string): boolean {
	return value === '' || (/^-?\/[\w/.+-]*[\w.+-](?:\s|$)/.test(value) && !/["'\\%;]/.test(value) && value.length < 250);
}

function checkCommands(value: string, context: ValueContext): readonly ValueFault[] {
	const { commands, faults } = parseCommandLine(value);
	const found = faults.filter(({ kind }) => !leftToRules.has(kind)).map((fault) => commandFault(fault, value, context));
	const ofPrefixes = commands.flatMap((command) => [
		...prefixFaults(command, context),
		...globFaults(command, context),
	]);
	const ofSpecifiers = faults.some(({ effect }) => effect !== 'kept') ? [] : specifierFaults(value, commands, context);
	return [...found, ...ofPrefixes, ...ofSpecifiers];
}

/** Rules tell these apart by what was meant. */
const leftToRules: ReadonlySet<CommandFaultKind> = new Set(['relative-path', 'trailing-backslash']);

const flaws: Readonly<Record<CommandFaultKind, Flaw>> = {
	'unbalanced-quote': { what: 'the quote is never closed', advice: 'close it, or write `\\\'` or `\\"`' },
	'unknown-escape': {
		what: 'systemd knows no such escape, and leaves the backslash',
		advice: 'double it',
		effect: 'misled',
	},
	'trailing-backslash': { what: 'the backslash stands for itself', effect: 'misled' },
	'empty-path': { what: 'the program is missing', advice: 'write its path' },
	'unsafe-path': { what: 'the path has quotes, backslashes or control characters in it', advice: 'remove them' },
	'directory-path': { what: 'the path ends in `/`, so it is a folder', advice: 'write the path of a program' },
	'relative-path': { what: 'the path is not absolute' },
	'path-too-long': { what: 'the path is too long', advice: 'a name may have 255 bytes, the path 4095' },
	'repeated-prefix': {
		what: 'this prefix may not stand here',
		advice: 'write each once, and only one of `+`, `!` and `!!`',
	},
	'no-argv0': { what: '`@` takes the next word for the name of the program, and there is none', advice: 'write it' },
};

function commandFault({ kind, span, effect }: CommandFault, value: string, { release }: ValueContext): ValueFault {
	const usual: ValueEffect = effect === 'refused' && release >= refusedSince ? 'refuses-unit' : 'skips-setting';
	const fault = toFault(flaws[kind], span, usual);
	if (kind === 'unbalanced-quote') return { ...fault, fix: closingFix(value, span.start) };
	const backslash = { start: span.start, end: span.start + 1 };
	return kind === 'unknown-escape' ? { ...fault, fix: { span: backslash, text: '\\\\', certain: false } } : fault;
}

/** Prefixes that the release does not read: there they are part of the path. */
function prefixFaults({ prefixes }: Command, context: ValueContext): readonly ValueFault[] {
	return namesOf(prefixes).flatMap(({ name, span }) => {
		const facts = commandPrefixes[name];
		if (facts === undefined) return [];
		if (facts.since > context.release) return [tooNewPrefix(name, facts.since, span, context)];
		return facts.ignored !== undefined && facts.ignored <= context.release
			? [ignoredPrefix(name, facts.ignored, span)]
			: [];
	});
}

/** First release that refuses paths with globs in them. */
const globsRefusedSince = 262;

function globFaults({ path, ignoreFailure }: Command, { release }: ValueContext): readonly ValueFault[] {
	if (release < globsRefusedSince || !/[*?[]/.test(path.text)) return [];
	const flaw = { what: 'no glob is looked up in the path of a program', advice: 'write the path' };
	return [toFault(flaw, path.span, ignoreFailure ? 'skips-setting' : 'refuses-unit')];
}

/** Two `!` are one prefix. */
function namesOf(prefixes: Command['prefixes']): readonly { readonly name: string; readonly span: Span }[] {
	const marks = prefixes.filter(({ char }) => char === '!');
	const others = prefixes.filter(({ char }) => char !== '!').map(({ char, span }) => ({ name: char, span }));
	const [first] = marks;
	if (first === undefined) return others;
	const end = marks.at(-1)?.span.end ?? first.span.end;
	return [...others, { name: '!'.repeat(marks.length), span: { start: first.span.start, end } }];
}

function tooNewPrefix(name: string, since: number, span: Span, { release }: ValueContext): ValueFault {
	const what = `the prefix \`${name}\` came with systemd ${since}, and ${release} takes it for the path`;
	return toFault({ what }, span, release >= refusedSince ? 'refuses-unit' : 'skips-setting');
}

function ignoredPrefix(name: string, ignored: number, span: Span): ValueFault {
	const what = `the prefix \`${name}\` does nothing since systemd ${ignored}`;
	return toFault({ what, advice: 'remove it', instead: '', certain: true, effect: 'misled' }, span, 'misled');
}

/** The first unknown specifier of each command; systemd stops at it. */
function specifierFaults(value: string, commands: readonly Command[], context: ValueContext): readonly ValueFault[] {
	if (!value.includes('%')) return [];
	return commands.flatMap(({ path, argv, ignoreFailure }) => {
		const usual = ignoreFailure ? 'skips-setting' : 'refuses-unit';
		for (const { span } of [path, ...argv]) {
			const flaw = specifierFlaw(value.slice(span.start, span.end), context);
			if (flaw !== undefined) return [toFault(flaw, span, usual)];
		}
		return [];
	});
}

function completePrefix(value: string, offset: number, { release }: ValueContext): readonly ValueItem[] {
	const typed = value.slice(0, offset);
	if (!/^[-@:+!|]*$/.test(typed)) return [];
	return Object.entries(commandPrefixes)
		.filter(([, { since, ignored }]) => since <= release && (ignored === undefined || ignored > release))
		.filter(([name]) => !typed.includes(name))
		.map(([label, { meaning }]) => ({ label, detail: meaning, replace: { start: offset, end: offset } }));
}

function describePrefix(value: string, offset: number): ValueNote | undefined {
	const length = /^[-@:+!|]*/.exec(value)?.[0].length ?? 0;
	if (offset > length || length === 0) return undefined;
	const { commands } = parseCommandLine(value);
	const names = namesOf(commands[0]?.prefixes ?? []);
	const lines = names.map(({ name }) => `${name} ${commandPrefixes[name]?.meaning ?? ''}`);
	return lines.length === 0 ? undefined : { span: { start: 0, end: length }, text: lines.join('\n') };
}
