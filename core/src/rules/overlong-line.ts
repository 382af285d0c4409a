// Lines that are longer than systemd reads.

import { joinLines } from '../syntax/joined.ts';
import { defineRule } from './rule.ts';
import { lineInk } from './support/edits.ts';

/** One mebibyte: LONG_LINE_MAX of systemd. */
const limit = 1024 * 1024;

/** A line, joined with those that continue it, of more than a mebibyte. */
export const overlongLine = defineRule({
	id: 'overlong-line',
	group: 'syntax',
	severity: 'error',
	since: '0.1.0',
	summary: 'A line of more than 1 MiB',
	why: 'systemd gives up at such a line and refuses to load the unit. A value over several lines counts as one.',
	reference: 'systemd.syntax(7)',
	examples: [{ file: 'web.service', good: '[Service]\nExecStart=/usr/bin/web\n' }],
	check(unit, { report }) {
		// A character has at most four bytes, so hardly any file needs to be counted, and hardly any item.
		if (unit.text.length <= limit / 4) return;
		for (const item of unit.items) {
			if (item.span.end - item.span.start <= limit / 4) continue;
			const { text } = joinLines(unit.text, item.lines, item.span.start);
			const [first] = item.lines;
			if (first !== undefined && utf8Length(text) > limit) {
				report(lineInk(unit, first), 'this line is longer than 1 MiB, and systemd refuses the file; split it');
			}
		}
	},
});

function utf8Length(text: string): number {
	if (text.length > limit) return text.length;
	let bytes = 0;
	for (const character of text) {
		const code = character.codePointAt(0) ?? 0;
		bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
	}
	return bytes;
}
