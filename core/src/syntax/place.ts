// What stands at an offset: the one question that completion, hover and highlighting all begin with.
// Says where the caret is, not what could be written there.

import { joinedIndex } from './joined.ts';
import { firstInk } from './lines.ts';
import { type Span, touches } from './span.ts';
import type { Entry, Item, Section, SectionHeader, UnitFile } from './tree.ts';

/** Where a caret stands. `section` is absent before the first header. */
export type Place =
	| { readonly kind: 'section-name'; readonly header: SectionHeader; readonly span: Span }
	| {
			readonly kind: 'key';
			readonly section: Section | undefined;
			readonly entry: Entry | undefined;
			readonly span: Span;
	  }
	| { readonly kind: 'value'; readonly section: Section | undefined; readonly entry: Entry; readonly index: number }
	| { readonly kind: 'comment' };

/** The place at an offset of a unit file. Every offset from 0 to the text's length has one. */
export function placeAt(unit: UnitFile, offset: number): Place {
	const item = itemAt(unit, offset);
	if (item === undefined) return keyPlace(unit.sections.at(-1), undefined, { start: offset, end: offset });
	const section = unit.sections.findLast(({ span }) => span.start <= item.span.start);
	return placeIn(unit, item, section, offset);
}

function placeIn(unit: UnitFile, item: Item, section: Section | undefined, offset: number): Place {
	switch (item.kind) {
		case 'comment':
			return { kind: 'comment' };
		case 'blank':
			return keyPlace(section, undefined, { start: offset, end: offset });
		case 'header':
			return headerPlace(item, offset);
		case 'stray':
			return keyPlace(section, undefined, lineInkSpan(unit, item, offset));
		case 'entry':
			return entryPlace(section, item, offset);
	}
}

// `[` itself and all before the `]` is the name: that is where a name is typed.
function headerPlace(header: SectionHeader, offset: number): Place {
	const { content, name } = header;
	const span = { start: Math.min(content.start + 1, content.end), end: Math.max(name.span.end, content.start + 1) };
	return touches({ start: content.start, end: content.end }, offset)
		? { kind: 'section-name', header, span }
		: { kind: 'comment' };
}

function entryPlace(section: Section | undefined, entry: Entry, offset: number): Place {
	if (offset <= entry.equals) return keyPlace(section, entry, entry.key.span);
	const inComment = entry.lines.some(
		(line) => line.comment && touches({ start: line.start, end: line.contentEnd }, offset),
	);
	if (inComment) return { kind: 'comment' };
	return { kind: 'value', section, entry, index: joinedIndex(entry.value, offset) };
}

function keyPlace(section: Section | undefined, entry: Entry | undefined, span: Span): Place {
	return { kind: 'key', section, entry, span };
}

/** The text of the physical line under the caret, without its indentation and blanks at the end. */
function lineInkSpan(unit: UnitFile, item: Item, offset: number): Span {
	const line = item.lines.find(({ start, contentEnd }) => touches({ start, end: contentEnd }, offset)) ?? item.lines[0];
	if (line === undefined) return { start: offset, end: offset };
	const start = firstInk(unit.text, line);
	const ink = unit.text.slice(start, line.contentEnd).trimEnd();
	return start <= offset ? { start, end: start + ink.length } : { start: offset, end: offset };
}

/** The item whose lines hold the offset; at a line's start that is the line itself, not the one before. */
function itemAt(unit: UnitFile, offset: number): Item | undefined {
	const { items, text } = unit;
	let low = 0;
	let high = items.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		// In the middle of two places that are there.
		if ((items[middle] as Item).span.start <= offset) low = middle;
		else high = middle - 1;
	}
	const item = items[low];
	if (item === undefined) return undefined;
	const afterLastLine = offset === text.length && offset === item.span.end && endsLine(item);
	return afterLastLine ? undefined : item;
}

function endsLine(item: Item): boolean {
	const last = item.lines.at(-1);
	return last !== undefined && last.end > last.contentEnd;
}
