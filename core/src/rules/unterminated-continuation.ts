// A backslash at the end of the file.

import { defineRule } from './rule.ts';
import { continueLine, lineInk } from './support/edits.ts';
import { hasText } from './support/lost-lines.ts';

/** First release that keeps a value whose continuation meets the end of the file. */
const keptSince = 239;

/** The last setting asks for a next line that is not there. */
export const unterminatedContinuation = defineRule({
	id: 'unterminated-continuation',
	group: 'syntax',
	severity: 'warning',
	since: '0.1.0',
	summary: 'The file ends in a `\\`',
	why: 'The value was to go on, but the file is over: an argument may be missing. systemd before release 239 drops the whole setting.',
	reference: 'systemd.syntax(7)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/docker run --rm \\
  example/web \\
              ^ the file ends where this \`\\\` asks for another line; remove it, or add what is missing
`,
			fixed: `
[Service]
ExecStart=/usr/bin/docker run --rm \\
  example/web
`,
		},
		{ file: 'web.service', good: '[Service]\nExecStart=/usr/bin/web \\\n  --verbose\n' },
	],
	check(unit, { release, report }) {
		const item = unit.items.findLast(({ kind }) => kind !== 'comment' && kind !== 'blank');
		const line = item?.lines.findLast(({ comment }) => !comment);
		if (item === undefined || !line?.continues || !hasText(unit, line)) return;
		const { end } = lineInk(unit, line);
		const dropped = release < keptSince ? `, and systemd ${release} drops the setting` : '';
		const { span } = continueLine(unit, line);
		report(
			{ start: end - 1, end },
			`the file ends where this \`\\\` asks for another line${dropped}; remove it, or add what is missing`,
			{
				fixes: [{ title: 'Remove the `\\`', kind: 'safe', edits: [{ span, text: '' }] }],
			},
		);
	},
});
