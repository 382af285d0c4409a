// Text that fleet's parser refuses for a reason that no other rule names.

import type { UnitFile } from '../syntax/tree.ts';
import { defineRule } from './rule.ts';
import { conflictMarkers } from './support/conflict-markers.ts';
import { fleetReading } from './support/fleet-options.ts';
import { isFleetUnit } from './support/sections.ts';
import { isRefusalTold } from './support/two-readings.ts';

/** A place where fleet gives up. */
export const fleetRefusedText = defineRule({
	id: 'fleet-refused-text',
	group: 'fleet',
	severity: 'error',
	since: '0.1.0',
	summary: 'Text that fleet refuses and systemd only skips',
	why: 'systemd logs what it does not understand and goes on. fleet stops at the first such line, also in sections that are for other programs, and refuses the unit.',
	reference: 'go-systemd unit.Deserialize',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/web

[X-Fleet]
MachineMetadata=role=web

[X-Owner]
the web team
^^^^^^^^^^^^ fleet refuses the unit here (“unexpected newline encountered while parsing option name”); write \`Key=value\`, or \`#\` before a comment
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
ExecStart=/usr/bin/web

[X-Owner]
the web team
`,
			note: 'systemd does not look into this section.',
		},
	],
	check(unit, { file, fleetRelease, report }) {
		if (!isFleetUnit(unit) || file?.dropIn) return;
		const { error, errorSpan } = fleetReading(unit, fleetRelease);
		if (error === undefined || errorSpan === undefined || isToldElsewhere(unit, error)) return;
		if (isRefusalTold(unit, errorSpan)) return;
		const remedy = error.includes('section')
			? 'write each header as `[Name]`, alone on its line'
			: 'write `Key=value`, or `#` before a comment';
		report(errorSpan, `fleet refuses the unit here (“${error}”); ${remedy}`);
	},
});

/** Overlong lines, broken headers and unfinished merges have rules of their own. */
function isToldElsewhere(unit: UnitFile, error: string): boolean {
	if (error.startsWith('line too long')) return true;
	return unit.sections.some(({ header }) => header.fault !== undefined) || conflictMarkers(unit.text).length > 0;
}
