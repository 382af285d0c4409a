// A line that is no assignment: no `=`, or nothing before it.

import { defineRule } from './rule.ts';
import { hasConflictMarker } from './support/conflict-markers.ts';
import { removeItemFix } from './support/edits.ts';
import { lostLines } from './support/lost-lines.ts';
import { isForeignSection } from './support/sections.ts';

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
^^^^^^^^^^^^^^ this line has no \`=\`: systemd skips it, fleet refuses the unit; write \`Key=value\`, or \`#\` before a comment
`,
			fixed: `
[Service]
ExecStart=/usr/bin/web

# Restart always
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
	],
	check(unit, { report }) {
		for (const section of unit.sections) {
			if (isForeignSection(section)) continue;
			for (const item of section.items) {
				if (item.kind !== 'stray' || lostLines(unit).has(item) || hasConflictMarker(unit, item)) continue;
				const what =
					item.fault === 'no-key' ? 'no key before the `=`' : 'no `=`: systemd skips it, fleet refuses the unit';
				report(item.content.span, `this line has ${what}; write \`Key=value\`, or \`#\` before a comment`, {
					fixes: [
						{
							title: 'Make it a comment',
							kind: 'unsafe',
							edits: [{ span: emptyAt(item.content.span.start), text: '# ' }],
						},
						removeItemFix(item, 'unsafe', 'Remove the line'),
					],
				});
			}
		}
	},
});

function emptyAt(offset: number) {
	return { start: offset, end: offset };
}
