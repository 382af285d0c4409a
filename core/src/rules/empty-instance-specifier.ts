// `%i` in a unit that is no instance of a template, where it is empty.

import type { UnitFileName } from '../catalogue/unit-file-name.ts';
import { splitMetadata } from '../fleet/requirements.ts';
import { sourceSpan } from '../syntax/joined.ts';
import type { UnitFile } from '../syntax/tree.ts';
import { defineRule, type RuleContext } from './rule.ts';
import { amendsSeveral } from './support/amended-units.ts';
import { type FleetItem, type FleetSetting, fleetSettings } from './support/fleet-settings.ts';
import { settingsWith } from './support/settings-of.ts';

/** `%i` or `%I` in a plain unit. */
export const emptyInstanceSpecifier = defineRule({
	id: 'empty-instance-specifier',
	group: 'names',
	severity: 'info',
	mayBeError: true,
	since: '0.1.0',
	summary: 'An empty `%i`, in a unit that is no template',
	why: '`%i` is what stands behind the `@` in the name of an instance, and empty in any other unit. What was meant for each instance is then one thing for all; in `[X-Fleet]`, metadata may vanish with it, and the unit runs anywhere.',
	reference: 'systemd.unit(5)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/web --name web-%i
                                  ^^ \`%i\` is empty here, because \`web.service\` is no instance of a template; remove it, or name the file \`web@.service\`
`,
		},
		{
			file: 'web.service',
			bad: `
[X-Fleet]
MachineMetadata=role=%i
                ^^^^^^^ \`%i\` is empty here, because \`web.service\` is no instance of a template, and fleet drops what is left: \`role=\`; remove it, or name the file \`web@.service\`
`,
			note: 'An error, because the constraint is gone.',
		},
		{
			file: 'web@.service',
			good: `
[Service]
ExecStart=/usr/bin/web --name web-%i

[X-Fleet]
MachineMetadata=role=%i
`,
		},
	],
	check(unit, context) {
		const { file } = context;
		if (file === undefined || !isPlainUnit(file)) return;
		reportFleetItems(unit, file, context);
		for (const { entry, section, key } of settingsWith(unit, context, 'known')) {
			if (section === 'X-Fleet' || key.directive.specifiers === undefined) continue;
			const found = instanceSpecifier(entry.value.text);
			if (found === undefined) continue;
			context.report(
				sourceSpan(entry.value, found, found + 2),
				emptyMessage(entry.value.text.slice(found, found + 2), file),
			);
		}
	},
});

/** Drop-ins for all units of a kind, or of a prefix, may amend an instance as well. */
function isPlainUnit(file: UnitFileName): boolean {
	return file.instance === undefined && !amendsSeveral(file);
}

function instanceSpecifier(value: string): number | undefined {
	if (!value.includes('%')) return undefined; // Nearly every value.
	for (const { 1: letter, index } of value.matchAll(/%(.)/g)) {
		if (letter === 'i' || letter === 'I') return index; // `%%i` is one `%` and an `i`.
	}
	return undefined;
}

function emptyMessage(specifier: string, { unit, prefix, kind }: UnitFileName, effect = ''): string {
	const reason = `\`${specifier}\` is empty here, because \`${unit}\` is no instance of a template`;
	return `${reason}${effect}; remove it, or name the file \`${prefix}@.${kind}\``;
}

function reportFleetItems(unit: UnitFile, file: UnitFileName, context: RuleContext): void {
	for (const setting of fleetSettings(unit, context)) {
		for (const item of setting.items) {
			if (!item.text.includes('%i') || namesTemplate(setting, item)) continue;
			const dropped = setting.key === 'MachineMetadata' && splitMetadata(item.expanded) === undefined;
			const effect = dropped ? `, and fleet drops what is left: \`${item.expanded}\`` : '';
			context.report(item.span, emptyMessage('%i', file, effect), { severity: dropped ? 'error' : 'warning' });
		}
	}
}

/** What is left is a template's name, and the rules for MachineOf= and globs say what that means. */
function namesTemplate({ key, garbled }: FleetSetting, { expanded }: FleetItem): boolean {
	return garbled === undefined && key !== 'MachineMetadata' && /@\.[a-z]+$/.test(expanded);
}
