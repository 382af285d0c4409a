// More than one unit to isolate.

import { expandName } from '../workspace/names.ts';
import { defineRule } from './rule.ts';
import { settingOf, settingsFor, whereToTell } from './support/counting-settings.ts';
import { type WholeUnit, wholeUnit } from './support/whole-unit.ts';

/** `OnFailureJobMode=isolate` with several units in `OnFailure=`. */
export const severalIsolatedUnits = defineRule({
	id: 'several-isolated-units',
	group: 'units',
	severity: 'error',
	since: '0.1.0',
	summary: '`OnFailureJobMode=isolate` with more than one unit to start',
	why: 'To isolate a unit is to start it and stop all others, which works for one alone. systemd refuses a unit that names several for it.',
	reference: 'systemd.unit(5)',
	examples: [
		{
			file: 'disks.service',
			bad: `
[Unit]
OnFailure=emergency.target report.service
OnFailureJobMode=isolate
                 ^^^^^^^ only one unit can be isolated, \`OnFailure=\` names 2, and systemd refuses the unit; leave one, or use another mode

[Service]
ExecStart=/usr/bin/check-disks
`,
		},
		{
			file: 'disks.service',
			good: `
[Unit]
OnFailure=emergency.target
OnFailureJobMode=isolate

[Service]
ExecStart=/usr/bin/check-disks
`,
		},
	],
	check(unit, context) {
		// Slices and devices cannot fail, so that nothing follows their failure.
		if (!unit.text.includes('isolate') || context.file?.kind === 'slice' || context.file?.kind === 'device') return;
		const whole = wholeUnit(unit, context);
		if (whole === undefined) return;
		for (const key of ['OnFailure', 'OnSuccess']) {
			const mode = settingOf(whole, `${key}JobMode`, 'Unit');
			const names = namesIn(whole, key);
			const place = whereToTell(whole, [mode, ...settingsFor(whole, key, 'Unit')]);
			if (mode?.entry.value.text !== 'isolate' || names.size < 2 || place === undefined) continue;
			const fault = `only one unit can be isolated, \`${key}=\` names ${names.size}, and systemd refuses the unit`;
			context.report(place.entry.value.span, `${fault}; leave one, or use another mode`);
		}
	},
});

function namesIn(whole: WholeUnit, key: string): ReadonlySet<string> {
	const values = settingsFor(whole, key, 'Unit').map(({ entry }) => entry.value.text);
	const names = values.flatMap((text) => text.split(/\s+/)).filter((name) => name !== '');
	return new Set(names.map((name) => expandName(name, whole.file)));
}
