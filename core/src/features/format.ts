// Formatting, as little of it as nobody can mind: blanks at line ends, one empty line between sections and nowhere more
// than one, a line break at the end. Nothing is moved, and what systemd and fleet read stays the same to the letter.

import type { UnitFileName } from '../catalogue/unit-file-name.ts';
import type { TextEdit } from '../rules/problem.ts';
import type { Line } from '../syntax/lines.ts';
import { type Span, textAt, touches } from '../syntax/span.ts';
import type { Item, UnitFile } from '../syntax/tree.ts';

/**
 * The edits that format a file, in file order and without overlaps; of those, the ones that touch `within` if it is
 * given. Input of a template engine, and text whose lines do not all end in the same usual way, is left alone.
 */
export function format(unit: UnitFile, file: UnitFileName | undefined, within?: Span): readonly TextEdit[] {
	const lineEnd = lineEndOf(unit.text);
	if (lineEnd === undefined || file?.generated === true) return [];
	const all = [...emptyLineEdits(unit, lineEnd), ...trimEdits(unit), ...lastLineEdits(unit, lineEnd)];
	const asked = within === undefined ? all : all.filter(({ span }) => meets(span, within));
	return asked.sort((a, b) => a.span.start - b.span.start);
}

/** LF or CRLF, if all lines end in it; CR alone and NUL end lines for systemd, but not for every editor. */
function lineEndOf(text: string): '\n' | '\r\n' | undefined {
	if (!/[\r\0]/.test(text)) return '\n';
	return /\0|\r(?!\n)|(?<!\r)\n/.test(text) ? undefined : '\r\n';
}

/** Empty lines: as many as there should be in the place of those that are there. */
function emptyLineEdits({ text, items }: UnitFile, lineEnd: string): readonly TextEdit[] {
	const solid = items.filter((item) => !isEmptyLine(text, item));
	return [undefined, ...solid].flatMap((before, next) => {
		const gap = { start: before?.span.end ?? 0, end: solid[next]?.span.start ?? text.length };
		const isWanted = before !== undefined && next < solid.length && (gap.start < gap.end || parts(before, solid, next));
		const wanted = isWanted ? lineEnd : '';
		return textAt(text, gap) === wanted || !isLoose(text, before) ? [] : [{ span: gap, text: wanted }];
	});
}

/** To systemd a backslash alone is an empty line, too; to fleet it is not. */
function isEmptyLine(text: string, { kind, span }: Item): boolean {
	return kind === 'blank' && !textAt(text, span).includes('\\');
}

/** Whether a section, or the comments right above its header, begin behind an item. */
function parts(before: Item, items: readonly Item[], next: number): boolean {
	if (before.kind === 'comment') return false;
	let at = next;
	while (items[at]?.kind === 'comment' && items[at]?.span.end === items[at + 1]?.span.start) at++;
	return items[at]?.kind === 'header';
}

/**
 * Whether empty lines are only that: fleet takes any line behind a backslash for more of the same, and a byte order mark
 * is one at the start of a file only.
 */
function isLoose(text: string, before: Item | undefined): boolean {
	const line = before?.lines.at(-1);
	return line === undefined ? !/^[ \t\r\n]*\ufeff/.test(text) : !textAt(text, content(line)).endsWith('\\');
}

/** Blanks at the end of items. Where a backslash stands before them, they are what keeps it from continuing the line. */
function trimEdits({ text, items }: UnitFile): readonly TextEdit[] {
	return items.flatMap((item) => {
		const line = item.kind === 'blank' ? undefined : item.lines.at(-1);
		const ink = line && withoutBlanks(textAt(text, content(line)));
		if (line === undefined || ink === undefined || ink === '' || ink.endsWith('\\')) return [];
		const span = { start: line.start + ink.length, end: line.contentEnd };
		return span.start === span.end ? [] : [{ span, text: '' }];
	});
}

function lastLineEdits({ text, items }: UnitFile, lineEnd: string): readonly TextEdit[] {
	const last = items.at(-1);
	const line = last?.lines.at(-1);
	if (last === undefined || line === undefined || last.kind === 'blank') return [];
	const isOpen = line.end > line.contentEnd || withoutBlanks(textAt(text, content(line))).endsWith('\\');
	return isOpen ? [] : [{ span: { start: text.length, end: text.length }, text: lineEnd }];
}

/** systemd and fleet strip other white space, such as no-break spaces, or do not; it is left to them. */
function withoutBlanks(line: string): string {
	return line.replace(/[ \t]+$/, '');
}

function content({ start, contentEnd }: Line): Span {
	return { start, end: contentEnd };
}

function meets(a: Span, b: Span): boolean {
	return touches(a, b.start) || touches(b, a.start);
}
