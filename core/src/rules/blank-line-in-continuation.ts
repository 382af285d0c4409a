// A blank line where a backslash asked for more of the value.

import type { Line } from '../syntax/lines.ts';
import type { Entry, StrayLine, UnitFile } from '../syntax/tree.ts';
import { defineRule, type ReportDetails } from './rule.ts';
import { continueLine, lineInk, replaceFix } from './support/edits.ts';
import { hasText, lostLines } from './support/lost-lines.ts';
import { linesWithText } from './support/sections.ts';

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
		{
			file: 'web.service',
			good: '[Service]\nExecStart=/usr/bin/docker run --rm \\\n  example/web\n\nRestart=always\n',
		},
	],
	check(unit, { report }) {
		if (!unit.text.includes('\\')) return; // Nearly every file.
		const brokenAt = new Set([...lostLines(unit).values()].map(({ above }) => above.start));
		for (const item of linesWithText(unit)) {
			const broken = brokenLine(unit, item);
			if (broken === undefined) continue;
			const { end } = lineInk(unit, broken.line);
			report({ start: end - 1, end }, ...(brokenAt.has(broken.line.start) ? lost(broken) : useless(unit, broken)));
		}
	},
});

/** The last line with text before the blank one that ended a value. */
interface BrokenLine {
	readonly line: Line;
	readonly blank: Line;
}

type Report = readonly [message: string, details: ReportDetails];

function lost({ blank }: BrokenLine): Report {
	const fix = replaceFix({ start: blank.start, end: blank.end }, '', 'safe', 'Remove the empty line');
	return ['the empty line below ends this value, and what follows it is lost; remove the empty line', { fixes: [fix] }];
}

function useless(unit: UnitFile, { line }: BrokenLine): Report {
	const fix = replaceFix(continueLine(unit, line).span, '', 'safe', 'Remove the `\\`');
	return ['this `\\` continues onto an empty line; remove it', { severity: 'warning', fixes: [fix] }];
}

function brokenLine(unit: UnitFile, { lines }: Entry | StrayLine): BrokenLine | undefined {
	const blank = lines.at(-1);
	const line = lines.findLast((candidate) => !candidate.comment && hasText(unit, candidate));
	if (line === undefined || blank === undefined || blank === line || blank.comment || hasText(unit, blank))
		return undefined;
	return line.continues ? { line, blank } : undefined;
}
