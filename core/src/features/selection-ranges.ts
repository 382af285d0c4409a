// “Expand selection”: from the word under the caret outwards to the whole file.

import { type Span, textAt, touches } from '../syntax/span.ts';
import type { Item, UnitFile } from '../syntax/tree.ts';

/** Spans around an offset, the smallest first, each inside the next. The last is the whole file. */
export function selectionSpans(unit: UnitFile, offset: number): readonly Span[] {
	const item = unit.items.find(({ span }) => span.start <= offset && offset < span.end) ?? unit.items.at(-1);
	const section = unit.sections.find(({ span }) => span.start <= offset && offset <= span.end);
	const inItem = item && touches(item.span, offset) ? pieces(item).filter((span) => touches(span, offset)) : [];
	const innermost = inItem[0];
	const word = innermost ? [wordIn(unit.text, innermost, offset)] : [];
	const whole = { start: 0, end: unit.text.length };
	return growing([...word, ...inItem, ...(section ? [section.span] : []), whole]);
}

/** The parts of an item that a person may want to select, smaller ones first. */
function pieces(item: Item): readonly Span[] {
	switch (item.kind) {
		case 'blank':
			return [];
		case 'comment':
			return [item.content];
		case 'header':
			return [item.name.span, item.content];
		case 'stray':
			return [item.content.span];
		case 'entry': {
			const end = Math.max(item.equals + 1, item.value.span.end);
			return [item.key.span, item.value.span, { start: item.key.span.start, end }];
		}
	}
}

function wordIn(text: string, span: Span, offset: number): Span {
	const inside = textAt(text, span);
	const at = offset - span.start;
	const before = /\S*$/.exec(inside.slice(0, at))?.[0].length ?? 0;
	const after = /^\S*/.exec(inside.slice(at))?.[0].length ?? 0;
	return { start: offset - before, end: offset + after };
}

/** Only those that are larger than all before, and hold them. */
function growing(spans: readonly Span[]): readonly Span[] {
	const kept: Span[] = [];
	for (const span of spans) {
		const last = kept.at(-1);
		const holds = last === undefined || (span.start <= last.start && last.end <= span.end);
		const larger = last === undefined || span.end - span.start > last.end - last.start;
		if (holds && larger && span.end > span.start) kept.push(span);
	}
	return kept;
}
