// Continued lines in a file with CRLF line ends, which fleet does not continue.

import type { Line } from '../syntax/lines.ts';
import type { UnitFile } from '../syntax/tree.ts';
import type { TextEdit } from './problem.ts';
import { defineRule } from './rule.ts';
import { lineInk } from './support/edits.ts';
import { isFleetUnit } from './support/sections.ts';

/** A continuation in a fleet unit whose line ends in CR LF. */
export const carriageReturnAfterBackslash = defineRule({
	id: 'carriage-return-after-backslash',
	group: 'fleet',
	severity: 'error',
	since: '0.1.0',
	summary: 'A `\\` before a CRLF line end, in a unit that fleet reads',
	why: 'fleet sees the carriage return as the last character of the line, so the backslash continues nothing: the value ends, and the next line is refused or becomes a setting of its own. systemd reads such files as meant.',
	reference: 'go-systemd unit.Deserialize',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]\r
ExecStart=/usr/bin/docker run --rm \\\r
                                   ^ fleet ends the value here because the line ends in CRLF, systemd goes on; save the file with LF line ends
  example/web\r
[X-Fleet]\r
Global=true\r
`,
			fixed: `
[Service]
ExecStart=/usr/bin/docker run --rm \\
  example/web
[X-Fleet]
Global=true
`,
		},
		{
			file: 'web.service',
			good: `
[Service]\r
ExecStart=/usr/bin/docker run --rm \\\r
  example/web\r
`,
			note: 'systemd alone has no trouble with CRLF.',
		},
	],
	check(unit, { report }) {
		if (!isFleetUnit(unit)) return;
		const lines = unit.items.flatMap((item) =>
			item.lines.filter((line) => line.continues && endsInCarriageReturn(unit, line)),
		);
		const fixes = [{ title: 'Change all line ends to LF', kind: 'safe' as const, edits: lineFeeds(unit) }];
		for (const line of lines) {
			const { end } = lineInk(unit, line);
			report(
				{ start: end - 1, end },
				'fleet ends the value here because the line ends in CRLF, systemd goes on; save the file with LF line ends',
				{ fixes },
			);
		}
	},
});

function endsInCarriageReturn({ text }: UnitFile, { contentEnd }: Line): boolean {
	return text[contentEnd] === '\r';
}

function lineFeeds({ text }: UnitFile): readonly TextEdit[] {
	return [...text.matchAll(/\r\n/g)].map(({ index }) => ({ span: { start: index, end: index + 2 }, text: '\n' }));
}
