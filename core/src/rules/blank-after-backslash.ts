// Blanks behind the backslash at a line's end, which undo it.

import type { Line } from '../syntax/lines.ts';
import { type Span, textAt } from '../syntax/span.ts';
import type { UnitFile } from '../syntax/tree.ts';
import { defineRule, type ReportDetails } from './rule.ts';
import { lineInk, replaceFix } from './support/edits.ts';
import { blanksAfterBackslash, lostLines } from './support/lost-lines.ts';
import { linesWithText } from './support/sections.ts';

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
		if (!/\\[ \t]/.test(unit.text)) return; // Nearly every file.
		const brokenAt = new Set([...lostLines(unit).values()].map(({ above }) => above.start));
		for (const { lines } of linesWithText(unit)) {
			const line = lines.findLast((candidate) => !candidate.comment && blanksAfterBackslash(unit, candidate));
			if (line === undefined) continue;
			const backslash = lineInk(unit, line).end - 1;
			const span = { start: backslash, end: line.contentEnd };
			report(span, ...(brokenAt.has(line.start) ? lost(span) : useless(unit, line, span)));
		}
	},
});

type Report = readonly [message: string, details: ReportDetails];

function lost({ start, end }: Span): Report {
	const fix = replaceFix({ start: start + 1, end }, '', 'safe', 'Remove the blanks after `\\`');
	return ['blanks after `\\` end the value here, and the next line is lost; remove them', { fixes: [fix] }];
}

function useless(unit: UnitFile, line: Line, { start, end }: Span): Report {
	const before = line.start + textAt(unit.text, { start: line.start, end: start }).trimEnd().length;
	const fix = replaceFix({ start: before, end }, '', 'unsafe', 'Remove `\\` and the blanks');
	const message = 'this `\\` continues nothing and becomes part of the value; remove it';
	return [message, { severity: 'warning', fixes: [fix] }];
}
