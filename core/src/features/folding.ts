// Folding: sections, entries over several lines, comment blocks, and what `# region` and `# endregion` enclose.

import { type Span, textAt } from '../syntax/span.ts';
import type { CommentLine, Item, Section, UnitFile } from '../syntax/tree.ts';

/** A piece that can be folded to its first line; always over more than one. */
export interface Folding {
	readonly kind: 'section' | 'entry' | 'comment' | 'region';
	/** From the first line's start to the last line's end, its line break left out. */
	readonly span: Span;
}

/** All foldings, in the order they begin. */
export function foldings(unit: UnitFile): readonly Folding[] {
	const all = [
		...unit.sections.map((section, index) => sectionFolding(section, index === unit.sections.length - 1)),
		...unit.items.filter(({ kind }) => kind === 'entry').map((item) => folding('entry', item, item)),
		...commentBlocks(unit).map((block) => folding('comment', block[0], block.at(-1))),
		...regions(unit),
	];
	return all.filter((found) => found !== undefined).sort((a, b) => a.span.start - b.span.start);
}

function sectionFolding({ header, items }: Section, isLast: boolean): Folding | undefined {
	let end = items.length;
	// Comments right above the next header are about that one.
	while (!isLast && items[end - 1]?.kind === 'comment') end--;
	while (items[end - 1]?.kind === 'blank') end--;
	return folding('section', header, items[end - 1] ?? header);
}

/** Two or more comment lines in a row; region marks end a block. */
function commentBlocks(unit: UnitFile): readonly (readonly Item[])[] {
	const blocks: Item[][] = [];
	let block: Item[] = [];
	for (const item of unit.items) {
		if (item.kind === 'comment' && regionMark(unit, item) === undefined) {
			if (block.length === 0) blocks.push(block);
			block.push(item);
		} else {
			block = [];
		}
	}
	return blocks;
}

function regions(unit: UnitFile): readonly (Folding | undefined)[] {
	const open: CommentLine[] = [];
	const found: (Folding | undefined)[] = [];
	for (const item of unit.items) {
		const mark = item.kind === 'comment' ? regionMark(unit, item) : undefined;
		if (mark === undefined || item.kind !== 'comment') continue;
		if (mark === 'region') open.push(item);
		else found.push(folding('region', open.pop(), item));
	}
	return found;
}

function regionMark(unit: UnitFile, { content }: CommentLine): 'region' | 'endregion' | undefined {
	const [, mark] = /^[#;]\s*#?(region|endregion)\b/.exec(textAt(unit.text, content)) ?? [];
	return mark === 'region' || mark === 'endregion' ? mark : undefined;
}

function folding(kind: Folding['kind'], first: Item | undefined, last: Item | undefined): Folding | undefined {
	const from = first?.lines[0];
	const to = last?.lines.at(-1);
	if (from === undefined || to === undefined || from.start === to.start) return undefined;
	return { kind, span: { start: from.start, end: to.contentEnd } };
}
