// A line that is no assignment: no `=`, or nothing before it.

import type { StrayLine } from '../syntax/tree.ts';
import type { Fix } from './problem.ts';
import { defineRule } from './rule.ts';
import { conflictMarkers } from './support/conflict-markers.ts';
import { removeItemFix, replaceFix } from './support/edits.ts';
import { lostLines, startsWithKey } from './support/lost-lines.ts';
import { linesWithText } from './support/sections.ts';

/** A line without `=` that belongs to no value above. */
export const missingEquals = defineRule({
	id: 'missing-equals',
	group: 'syntax',
	severity: 'error',
	since: '0.1.0',
	summary: 'A line that is no `Key=value`',
	why: 'systemd logs one line and skips it. fleet refuses the whole unit.',
	reference: 'systemd.syntax(7)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/web
Restart always
^^^^^^^^^^^^^^ this line has no \`=\`: systemd skips it, fleet refuses the unit; write \`Restart=…\`
`,
			fixed: `
[Service]
ExecStart=/usr/bin/web
Restart=always
`,
		},
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/web

the public web server
^^^^^^^^^^^^^^^^^^^^^ this line has no \`=\`: systemd skips it, fleet refuses the unit; write \`Key=value\`, or \`#\` before a comment
`,
			fixed: `
[Service]
ExecStart=/usr/bin/web

# the public web server
`,
		},
		{
			file: 'web.service',
			bad: `
[Service]
=/usr/bin/web
^^^^^^^^^^^^^ this line has no key before the \`=\`; write \`Key=value\`, or \`#\` before a comment
`,
			fixed: `
[Service]
# =/usr/bin/web
`,
		},
		{ file: 'web.service', good: '[Service]\n# the public web server\nExecStart=/usr/bin/web\n' },
	],
	check(unit, { report }) {
		const stray = linesWithText(unit).filter((item) => item.kind === 'stray');
		// One thing at a time: of a merge, both sides stand in the file.
		if (stray.length === 0 || conflictMarkers(unit.text).length > 0) return;
		for (const item of stray) {
			if (lostLines(unit).has(item)) continue;
			report(item.content.span, missingMessage(item), { fixes: fixesOf(item) });
		}
	},
});

function missingMessage(item: StrayLine): string {
	if (item.fault === 'no-key') return 'this line has no key before the `=`; write `Key=value`, or `#` before a comment';
	const hint = startsWithKey(item) ? `\`${firstWord(item)}=…\`` : '`Key=value`, or `#` before a comment';
	return `this line has no \`=\`: systemd skips it, fleet refuses the unit; write ${hint}`;
}

function fixesOf(item: StrayLine): readonly Fix[] {
	const { start } = item.content.span;
	const asComment: Fix = {
		title: 'Make it a comment',
		kind: 'unsafe',
		edits: [{ span: { start, end: start }, text: '# ' }],
	};
	if (!startsWithKey(item)) return [asComment, removeItemFix(item, 'unsafe', 'Remove the line')];
	const word = firstWord(item);
	const gap = /^\S+(\s*)/.exec(item.content.text)?.[1] ?? '';
	const blanks = { start: start + word.length, end: start + word.length + gap.length };
	return [replaceFix(blanks, '=', 'safe', `Write \`${word}=\``), asComment];
}

function firstWord({ content }: StrayLine): string {
	return /^\S+/.exec(content.text)?.[0] ?? '';
}
