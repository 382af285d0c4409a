// Tree → text. What is printed is what was parsed, to the byte; formatting is a feature of its own.

import { textAt } from './span.ts';
import type { Item, UnitFile } from './tree.ts';

/** The text of a tree. `print(parse(text))` is `text`. */
export function print(unit: UnitFile): string {
	return unit.items.map((item) => textAt(unit.text, item.span)).join('');
}

/** The tree for people: one line an item with its span, what it is, and what systemd reads in it. */
export function printTree(unit: UnitFile): string {
	return unit.items.map((item) => `${item.span.start}–${item.span.end}`.padEnd(12) + describe(item)).join('\n');
}

function describe(item: Item): string {
	const lines = item.lines.length > 1 ? ` (${item.lines.length} lines)` : '';
	switch (item.kind) {
		case 'blank':
		case 'comment':
			return item.kind;
		case 'header':
			return `header   [${item.name.text}]${item.fault ? ` ${item.fault}` : ''}`;
		case 'entry':
			return `entry    ${item.key.text} = ${JSON.stringify(item.value.text)}${lines}`;
		case 'stray':
			return `stray    ${item.fault} ${JSON.stringify(item.content.text)}${lines}`;
	}
}
