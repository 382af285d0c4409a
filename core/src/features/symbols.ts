// The outline: sections with their entries. Comments and lines that systemd cannot read are not in it.

import type { Span } from '../syntax/span.ts';
import type { Entry, Item, Section, UnitFile } from '../syntax/tree.ts';
import { shorten } from './markdown.ts';

/** A line of the outline. `selection` lies in `span`. */
export interface OutlineSymbol {
	readonly kind: 'section' | 'entry';
	readonly name: string;
	/** The value of an entry, shortened. */
	readonly detail: string;
	readonly span: Span;
	readonly selection: Span;
	readonly children: readonly OutlineSymbol[];
}

/** The outline of a unit file, in file order. Entries before the first section stand beside the sections. */
export function symbols(unit: UnitFile): readonly OutlineSymbol[] {
	return [...unit.preamble.filter(isEntry).map(entrySymbol), ...unit.sections.map(sectionSymbol)];
}

function sectionSymbol({ name, header, entries, items }: Section): OutlineSymbol {
	const end = items.findLast((item) => item.kind !== 'blank')?.span.end ?? header.content.end;
	return {
		kind: 'section',
		name: `[${shorten(name, 80)}]`,
		detail: '',
		span: { start: header.content.start, end },
		selection: header.content,
		children: entries.map(entrySymbol),
	};
}

function entrySymbol({ key, equals, value }: Entry): OutlineSymbol {
	return {
		kind: 'entry',
		name: shorten(key.text, 80),
		detail: shorten(value.text.replace(/\s+/g, ' '), 80),
		span: { start: key.span.start, end: Math.max(equals + 1, value.span.end) },
		selection: key.span,
		children: [],
	};
}

function isEntry(item: Item): item is Entry {
	return item.kind === 'entry';
}
