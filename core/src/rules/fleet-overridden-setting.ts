// Settings of [X-Fleet] that hold one value and are made twice. fleet counts the last Global= and the first MachineID=.

import type { UnitFile } from '../syntax/tree.ts';
import { defineRule } from './rule.ts';
import type { LintContext } from './settings.ts';
import { type FleetSetting, fleetSettings } from './support/fleet-settings.ts';

/** A setting of [X-Fleet] that another one of the same key makes void. */
export const fleetOverriddenSetting = defineRule({
	id: 'fleet-overridden-setting',
	group: 'fleet',
	severity: 'warning',
	since: '0.1.0',
	summary: 'A second `Global=` or `MachineID=`, where only one counts',
	why: 'A unit is global or not, and has one machine. Of several `Global=` fleet counts the last, of several `MachineID=` the first, and its old names only if `MachineID=` is not there.',
	reference: 'fleet v1.0.0 job.Job',
	examples: [
		{
			file: 'web.service',
			bad: `
[X-Fleet]
Global=true
^^^^^^^^^^^ this has no effect: \`Global\` is set again, and fleet counts the last setting only
MachineMetadata=role=web
Global=false
`,
		},
		{
			file: 'web.service',
			bad: `
[X-Fleet]
MachineID=0123abcd
MachineID=4567cdef
^^^^^^^^^^^^^^^^^^ this has no effect: \`MachineID\` is set above, and fleet counts the first setting only
`,
		},
		{
			file: 'web.service',
			good: `
[X-Fleet]
MachineOf=db.service
MachineOf=cache.service
`,
			note: 'All other keys add up.',
		},
	],
	check(unit, context) {
		for (const { setting, counts } of overridden(unit, context)) {
			const { nameSpan, valueSpan } = setting.option;
			const why =
				setting.key === 'Global'
					? '`Global` is set again, and fleet counts the last setting only'
					: `\`${counts.option.name}\` is set ${counts.option.nameSpan.start < nameSpan.start ? 'above' : 'below'}, and fleet counts ${countsWhy(setting, counts)} only`;
			context.report({ start: nameSpan.start, end: valueSpan.end }, `this has no effect: ${why}`, {
				tags: ['unnecessary'],
				related: [{ span: counts.option.nameSpan, message: 'this one counts' }],
			});
		}
	},
});

interface Overridden {
	readonly setting: FleetSetting;
	readonly counts: FleetSetting;
}

/** From the one that counts to the one that counts least. */
const machineIdNames = ['MachineID', 'X-ConditionMachineID', 'X-ConditionMachineBootID'];

function overridden(unit: UnitFile, context: LintContext): readonly Overridden[] {
	const settings = fleetSettings(unit, context);
	const globals = settings.filter(({ key }) => key === 'Global').reverse();
	const ids = machineIdNames.flatMap((name) => settings.filter(({ option }) => option.name === name));
	return [globals, ids].flatMap(([counts, ...others]) =>
		counts === undefined ? [] : others.map((setting) => ({ setting, counts })),
	);
}

function countsWhy(setting: FleetSetting, counts: FleetSetting): string {
	return setting.option.name === counts.option.name ? 'the first setting' : 'the newer key';
}
