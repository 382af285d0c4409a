// Lines that are too long for fleet. systemd’s own limit is another, and has a rule of its own.

import { isFleetAtLeast } from '../fleet/model.ts';
import { byteLength } from '../fleet/utf8.ts';
import { splitLines } from '../syntax/lines.ts';
import { defineRule } from './rule.ts';
import { lineInk } from './support/edits.ts';
import { isFleetUnit } from './support/sections.ts';

/** Bytes from which on fleet refuses a line. */
const limit = 2048;

/** A physical line of 2048 bytes or more in a unit for fleet. */
export const fleetOverlongLine = defineRule({
	id: 'fleet-overlong-line',
	group: 'fleet',
	severity: 'error',
	since: '0.1.0',
	summary: 'A line of 2048 bytes or more in a unit that fleet reads',
	why: 'Since release 0.12 fleet refuses the unit; that some such lines slip through, where its buffer ends inside them, is nothing to count on. Each line of a continued value counts by itself, and comments count, too.',
	reference: 'go-systemd unit.Deserialize',
	examples: [
		{
			file: 'web.service',
			good: `
[Service]
ExecStart=/usr/bin/web --verbose \\
  --port 80

[X-Fleet]
MachineMetadata=role=web
`,
		},
	],
	check(unit, { file, fleetRelease, report }) {
		const read = isFleetUnit(unit) && !file?.dropIn && isFleetAtLeast(fleetRelease, '0.12');
		if (!read) return;
		for (const line of splitLines(unit.text)) {
			// A character has at most three bytes for each code unit, so hardly any line needs to be counted.
			if ((line.contentEnd - line.start) * 3 < limit) continue;
			const bytes = byteLength(unit.text.slice(line.start, line.contentEnd));
			if (bytes < limit) continue;
			const message = `this line has ${bytes} bytes, and fleet refuses units with lines of ${limit} or more`;
			report(lineInk(unit, line), `${message}; continue it on the next line with \`\\\``);
		}
	},
});
