// A header of [X-Fleet] in a comment, with the settings that were meant to stand below it.

import { textAt } from '../../syntax/span.ts';
import type { CommentLine, Entry, UnitFile } from '../../syntax/tree.ts';
import { fleetKeys } from './fleet-settings.ts';

/** A header that is commented out. */
export interface CommentedHeader {
	readonly comment: CommentLine;
	/** Settings of [X-Fleet] below it that are no comments: fleet and systemd count them for the section above. */
	readonly live: readonly Entry[];
	/** Settings below it that are commented out, too. */
	readonly commented: readonly CommentLine[];
}

/** The commented headers of [X-Fleet] in a file, each with what follows up to the next header, commented or not. */
export function commentedHeaders({ text, items }: UnitFile): readonly CommentedHeader[] {
	if (!mayHaveSome(text)) return []; // Nearly every file.
	const found: { comment: CommentLine; live: Entry[]; commented: CommentLine[] }[] = [];
	let current: (typeof found)[number] | undefined;
	for (const item of items) {
		if (item.kind === 'header') current = undefined;
		if (item.kind === 'entry' && fleetKeys.has(item.key.text)) current?.live.push(item);
		if (item.kind !== 'comment') continue;
		const comment = textAt(text, item.content);
		if (/^[#;\s]+\[[^\]]+\]$/.test(comment)) {
			current = /\[X-Fleet\]$/i.test(comment) ? { comment: item, live: [], commented: [] } : undefined;
			if (current) found.push(current);
		} else if (fleetKeys.has(/^[#;\s]+([\w-]+)\s*=/.exec(comment)?.[1] ?? '')) current?.commented.push(item);
	}
	return found;
}

/** Lines are looked at only where the name stands somewhere. */
function mayHaveSome(text: string): boolean {
	return /\[X-Fleet\]/i.test(text) && /[#;].*\[X-Fleet\]/i.test(text);
}
