// A blank line where a backslash asked for more of the value.

import type { Entry, StrayLine, UnitFile } from '../syntax/tree.ts';
import { defineRule } from './rule.ts';
import { continueLine, lineInk } from './support/edits.ts';
import { hasText, lostLines } from './support/lost-lines.ts';
import { isForeignSection } from './support/sections.ts';

/** A backslash followed by an empty line. */
export const blankLineInContinuation = defineRule({
	id: 'blank-line-in-continuation',
	group: 'syntax',
	severity: 'error',
	since: '0.1.0',
	summary: 'An empty line inside a value that a `\\` continues',
	why: 'The empty line is the continuation, so the value ends there, for systemd and for fleet alike. What follows is lost, or taken for a setting of its own.',
	reference: 'systemd.syntax(7)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/docker run --rm \\
  --name web \\
             ^ the empty line below ends this value, and what follows it is lost; remove the empty line

  example/web
`,
			fixed: `
[Service]
ExecStart=/usr/bin/docker run --rm \\
  --name web \\
  example/web
`,
		},
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/docker run --rm \\
  example/web \\
              ^ this \`\\\` continues onto an empty line; remove it

Restart=always
`,
			fixed: `
[Service]
ExecStart=/usr/bin/docker run --rm \\
  example/web

Restart=always
`,
			note: 'Nothing is lost here, so it is a warning; but the next line that somebody adds would be.',
		},
	],
	check(unit, { report }) {
		const lost = [...lostLines(unit).values()];
		for (const section of unit.sections) {
			if (isForeignSection(section)) continue;
			for (const item of section.items) {
				const broken = item.kind === 'entry' || item.kind === 'stray' ? brokenLine(unit, item) : undefined;
				if (broken === undefined) continue;
				const { line, blank } = broken;
				const { end } = lineInk(unit, line);
				const after = lost.find(({ above, break: cause }) => above.start === line.start && cause === 'blank-line');
				const bare = { span: { start: continueLine(unit, line).span.start, end }, text: '' };
				if (after !== undefined) {
					report(
						{ start: end - 1, end },
						'the empty line below ends this value, and what follows it is lost; remove the empty line',
						{
							fixes: [{ title: 'Remove the empty line', kind: 'safe', edits: [{ span: blank, text: '' }] }],
						},
					);
				} else {
					report({ start: end - 1, end }, 'this `\\` continues onto an empty line; remove it', {
						severity: 'warning',
						fixes: [{ title: 'Remove the `\\`', kind: 'safe', edits: [bare] }],
					});
				}
			}
		}
	},
});

/** The last line with text before a blank one that ended the item, and the blank one. */
function brokenLine(unit: UnitFile, item: Entry | StrayLine) {
	const blank = item.lines.at(-1);
	const line = item.lines.findLast((candidate) => !candidate.comment && hasText(unit, candidate));
	if (line === undefined || blank === undefined || blank === line || blank.comment || hasText(unit, blank))
		return undefined;
	return line.continues ? { line, blank } : undefined;
}
