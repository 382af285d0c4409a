// A comment line between the lines of one value: the one place where fleet and old systemd read another text than
// today's systemd.

import type { Line } from '../syntax/lines.ts';
import { textAt } from '../syntax/span.ts';
import type { Item, UnitFile } from '../syntax/tree.ts';
import type { Fix } from './problem.ts';
import { defineRule } from './rule.ts';
import { lineInk } from './support/edits.ts';
import { isFleetUnit, linesWithText } from './support/sections.ts';

/** First release that skips such a comment. */
const skippedSince = 240;

/** A comment line inside a continuation, where a reader of the file does not skip it. */
export const commentInContinuation = defineRule({
	id: 'comment-in-continuation',
	group: 'fleet',
	severity: 'error',
	since: '0.1.0',
	summary: 'A comment line inside a continued value, in a unit that fleet or an old systemd reads',
	why: 'systemd skips the comment since release 240. fleet does not: the comment becomes the end of the value, and what follows is lost. systemd before 240 did the same.',
	reference: 'systemd.syntax(7); go-systemd unit.Deserialize',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/docker run --rm \\
  # the public port
  ^^^^^^^^^^^^^^^^^ systemd skips this comment, but fleet takes it for the end of the value; move it above the setting
  -p 80:80 \\
  example/web

[X-Fleet]
Global=true
`,
			fixed: `
[Service]
# the public port
ExecStart=/usr/bin/docker run --rm \\
  -p 80:80 \\
  example/web

[X-Fleet]
Global=true
`,
		},
		{
			file: 'web.service',
			release: 232,
			bad: `
[Service]
ExecStart=/usr/bin/web \\
  # more words
  ^^^^^^^^^^^^ systemd 232 takes this comment for the end of the value; move it above the setting
  --verbose
`,
			fixed: `
[Service]
# more words
ExecStart=/usr/bin/web \\
  --verbose
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
ExecStart=/usr/bin/web \\
  # more words
  --verbose
`,
			note: 'A unit that only a present-day systemd reads may have comments there.',
		},
	],
	check(unit, { release, report }) {
		const fleet = isFleetUnit(unit);
		if (!fleet && release >= skippedSince) return;
		const reader = fleet ? 'systemd skips this comment, but fleet takes it' : `systemd ${release} takes this comment`;
		for (const item of linesWithText(unit)) {
			for (const line of item.lines.filter(({ comment }) => comment)) {
				report(lineInk(unit, line), `${reader} for the end of the value; move it above the setting`, {
					fixes: [moveAbove(unit, item, line)],
				});
			}
		}
	},
});

function moveAbove(unit: UnitFile, item: Item, line: Line): Fix {
	const edits = [
		{ span: { start: line.start, end: line.end }, text: '' },
		{ span: { start: item.span.start, end: item.span.start }, text: `${textAt(unit.text, lineInk(unit, line))}\n` },
	];
	return { title: 'Move the comment above the setting', kind: 'safe', edits };
}
