// Bytes that are no UTF-8. They reach the core as lone surrogates, one a byte; an editor shows U+FFFD instead.

import { splitLines } from '../syntax/lines.ts';
import { defineRule } from './rule.ts';

/** A line that systemd cannot read because it is no UTF-8. */
export const invalidUtf8 = defineRule({
	id: 'invalid-utf8',
	group: 'syntax',
	severity: 'error',
	since: '0.1.0',
	summary: 'Bytes that are not UTF-8',
	why: 'systemd stops reading at the first such line that is no comment and refuses to load the unit.',
	reference: 'systemd.syntax(7)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Unit]
Description=Caf\udce9 server
               ^ this byte is not UTF-8, and systemd refuses the file; save it as UTF-8

[Service]
ExecStart=/usr/bin/web
`,
		},
		{
			file: 'web.service',
			bad: `
[Unit]
Description=Caf\ufffd server
               ^ this may be a byte that was not UTF-8, at which systemd refuses the file; write the letter anew and save as UTF-8

[Service]
ExecStart=/usr/bin/web
`,
			note: 'A warning: where an editor shows the replacement character, the byte itself is no longer known.',
		},
		{ file: 'web.service', good: '[Unit]\nDescription=Café server\n' },
	],
	check(unit, { report }) {
		// One look at the whole text: files without such bytes are the rule.
		if (!/[\udc80-\udcff\ufffd]/.test(unit.text)) return;
		const comments = unit.items
			.flatMap(({ lines }) => lines.filter(({ comment }) => comment))
			.map(({ start }) => start);
		for (const line of splitLines(unit.text)) {
			const text = unit.text.slice(line.start, line.contentEnd);
			const at = text.search(/(?<![\ud800-\udbff])[\udc80-\udcff]|\ufffd/);
			if (at === -1 || comments.includes(line.start)) continue;
			const span = { start: line.start + at, end: line.start + at + 1 };
			if (text[at] === '\ufffd') {
				report(
					span,
					'this may be a byte that was not UTF-8, at which systemd refuses the file; write the letter anew and save as UTF-8',
					{ severity: 'warning' },
				);
			} else {
				report(span, 'this byte is not UTF-8, and systemd refuses the file; save it as UTF-8');
			}
		}
	},
});
