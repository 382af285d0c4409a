// Blanks behind the backslash at a line's end, which undo it.

import { textAt } from '../syntax/span.ts';
import { defineRule } from './rule.ts';
import { replaceFix } from './support/edits.ts';
import { blanksAfterBackslash, lostLines } from './support/lost-lines.ts';
import { isForeignSection } from './support/sections.ts';

/** A backslash that was meant to continue the line, with blanks after it. */
export const blankAfterBackslash = defineRule({
	id: 'blank-after-backslash',
	group: 'syntax',
	severity: 'error',
	since: '0.1.0',
	summary: 'Blanks after a `\\` at the end of a line',
	why: 'Only a backslash that is the very last character continues a line. With a blank behind it the value ends there, in a backslash that nobody wanted, and the next line is lost.',
	reference: 'systemd.syntax(7)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/docker run --rm \\${'  '}
                                   ^^^ blanks after \`\\\` end the value here, and the next line is lost; remove them
  example/web
`,
			fixed: `
[Service]
ExecStart=/usr/bin/docker run --rm \\
  example/web
`,
		},
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/web --verbose \\${' '}
                                 ^^ this \`\\\` continues nothing and becomes part of the value; remove it
Restart=always
`,
			fixed: `
[Service]
ExecStart=/usr/bin/web --verbose
Restart=always
`,
			note: 'What follows is a setting of its own, so here the backslash is what is too much: a warning.',
		},
		{
			file: 'web.service',
			good: `
[Service]
ExecStart=/usr/bin/web \\
  --verbose
`,
		},
	],
	check(unit, { report }) {
		const lost = [...lostLines(unit).values()];
		for (const section of unit.sections) {
			if (isForeignSection(section)) continue;
			for (const item of section.items) {
				const line = item.lines.findLast((candidate) => !candidate.comment && blanksAfterBackslash(unit, candidate));
				if (line === undefined || (item.kind !== 'entry' && item.kind !== 'stray')) continue;
				const text = textAt(unit.text, { start: line.start, end: line.contentEnd });
				const backslash = line.start + text.trimEnd().length - 1;
				const span = { start: backslash, end: line.contentEnd };
				if (lost.some(({ above }) => above.start === line.start)) {
					report(span, 'blanks after `\\` end the value here, and the next line is lost; remove them', {
						fixes: [
							replaceFix({ start: backslash + 1, end: line.contentEnd }, '', 'safe', 'Remove the blanks after `\\`'),
						],
					});
				} else {
					const before = line.start + text.slice(0, backslash - line.start).trimEnd().length;
					report(span, 'this `\\` continues nothing and becomes part of the value; remove it', {
						severity: 'warning',
						fixes: [replaceFix({ start: before, end: line.contentEnd }, '', 'unsafe', 'Remove `\\` and the blanks')],
					});
				}
			}
		}
	},
});
