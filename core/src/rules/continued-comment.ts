// A comment that ends in a backslash: fleet, and systemd before 240, take the next line into the comment.

import { textAt } from '../syntax/span.ts';
import type { UnitFile } from '../syntax/tree.ts';
import { defineRule } from './rule.ts';
import { replaceFix } from './support/edits.ts';
import { isFleetUnit } from './support/sections.ts';

/** First release that reads the backslash as part of the comment and nothing else. */
const endedSince = 240;

/** A comment line whose backslash swallows a line that is no comment. */
export const continuedComment = defineRule({
	id: 'continued-comment',
	group: 'fleet',
	severity: 'warning',
	since: '0.1.0',
	summary: 'A comment that ends in `\\`, in a unit that fleet or an old systemd reads',
	why: 'fleet continues comments as it continues values: the next line disappears in the comment, without a word. systemd did so before release 240, and reads the next line as usual since.',
	reference: 'go-systemd unit.Deserialize',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
# ExecStart=/usr/bin/docker run --rm \\
#   example/web-old \\
                    ^ fleet takes the next line into this comment, systemd does not; remove the \`\\\`
ExecStart=/usr/bin/web

[X-Fleet]
Global=true
`,
			fixed: `
[Service]
# ExecStart=/usr/bin/docker run --rm \\
#   example/web-old
ExecStart=/usr/bin/web

[X-Fleet]
Global=true
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
# a list of backslashes: \\
ExecStart=/usr/bin/web
`,
			note: 'Without `[X-Fleet]` only systemd reads the file.',
		},
	],
	check(unit, { release, report }) {
		const fleet = isFleetUnit(unit);
		if (!fleet && release >= endedSince) return;
		const reader = fleet
			? 'fleet takes the next line into this comment, systemd does not'
			: `systemd ${release} takes the next line into this comment`;
		unit.items.forEach((item, index) => {
			const next = unit.items[index + 1];
			if (item.kind !== 'comment' || next === undefined || next.kind === 'comment' || next.kind === 'blank') return;
			if (!swallows(unit, item.span.start, item.lines[0]?.contentEnd ?? item.span.end)) return;
			const { end } = item.content;
			const bare = textAt(unit.text, { start: item.content.start, end: end - 1 }).trimEnd();
			const gap = { start: item.content.start + bare.length, end };
			report({ start: end - 1, end }, `${reader}; remove the \`\\\``, {
				fixes: [replaceFix(gap, '', 'safe', 'Remove the `\\`')],
			});
		});
	},
});

/** fleet removes at most one blank at the end before it looks for the backslash. */
function swallows({ text }: UnitFile, start: number, end: number): boolean {
	return /\\ ?$/.test(text.slice(start, end));
}
