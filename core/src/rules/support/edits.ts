// The edits that fixes of several rules are made of.

import { firstInk, type Line } from '../../syntax/lines.ts';
import { type Span, span } from '../../syntax/span.ts';
import type { Item, Section, UnitFile } from '../../syntax/tree.ts';
import type { Fix, TextEdit } from '../problem.ts';

/** A fix that puts one text in the place of another. */
export function replaceFix(where: Span, text: string, kind: Fix['kind'], title: string): Fix {
	return { title, kind, edits: [{ span: where, text }] };
}

/** A fix that takes an item's lines out. */
export function removeItemFix(item: Item, kind: Fix['kind'], title: string): Fix {
	return replaceFix(item.span, '', kind, title);
}

/** The text of a line without its indentation and the blanks at its end. */
export function lineInk({ text }: UnitFile, line: Line): Span {
	const start = firstInk(text, line);
	return { start, end: start + text.slice(start, line.contentEnd).trimEnd().length };
}

/** Ends a line in ` \`, in place of whatever blanks (and a backslash before them) stand at its end. */
export function continueLine(unit: UnitFile, line: Line): TextEdit {
	const { start, end } = lineInk(unit, line);
	const bare = unit.text.slice(start, end).replace(/\s*\\$/, '');
	return { span: span(start + bare.length, line.contentEnd), text: ' \\' };
}

/**
 * Moves an item to the end of a section, which is made at the end of the file if it is not there. `renamed` changes
 * the item's key on the way.
 */
export function moveToSection(
	unit: UnitFile,
	item: Item,
	section: string,
	renamed?: { readonly from: Span; readonly to: string },
): readonly TextEdit[] {
	const { start, end } = renamed?.from ?? { start: item.span.start, end: item.span.start };
	const moved = unit.text.slice(item.span.start, start) + (renamed?.to ?? '') + unit.text.slice(end, item.span.end);
	const lines = moved.replace(/\r?\n?$/, '');
	const target = unit.sections.find(({ name, items }) => name === section && !items.includes(item));
	const insert = target === undefined ? appendSection(unit, section, lines) : appendTo(unit, target, lines);
	return [{ span: item.span, text: '' }, insert];
}

function appendTo({ text }: UnitFile, section: Section, lines: string): TextEdit {
	const last = [section.header, ...section.items].findLast(({ kind }) => kind !== 'blank' && kind !== 'comment');
	const { end } = (last ?? section.header).span;
	return { span: { start: end, end }, text: endsLine(text, end) ? `${lines}\n` : `\n${lines}` };
}

function appendSection({ text }: UnitFile, section: string, lines: string): TextEdit {
	const end = text.length;
	return { span: { start: end, end }, text: `${endsLine(text, end) ? '' : '\n'}\n[${section}]\n${lines}\n` };
}

function endsLine(text: string, offset: number): boolean {
	return offset === 0 || text[offset - 1] === '\n' || text[offset - 1] === '\r';
}
