// Hover over a prefix of a command, as the `-` of `ExecStartPre=-/bin/rm …`: what it does. Programs and arguments are
// not looked at.

import { commandPrefixes } from '../catalogue/command-prefixes.ts';
import type { FoundDirective } from '../catalogue/lookup.ts';
import { commandPrefixTexts } from '../catalogue/texts/command-prefixes.ts';
import { type CommandPrefix, parseCommandLine } from '../syntax/command-line.ts';
import { joinedIndex, sourceSpan } from '../syntax/joined.ts';
import type { Span } from '../syntax/span.ts';
import type { Entry } from '../syntax/tree.ts';
import { lostFact, sinceFact } from './directive-facts.ts';
import type { Hover } from './hover.ts';
import { bullets, inlineCode, paragraphs, sentence } from './markdown.ts';

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
	const markdown = found && describePrefix(found.prefix, key, release);
	if (found === undefined || markdown === undefined) return undefined;
	return { span: sourceSpan(value, found.span.start, found.span.end), markdown };
}

function describePrefix(prefix: string, key: string, release: number): string | undefined {
	const facts = commandPrefixes[prefix];
	if (facts === undefined) return undefined;
	return paragraphs([
		`**${inlineCode(prefix)}** — a prefix of the command in ${inlineCode(`${key}=`)}`,
		commandPrefixTexts[prefix] ?? sentence(facts.meaning),
		bullets([sinceFact(facts.since, release), lostFact('without effect', facts.ignored, release)]),
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
