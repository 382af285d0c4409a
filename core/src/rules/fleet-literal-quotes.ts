// Quotes in [X-Fleet] that stay part of the value, because fleet takes away double quotes only, and only where the
// whole value is made of quoted items with spaces between.

import type { PlacedOption } from '../fleet/model.ts';
import type { Fix } from './problem.ts';
import { defineRule } from './rule.ts';
import { replaceFix } from './support/edits.ts';
import { type FleetKey, type FleetSetting, fleetSettings, quoteItems } from './support/fleet-settings.ts';

/** A value whose quotes fleet reads as characters. */
export const fleetLiteralQuotes = defineRule({
	id: 'fleet-literal-quotes',
	group: 'fleet',
	severity: 'error',
	since: '0.1.0',
	summary: 'Quotes in [X-Fleet] that fleet takes for part of the value',
	why: 'fleet removes quotes only if the value begins and ends with a double quote, and then parts the items at spaces, not at tabs. Single quotes mean nothing to it. Otherwise the quotes stay in the name or in the metadata that fleet looks for, and it finds none such.',
	reference: 'fleet v1.0.0 unit.parseMultivalueLine',
	examples: [
		{
			file: 'web.service',
			bad: `
[X-Fleet]
MachineMetadata='role=web'
                ^^^^^^^^^^ fleet takes single quotes for part of the value; use double quotes
`,
			fixed: `
[X-Fleet]
MachineMetadata="role=web"
`,
		},
		{
			file: 'web.service',
			bad: `
[X-Fleet]
MachineMetadata=role="web"
                ^^^^^^^^^^ fleet takes these quotes for part of the value, because not all of it stands inside; quote each item as a whole, or none
`,
			fixed: `
[X-Fleet]
MachineMetadata="role=web"
`,
		},
		{
			file: 'web.service',
			bad: `
[X-Fleet]
MachineOf="db.service" cache.service
          ^^^^^^^^^^^^^^^^^^^^^^^^^^ fleet takes these quotes for part of the value, because not all of it stands inside; quote each item as a whole, or none
`,
			fixed: `
[X-Fleet]
MachineOf="db.service" "cache.service"
`,
		},
		{
			file: 'web.service',
			bad: `
[X-Fleet]
MachineMetadata="role=web"	"zone=a"
                ^^^^^^^^^^^^^^^^^^^ fleet parts quoted items at spaces only, and takes the tab for part of the value; put a space there
`,
			fixed: `
[X-Fleet]
MachineMetadata="role=web" "zone=a"
`,
		},
		{
			file: 'web.service',
			good: `
[X-Fleet]
MachineMetadata="role=web" "zone=a"
MachineOf=db.service
`,
		},
	],
	check(unit, context) {
		for (const setting of fleetSettings(unit, context)) {
			if (setting.garbled !== 'quotes') continue;
			const { option } = setting;
			context.report(option.valueSpan, messageFor(option), { fixes: fixesOf(setting) });
		}
	},
});

function messageFor({ value }: PlacedOption): string {
	if (/"\t+"/.test(value))
		return 'fleet parts quoted items at spaces only, and takes the tab for part of the value; put a space there';
	if (/[^\s"]""[^\s"]/.test(value))
		return 'fleet parts quoted items at spaces only, and takes these for one; put a space between them';
	if (!value.includes('"')) return 'fleet takes single quotes for part of the value; use double quotes';
	return 'fleet takes these quotes for part of the value, because not all of it stands inside; quote each item as a whole, or none';
}

function fixesOf({ key, option: { value, valueSpan } }: FleetSetting): readonly Fix[] {
	const items = value
		.replaceAll('""', '" "')
		.replace(/["']/g, '')
		.split(/[\s,]+/)
		.filter((item) => item !== '');
	const pattern = key === 'MachineMetadata' ? /^[^=\s]+=[^=\s]+$/ : /^[^=\s]+$/;
	if (items.length === 0 || value.includes('\n') || !items.every((item) => pattern.test(item))) return [];
	const text = writeItems(key, items);
	return [replaceFix(valueSpan, text, 'safe', `Write \`${text}\``)];
}

function writeItems(key: FleetKey, items: readonly string[]): string {
	return items.length === 1 && key !== 'MachineMetadata' ? items.join() : quoteItems(items);
}
