// Finds in the words of a command what only a shell would understand, and wraps a command into a shell. Quoted text
// is data, and so is whatever stands between a template engine's marks.

import type { Command } from '../../syntax/command-line.ts';
import type { Span } from '../../syntax/span.ts';
import { textAt } from '../../syntax/span.ts';
import type { UnitFile } from '../../syntax/tree.ts';
import type { Fix, TextEdit } from '../problem.ts';
import { placeOf, type UnitCommand } from './unit-commands.ts';

/** A piece of shell syntax in a command, by its place in the value. */
export interface ShellSyntax {
	readonly kind: 'operator' | 'redirection' | 'substitution';
	readonly text: string;
	readonly span: Span;
}

/** What a shell would act upon in a command's words, in order. */
export function shellSyntaxIn(value: string, { path, argv }: Command): readonly ShellSyntax[] {
	if (!/[|&<>;`]|\$\(/.test(value)) return []; // Nearly every value.
	const masked = maskTemplates(value);
	const words = [path, ...argv.slice(1)].map(({ span }) => span);
	return words.flatMap((span, index) => {
		const raw = value.slice(span.start, span.end);
		const found = syntaxOf(maskQuoted(masked.slice(span.start, span.end)), index === 0);
		return found ? [{ ...found, text: raw.slice(found.from, found.to), span: at(span, found) }] : [];
	});
}

/** A fix that hands a command to a shell; none where the quoting is too intricate to be kept. */
export function wrapFixes(unit: UnitFile, from: UnitCommand, shell: string, replaces: boolean): readonly Fix[] {
	const { entry, command } = from;
	const span = placeOf(from, { start: command.path.span.start, end: command.span.end });
	const raw = textAt(unit.text, span);
	const intricate = /\\(?!\r?\n)/.test(raw) || entry.lines.some(({ comment }) => comment);
	if (intricate || command.prefixes.some(({ char }) => '@|'.includes(char))) return [];
	const quote = raw.includes("'") && !raw.includes('"') ? '"' : "'";
	const escapes: TextEdit[] = Array.from(raw.matchAll(quote === "'" ? /'/g : /"/g), ({ index }) => ({
		span: { start: span.start + index, end: span.start + index },
		text: '\\',
	}));
	const edits = [
		{ span: { start: span.start, end: span.start }, text: `${shell} -c ${quote}${replaces ? 'exec ' : ''}` },
		...escapes.filter(({ span: place }) => place.start !== span.start),
		{ span: { start: span.end, end: span.end }, text: quote },
	];
	return raw.startsWith(quote) ? [] : [{ title: `Run it in \`${shell}\``, kind: 'unsafe', edits }];
}

interface Found {
	readonly kind: ShellSyntax['kind'];
	readonly from: number;
	readonly to: number;
}

// Tested on a word whose quoted characters are masked, so that only bare ones are left.
function syntaxOf(word: string, isProgram: boolean): Found | undefined {
	const glued = /[^;\\];$/.exec(word);
	if (glued) return { kind: 'operator', from: word.length - 1, to: word.length };
	if (isProgram) return undefined;
	if (/^(?:&&|\|\||\|&?|&)$/.test(word)) return { kind: 'operator', from: 0, to: word.length };
	const redirection = /^(?:\d*(?:>>?|>\||<<?<?)|&>>?)/.exec(word)?.[0];
	if (redirection !== undefined && !/^<[^<>]*>/.test(word)) return { kind: 'redirection', from: 0, to: word.length };
	const substitution = /(?<!\$)\$\(|`/.exec(word);
	return substitution ? { kind: 'substitution', from: substitution.index, to: word.length } : undefined;
}

function at({ start }: Span, { from, to }: Found): Span {
	return { start: start + from, end: start + to };
}

/** The raw text of a word with a letter in the place of each character that is quoted or escaped. */
function maskQuoted(raw: string): string {
	return raw.replace(/\\.|"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?/gs, (quoted) => 'q'.repeat(quoted.length));
}

function maskTemplates(value: string): string {
	return value.replace(/\{\{.*?\}\}|\{%.*?%\}|<%.*?%>/gs, (mark) => 'q'.repeat(mark.length));
}
