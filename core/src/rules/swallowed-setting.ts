// A setting or header that a backslash on the line above makes part of another value.

import { directivesOf } from '../catalogue/lookup.ts';
import { isSectionName, type SectionName } from '../catalogue/section-name.ts';
import type { Line } from '../syntax/lines.ts';
import { textAt } from '../syntax/span.ts';
import type { Entry, UnitFile } from '../syntax/tree.ts';
import type { Fix } from './problem.ts';
import { defineRule } from './rule.ts';
import { continueLine, lineInk, replaceFix } from './support/edits.ts';
import { settingsOf } from './support/settings-of.ts';

/** A line at the left margin that reads like a setting, taken into the value above. */
export const swallowedSetting = defineRule({
	id: 'swallowed-setting',
	group: 'syntax',
	severity: 'warning',
	since: '0.1.0',
	summary: 'A setting disappears in the value above, which ends in `\\`',
	why: 'The backslash that was left at the end of the last argument takes the next line into the value: the command gets it as an argument, and the setting is never made.',
	reference: 'systemd.syntax(7)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/docker run --rm \\
  example/web \\
Restart=always
^^^^^^^^^^^^^^ this setting is read as part of \`ExecStart\`, because the line above ends in \`\\\`
`,
			fixed: `
[Service]
ExecStart=/usr/bin/docker run --rm \\
  example/web
Restart=always
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
Environment=A=1 \\
User=web
`,
			note: 'In `Environment=` such a line may well be meant.',
		},
	],
	check(unit, context) {
		for (const { entry, section } of settingsOf(unit, context)) {
			// The value of Environment= is made of assignments.
			if (entry.lines.length === 1 || entry.key.text === 'Environment') continue;
			for (const swallowed of swallowedLines(unit, entry, section)) {
				context.report(lineInk(unit, swallowed.line), swallowedMessage(entry), { fixes: [fixOf(unit, swallowed)] });
			}
		}
	},
});

function swallowedMessage({ key }: Entry): string {
	return `this setting is read as part of \`${key.text}\`, because the line above ends in \`\\\``;
}

function fixOf(unit: UnitFile, { above }: Swallowed): Fix {
	return replaceFix(continueLine(unit, above).span, '', 'unsafe', 'Remove the `\\` above');
}

interface Swallowed {
	readonly line: Line;
	readonly above: Line;
}

function swallowedLines(unit: UnitFile, { lines }: Entry, section: SectionName): readonly Swallowed[] {
	return lines.flatMap((line, index) => {
		const above = lines[index - 1];
		return above?.continues && looksLikeOwnLine(unit, line, section) ? [{ line, above }] : [];
	});
}

/** `Key=…` of this section, or a known `[Header]`, with no indentation. */
function looksLikeOwnLine({ text }: UnitFile, { start, contentEnd }: Line, section: SectionName): boolean {
	const line = textAt(text, { start, end: contentEnd });
	const [, key] = /^([A-Za-z][A-Za-z0-9-]*)\s*=/.exec(line) ?? [];
	const [, header] = /^\[([^\]]+)\]\s*$/.exec(line) ?? [];
	return (key !== undefined && directivesOf(section).has(key)) || (header !== undefined && isSectionName(header));
}
