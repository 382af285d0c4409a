// Fixes that take a word or a flag out of a command line, and the lines that are put before one.

import { type Span, textAt } from '../../syntax/span.ts';
import type { Entry, UnitFile } from '../../syntax/tree.ts';
import type { Fix, TextEdit } from '../problem.ts';
import type { ContainerOption } from './container-command.ts';
import { type ContainerUse, placeOf } from './unit-commands.ts';

/** A fix that takes a flag out: its whole word, or its letter of a cluster such as `-dit`. */
export function removeFlagFix(unit: UnitFile, use: ContainerUse, option: ContainerOption, kind: Fix['kind']): Fix {
	const word = placeOf(use, option.word.span);
	const alone = option.style !== 'short' || option.word.text.replace(/=.*/s, '').length === 2;
	const edit = alone ? removeWord(unit.text, word) : { span: placeOf(use, option.span), text: '' };
	const written = option.style === 'short' ? `-${letterOf(unit, use, option)}` : textAt(unit.text, word);
	return { title: `Remove \`${written}\``, kind, edits: [edit] };
}

/** A line before an entry, ended as the entry's own first line is. */
export function insertBefore(unit: UnitFile, entry: Entry, line: string): TextEdit {
	const { start } = entry.span;
	return { span: { start, end: start }, text: line + lineEndOf(unit, entry) };
}

/** A line after an entry, likewise. */
export function insertAfter(unit: UnitFile, entry: Entry, line: string): TextEdit {
	const { end } = entry.span;
	const lineEnd = lineEndOf(unit, entry);
	const ended = /[\r\n]$/.test(textAt(unit.text, entry.span));
	return { span: { start: end, end }, text: ended ? line + lineEnd : lineEnd + line };
}

/** The path of the program to write in another command for the same container. */
export function programOf({ container }: ContainerUse): string {
	return container.program.text.startsWith('/') ? container.program.text : `/usr/bin/${container.engine}`;
}

/** Takes out a word with the blanks that part it from its neighbour, or its line of a continuation. */
function removeWord(text: string, { start, end }: Span): TextEdit {
	const lineStart = text.lastIndexOf('\n', start - 1) + 1;
	const lineEnd = text.indexOf('\n', end) === -1 ? text.length : text.indexOf('\n', end) + 1;
	const before = text.slice(lineStart, start);
	const after = text.slice(end, lineEnd);
	if (before.trim() === '' && /^\s*\\\r?\n$/.test(after)) return { span: { start: lineStart, end: lineEnd }, text: '' };
	const blanksBefore = before.trim() === '' ? 0 : before.length - before.trimEnd().length;
	const blanksAfter = blanksBefore > 0 ? 0 : after.length - after.trimStart().length;
	return { span: { start: start - blanksBefore, end: end + blanksAfter }, text: '' };
}

function lineEndOf({ text }: UnitFile, { lines: [first] }: Entry): string {
	return first !== undefined && /\r\n$/.test(textAt(text, first)) ? '\r\n' : '\n';
}

function letterOf(unit: UnitFile, use: ContainerUse, { span }: ContainerOption): string {
	return textAt(unit.text, placeOf(use, span)).replace(/^-/, '').charAt(0);
}
