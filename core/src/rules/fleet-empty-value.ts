// Settings of [X-Fleet] without a value, and empty items between quoted ones. To fleet an empty value is a value.

import type { UnitFile } from '../syntax/tree.ts';
import { defineRule, type RuleContext } from './rule.ts';
import { replaceFix } from './support/edits.ts';
import { type FleetKey, type FleetSetting, fleetSettings, quoteItems } from './support/fleet-settings.ts';

/** `MachineOf=` with nothing behind it. */
export const fleetEmptyValue = defineRule({
	id: 'fleet-empty-value',
	group: 'fleet',
	severity: 'error',
	since: '0.1.0',
	summary: 'An empty value in [X-Fleet]',
	why: 'An empty value resets nothing in `[X-Fleet]`, as it does elsewhere. `MachineOf=` asks for a unit, and `MachineID=` for a machine, whose name is empty, and the unit waits for ever; the other keys do nothing.',
	reference: 'fleet v1.0.0 job.Job',
	examples: [
		{
			file: 'web.service',
			bad: `
[X-Fleet]
MachineOf=
^^^^^^^^^^ fleet takes this for a unit without a name, and never schedules this one: an empty value resets nothing here; name a unit, or remove the setting
`,
		},
		{
			file: 'web.service',
			bad: `
[X-Fleet]
MachineMetadata=role=web
MachineMetadata=
^^^^^^^^^^^^^^^^ this has no effect: an empty value resets nothing in [X-Fleet]; remove the setting
`,
			note: 'A warning, because nothing is refused.',
		},
		{
			file: 'web.service',
			bad: `
[X-Fleet]
MachineOf="db.service"  "cache.service"
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ fleet finds an empty name between the two spaces, and never schedules this unit; put one space between the items
`,
			fixed: `
[X-Fleet]
MachineOf="db.service" "cache.service"
`,
		},
		{ file: 'web.service', good: '[X-Fleet]\nMachineOf=db.service\n' },
	],
	check(unit, context) {
		for (const setting of fleetSettings(unit, context)) {
			if (setting.items.every(({ text }) => text === '')) reportEmpty(unit, setting, context);
			else if (setting.garbled === undefined) reportGap(setting, context);
		}
	},
});

const effects: Readonly<Record<FleetKey, string>> = {
	MachineOf: 'fleet takes this for a unit without a name, and never schedules this one',
	MachineID: 'fleet takes this for a machine without an ID, and never schedules the unit',
	Global: 'fleet takes this for `false`',
	MachineMetadata: 'this has no effect',
	Conflicts: 'this has no effect',
	Replaces: 'this has no effect',
};

function blocks(key: FleetKey): boolean {
	return key === 'MachineOf' || key === 'MachineID';
}

function reportEmpty(unit: UnitFile, { key, option }: FleetSetting, { report }: RuleContext): void {
	const remedy = key === 'MachineOf' ? 'name a unit, or remove the setting' : 'remove the setting';
	const reason = key === 'Global' ? '' : `: an empty value resets nothing ${blocks(key) ? 'here' : 'in [X-Fleet]'}`;
	const end = unit.text.indexOf('=', option.nameSpan.end) + 1;
	report(
		{ start: option.nameSpan.start, end: Math.max(end, option.valueSpan.end) },
		`${effects[key]}${reason}; ${remedy}`,
		{
			severity: blocks(key) ? 'error' : 'warning',
		},
	);
}

/** An empty item keeps a unit waiting only where each item must be met. */
function reportGap({ key, items, option }: FleetSetting, { report }: RuleContext): void {
	if (key !== 'MachineOf' || !items.some(({ text }) => text === '')) return;
	const names = items.map(({ text }) => text).filter((text) => text !== '');
	const message =
		'fleet finds an empty name between the two spaces, and never schedules this unit; put one space between the items';
	const clear = names.length > 0 && names.every((name) => /^[\w.:%@-]+$/.test(name));
	const fixes = clear
		? [replaceFix(option.valueSpan, quoteItems(names), 'safe', 'Put one space between the items')]
		: [];
	report(option.valueSpan, message, { fixes });
}
