// Hover over a prefix of a command, as the `-` of `ExecStartPre=-/bin/rm …`: what it does. Programs and arguments are
// not looked at.

import { type ExecPrefix, execPrefixes } from '../catalogue/exec-prefixes.ts';
import type { FoundDirective } from '../catalogue/lookup.ts';
import { type CommandPrefix, parseCommandLine } from '../syntax/command-line.ts';
import { joinedIndex, sourceSpan } from '../syntax/joined.ts';
import type { Span } from '../syntax/span.ts';
import type { Entry } from '../syntax/tree.ts';
import { sinceFact } from './directive-facts.ts';
import type { Hover } from './hover.ts';
import { bullets, inlineCode, paragraphs } from './markdown.ts';

/** What there is to say about the prefix at `offset`, if there is one. */
export function hoverPrefix(
	{ key }: FoundDirective,
	{ value }: Entry,
	offset: number,
	release: number,
): Hover | undefined {
	const at = joinedIndex(value, offset);
	const commands = parseCommandLine(value.text).commands.map(({ prefixes }) => prefixes);
	const [found] = [...commands, leadingPrefixes(value.text)].flatMap((prefixes) => prefixAt(prefixes, at) ?? []);
	const known = execPrefixes.find(({ prefix }) => prefix === found?.prefix);
	if (found === undefined || known === undefined) return undefined;
	const { start, end } = found.span;
	return { span: sourceSpan(value, start, end), markdown: describePrefix(known, key, release) };
}

function describePrefix({ prefix, since, does }: ExecPrefix, key: string, release: number): string {
	return paragraphs([
		`**${inlineCode(prefix)}** — a prefix of the command in ${inlineCode(`${key}=`)}`,
		does,
		since === undefined ? undefined : bullets([sinceFact(since, release)]),
	]);
}

/** The prefixes at the start of a value whose command is not complete yet. */
function leadingPrefixes(text: string): readonly CommandPrefix[] {
	const [run = ''] = /^[-@:+!|]*/.exec(text) ?? [];
	return Array.from(run, (char, at) => ({ char, span: { start: at, end: at + 1 } }));
}

/** The prefix that begins or goes on at an index of the value; behind the last one, that one. */
function prefixAt(prefixes: readonly CommandPrefix[], at: number) {
	const covering =
		prefixes.find(({ span }) => span.start <= at && at < span.end) ?? prefixes.find(({ span }) => span.end === at);
	return covering && withTwin(covering, prefixes);
}

/** Two `!` beside each other are one prefix. */
function withTwin(
	prefix: CommandPrefix,
	prefixes: readonly CommandPrefix[],
): { readonly prefix: string; readonly span: Span } {
	const marks = prefix.char === '!' ? prefixes.filter(({ char }) => char === '!') : [prefix];
	const [first = prefix] = marks;
	const last = marks.at(-1) ?? prefix;
	return { prefix: marks.map(({ char }) => char).join(''), span: { start: first.span.start, end: last.span.end } };
}
