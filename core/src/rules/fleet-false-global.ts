// Global= with a word that fleet does not take for yes.

import { type FleetRelease, isFleetAtLeast } from '../fleet/model.ts';
import { requirementsOf } from '../fleet/requirements.ts';
import type { Item, UnitFile } from '../syntax/tree.ts';
import { defineRule, type ReportDetails } from './rule.ts';
import { removeItemFix, replaceFix } from './support/edits.ts';
import { type FleetSetting, soundSettings } from './support/fleet-settings.ts';

/** A unit that is not global although it may look so, or says that it is not, which all units are not. */
export const fleetFalseGlobal = defineRule({
	id: 'fleet-false-global',
	group: 'fleet',
	severity: 'error',
	since: '0.1.0',
	summary: 'A `Global=` with a value that does not make the unit global',
	why: 'fleet takes `true`, `yes`, `on`, `t` and `1` for true, whatever their case, and before release 0.13 only `true`. All other words are false: the unit runs on one machine instead of all.',
	reference: 'fleet v1.0.0 job.IsGlobal',
	examples: [
		{
			file: 'web.service',
			bad: `
[X-Fleet]
Global=enabled
       ^^^^^^^ fleet takes \`enabled\` for false, and the unit runs on one machine only; write \`true\`
`,
			fixed: `
[X-Fleet]
Global=true
`,
		},
		{
			file: 'web.service',
			fleetRelease: '0.11',
			bad: `
[X-Fleet]
Global=yes
       ^^^ fleet 0.11 knows only \`true\`, and the unit runs on one machine only; write \`true\`
`,
			fixed: `
[X-Fleet]
Global=true
`,
		},
		{
			file: 'web.service',
			bad: `
[X-Fleet]
Global=false
^^^^^^^^^^^^ this setting has no effect: no unit is global unless it says so
MachineMetadata=role=web
`,
			fixed: `
[X-Fleet]
MachineMetadata=role=web
`,
			note: 'A hint only.',
		},
		{ file: 'web.service', good: '[X-Fleet]\nGlobal=True\n' },
	],
	check(unit, context) {
		const { fleetRelease } = context;
		const settings = soundSettings(unit, context, 'Global');
		for (const setting of settings) {
			const { value, nameSpan, valueSpan } = setting.option;
			if (/^"*$/.test(value) || isTrue(value, fleetRelease)) continue;
			if (!falseWord.test(value)) context.report(valueSpan, ...meantTrue(setting, fleetRelease));
			else if (settings.length === 1)
				context.report({ start: nameSpan.start, end: valueSpan.end }, ...useless(unit, setting));
		}
	},
});

const falseWord = /^(?:false|no|off|f|n|0|none|never|disabled?)$/i;
const trueWord = /^(?:true|yes|on|t|y|1|enabled?|always|active|ok|all|truthy|ture|treu|tru|tue|trrue)[.;,]?$/i;

type Report = readonly [message: string, details: ReportDetails];

function isTrue(value: string, release: FleetRelease): boolean {
	return requirementsOf([{ section: 'X-Fleet', name: 'Global', value }], undefined, release).global;
}

function meantTrue({ option: { value, valueSpan } }: FleetSetting, release: FleetRelease): Report {
	const certain = trueWord.test(value);
	const reader = !isFleetAtLeast(release, '0.13') && isTrue(value, '0.13');
	const reason = reader ? `fleet ${release} knows only \`true\`` : `fleet takes \`${value}\` for false`;
	const message = `${reason}, and the unit runs on one machine only; write \`true\``;
	const fix = replaceFix(valueSpan, 'true', certain ? 'safe' : 'unsafe', 'Write `true`');
	return [message, { severity: certain ? 'error' : 'warning', fixes: [fix] }];
}

function useless(unit: UnitFile, { option }: FleetSetting): Report {
	const holds = ({ span }: Item) => span.start <= option.nameSpan.start && option.nameSpan.start < span.end;
	const item = unit.items.find(holds);
	const fixes = item === undefined ? [] : [removeItemFix(item, 'unsafe', 'Remove this setting')];
	const message = 'this setting has no effect: no unit is global unless it says so';
	return [message, { severity: 'hint', tags: ['unnecessary'], fixes }];
}
