// MachineMetadata= whose text fleet throws away because it is no single `key=value`. Quotes that fleet takes
// literally have a rule of their own.

import type { UnitFile } from '../syntax/tree.ts';
import type { Fix } from './problem.ts';
import { defineRule } from './rule.ts';
import { replaceFix } from './support/edits.ts';
import { type FleetItem, type FleetSetting, quoteItems, soundSettings } from './support/fleet-settings.ts';

/** An item of MachineMetadata= that constrains nothing. */
export const fleetDroppedMetadata = defineRule({
	id: 'fleet-dropped-metadata',
	group: 'fleet',
	severity: 'error',
	since: '0.1.0',
	summary: 'Metadata that fleet drops because it is not one `key=value`',
	why: 'fleet wants exactly one `=` in an item, with text on both sides. It throws everything else away without a word: the constraint is gone, and the unit may run on any machine. Several pairs on one line need double quotes, each pair its own.',
	reference: 'fleet v1.0.0 job.requiredMetadata',
	examples: [
		{
			file: 'web.service',
			bad: `
[X-Fleet]
MachineMetadata=role=web zone=a
                ^^^^^^^^^^^^^^^ fleet takes this for one item, and drops it because it has 2 \`=\`: no constraint is left; put each pair into double quotes
`,
			fixed: `
[X-Fleet]
MachineMetadata="role=web" "zone=a"
`,
		},
		{
			file: 'web.service',
			bad: `
[X-Fleet]
MachineMetadata=role=web,zone=a
                ^^^^^^^^^^^^^^^ fleet takes this for one item, and drops it because it has 2 \`=\`: no constraint is left; put each pair into double quotes
`,
			fixed: `
[X-Fleet]
MachineMetadata="role=web" "zone=a"
`,
		},
		{
			file: 'web.service',
			bad: `
[X-Fleet]
MachineMetadata=web
                ^^^ fleet drops this because it is no \`key=value\`: no constraint is left; write \`role=web\`, with the key that the machines have
`,
		},
		{
			file: 'web.service',
			bad: `
[X-Fleet]
MachineMetadata="role=web" "zone="
                            ^^^^^ fleet drops this because nothing stands after the \`=\`: no constraint is left; write \`key=value\`
`,
			note: 'fleet has no way to ask for a key whatever its value.',
		},
		{
			file: 'web.service',
			good: `
[X-Fleet]
MachineMetadata="role=web" "zone=a"
MachineMetadata=zone=b
`,
			note: 'The role, and one of the zones.',
		},
	],
	check(unit, context) {
		for (const setting of soundSettings(unit, context, 'MachineMetadata')) {
			for (const item of setting.items) {
				const fault = faultOf(item);
				if (fault === undefined || emptiedInstance(item)) continue;
				context.report(item.span, fault, { fixes: fixesOf(unit, setting, item) });
			}
		}
	},
});

function faultOf({ text, expanded }: FleetItem): string | undefined {
	if (/^[\s\\]*$/.test(text)) return undefined; // A gap between items; an empty value has a rule of its own.
	const [key = '', value, ...more] = expanded.split('=');
	const dropped = 'no constraint is left';
	if (more.length > 0)
		return `fleet takes this for one item, and drops it because it has ${more.length + 1} \`=\`: ${dropped}; ${remedyFor(text)}`;
	if (value === undefined)
		return `fleet drops this because it is no \`key=value\`: ${dropped}; write \`role=${shown(text)}\`, with the key that the machines have`;
	if (key !== '' && value !== '') return undefined;
	return `fleet drops this because nothing stands ${key === '' ? 'before' : 'after'} the \`=\`: ${dropped}; write \`key=value\``;
}

function remedyFor(text: string): string {
	return pairsIn(text).length > 1 ? 'put each pair into double quotes' : 'a value cannot hold a `=`';
}

function shown(text: string): string {
	return /^[\w.-]{1,30}$/.test(text) ? text : 'value';
}

/** `role=%i` in a unit that is no instance: the rule for empty specifiers says so. */
function emptiedInstance({ text, expanded }: FleetItem): boolean {
	return text.includes('%i') && !expanded.includes('%i') && text.replaceAll('%i', '') === expanded;
}

function fixesOf(
	{ text }: UnitFile,
	{ items, option }: FleetSetting,
	{ text: wrong, span }: FleetItem,
): readonly Fix[] {
	const [, key, value] = /^([\w.-]+)\s*:=?\s*([\w.-]+)$/.exec(wrong) ?? [];
	if (key !== undefined) return [replaceFix(span, `${key}=${value}`, 'unsafe', `Write \`${key}=${value}\``)];
	const pairs = pairsIn(wrong);
	if (pairs.length < 2) return [];
	const all = items.flatMap((item) => (item.text === wrong ? pairs : [item.text])).filter((item) => item.trim() !== '');
	const one = text.slice(option.valueSpan.start, option.valueSpan.end).includes('\n');
	return one ? [] : [replaceFix(option.valueSpan, quoteItems(all), 'safe', 'Put each pair into double quotes')];
}

/** The pairs that a text was meant to be; none if a part of it is no pair. */
function pairsIn(text: string): readonly string[] {
	const words = text.split(/[\s,;]+/).filter((word) => word !== '');
	return words.every((word) => /^[^=]+=[^=]+$/.test(word)) ? words : [];
}
