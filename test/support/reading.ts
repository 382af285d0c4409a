// What systemd reads in a unit file, for comparing two texts that should mean the same.

import type { Item, UnitFile } from '../../core/src/index.ts';

/** All that systemd reads, with the comments: sections, keys, values, and lines that it cannot read. */
export function reading({ text, items }: UnitFile): readonly unknown[] {
	return items.filter(({ kind }) => kind !== 'blank').map((item) => readingOf(text, item));
}

function readingOf(text: string, item: Item): unknown {
	switch (item.kind) {
		case 'blank':
			return item.kind;
		case 'comment':
			return [item.kind, text.slice(item.content.start, item.content.end)];
		case 'header':
			return [item.kind, item.name.text, item.fault];
		case 'entry':
			return [item.kind, item.key.text, item.value.text];
		case 'stray':
			return [item.kind, item.content.text, item.fault];
	}
}
