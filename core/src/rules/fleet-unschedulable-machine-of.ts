// MachineOf= that names no unit that could ever be on a machine. Whether a unit of that name exists is asked by the
// rules that know the other files.

import { isGlob } from '../fleet/glob.ts';
import { splitUnitName, unitNameFault } from '../fleet/unit-name.ts';
import type { UnitFile } from '../syntax/tree.ts';
import type { Fix } from './problem.ts';
import { defineRule } from './rule.ts';
import type { LintContext } from './settings.ts';
import { removeItemFix, replaceFix } from './support/edits.ts';
import { exampleName, type FleetItem, type FleetSetting, soundSettings } from './support/fleet-settings.ts';
import { hasUnexpandedSpecifier } from './support/fleet-specifiers.ts';
import { hasUnitSuffix, suffixOf, unsupportedUnitTypes, withUnitSuffix } from './support/unit-suffix.ts';

/** A companion that can be on no machine, so that the unit is never scheduled. */
export const fleetUnschedulableMachineOf = defineRule({
	id: 'fleet-unschedulable-machine-of',
	group: 'fleet',
	severity: 'error',
	since: '0.1.0',
	summary: 'A `MachineOf=` with a name that no running unit can have',
	why: 'fleet compares the value letter by letter with the names of the units on a machine. A glob, a list, a template without its instance or a name without its suffix equals none of them, and the unit waits for ever.',
	reference: 'fleet v1.0.0 agent.AgentState.AbleToRun',
	examples: [
		{
			file: 'web-announce@.service',
			bad: `
[X-Fleet]
MachineOf=web@.service
          ^^^^^^^^^^^^ \`web@.service\` is a template, and templates do not run: this unit is never scheduled; name an instance, such as \`web@%i.service\`
`,
			fixed: `
[X-Fleet]
MachineOf=web@%i.service
`,
		},
		{
			file: 'web-announce.service',
			bad: `
[X-Fleet]
MachineOf=web@*.service
          ^^^^^^^^^^^^^ fleet knows no globs here, and no unit has this name: this unit is never scheduled; name one unit
`,
		},
		{
			file: 'web.service',
			bad: `
[X-Fleet]
MachineOf=db.service cache.service
          ^^^^^^^^^^^^^^^^^^^^^^^^ fleet takes this for one name, which no unit has: this unit is never scheduled; write a line for each
`,
			fixed: `
[X-Fleet]
MachineOf=db.service
MachineOf=cache.service
`,
		},
		{
			file: 'web.service',
			bad: `
[X-Fleet]
MachineOf=db
          ^^ \`db\` lacks the suffix that all unit names have: this unit is never scheduled; write \`db.service\`
`,
			fixed: `
[X-Fleet]
MachineOf=db.service
`,
		},
		{
			file: 'web-announce.service',
			bad: `
[X-Fleet]
MachineOf=web@%i.service
          ^^^^^^^^^^^^^^ \`%i\` is empty in a unit that is no instance, which leaves the template \`web@.service\`: this unit is never scheduled; name an instance
`,
		},
		{
			file: 'web.service',
			bad: `
[X-Fleet]
MachineOf=%n
          ^^ this is the unit itself, which is on no machine before it is scheduled; name another unit
MachineMetadata=role=web
`,
			fixed: `
[X-Fleet]
MachineMetadata=role=web
`,
		},
		{
			file: 'web-announce@.service',
			good: `
[X-Fleet]
MachineOf=web@%i.service
MachineOf=db.service
`,
			note: 'Both must be on the machine.',
		},
	],
	check(unit, context) {
		for (const setting of soundSettings(unit, context, 'MachineOf')) {
			for (const item of setting.items) {
				if (item.text === '' || hasUnexpandedSpecifier(item.text)) continue; // Rules of their own.
				const fault = faultOf(item, setting, unit, context);
				if (fault !== undefined) context.report(item.span, fault.message, { fixes: fault.fixes ?? [] });
			}
		}
	},
});

interface Fault {
	readonly message: string;
	readonly fixes?: readonly Fix[];
}

const never = 'this unit is never scheduled';

function faultOf(item: FleetItem, setting: FleetSetting, unit: UnitFile, context: LintContext): Fault | undefined {
	const { text, expanded } = item;
	if (/[\s,;]/.test(text)) return listFault(item, setting);
	if (text.includes('=')) return metadataFault(setting);
	if (isGlob(text)) return globFault(item, context);
	if (!hasUnitSuffix(expanded)) return suffixFault(item);
	if (splitUnitName(expanded)?.isTemplate) return templateFault(item, context);
	if (expanded === exampleName(context))
		return {
			message: 'this is the unit itself, which is on no machine before it is scheduled; name another unit',
			fixes: removal(unit, setting),
		};
	return typeFault(expanded) ?? nameFault(expanded, context);
}

function listFault({ text }: FleetItem, { option, items }: FleetSetting): Fault {
	if (/^[\s\\]*$/.test(text))
		return { message: `fleet takes the \`\\\` between the names for a name, too: ${never}; write a line for each` };
	const names = text.split(/[\s,;\\]+/).filter((name) => name !== '');
	const message = `fleet takes this for one name, which no unit has: ${never}; write a line for each`;
	const one = items.length === 1 && !option.value.includes('"');
	if (!one || !names.every((name) => isPlainName(name))) return { message };
	const [first = '', ...others] = names;
	const lines = [first, ...others.map((name) => `${option.name}=${name}`)].join('\n');
	return { message, fixes: [replaceFix(option.valueSpan, lines, 'safe', 'Write a line for each')] };
}

function isPlainName(name: string): boolean {
	return /^[\w.:%@-]+$/.test(name) && hasUnitSuffix(name);
}

function metadataFault({ option }: FleetSetting): Fault {
	const message = `no unit name holds a \`=\`: ${never}; for metadata of the machine, use \`MachineMetadata\``;
	return { message, fixes: [replaceFix(option.nameSpan, 'MachineMetadata', 'unsafe', 'Change to `MachineMetadata`')] };
}

function globFault({ text, span }: FleetItem, { file }: LintContext): Fault {
	const message = `fleet knows no globs here, and no unit has this name: ${never}; name one unit`;
	const instance = text.replace(/@\*(?=\.[a-z]+$)/, '@%i');
	if (file?.instance === undefined || instance === text || isGlob(instance)) return { message };
	return { message, fixes: [replaceFix(span, instance, 'unsafe', `Change to \`${instance}\``)] };
}

function suffixFault({ text, span }: FleetItem): Fault {
	const meant = withUnitSuffix(text);
	const lacks =
		suffixOf(text) === undefined
			? `\`${text}\` lacks the suffix that all unit names have`
			: `\`${text}\` ends in no type of unit`;
	const kind = suffixOf(text) === undefined ? 'safe' : 'unsafe';
	const message = `${lacks}: ${never}; write \`${meant}\``;
	return { message, fixes: [replaceFix(span, meant, kind, `Change to \`${meant}\``)] };
}

function templateFault({ text, expanded, span }: FleetItem, { file }: LintContext): Fault {
	if (text.includes('%i'))
		return {
			message: `\`%i\` is empty in a unit that is no instance, which leaves the template \`${expanded}\`: ${never}; name an instance`,
		};
	const instance = text.replace('@.', '@%i.');
	const isInstance = file?.instance !== undefined;
	const hint = isInstance ? `name an instance, such as \`${instance}\`` : 'name an instance';
	const message = `\`${expanded}\` is a template, and templates do not run: ${never}; ${hint}`;
	return { message, fixes: isInstance ? [replaceFix(span, instance, 'safe', `Change to \`${instance}\``)] : [] };
}

function typeFault(name: string): Fault | undefined {
	const suffix = suffixOf(name) ?? '';
	if (!unsupportedUnitTypes.includes(suffix)) return undefined;
	return { message: `fleet runs no .${suffix} units: ${never}; name a unit of a type that fleet runs` };
}

function nameFault(name: string, { fleetRelease }: LintContext): Fault | undefined {
	const fault = unitNameFault(name.replace(/%[pi]/g, 'x'), fleetRelease);
	return fault === undefined
		? undefined
		: { message: `fleet takes no unit of this name (“${fault}”): ${never}; correct it` };
}

function removal(unit: UnitFile, { option }: FleetSetting): readonly Fix[] {
	const item = unit.items.find(({ span }) => span.start <= option.nameSpan.start && option.nameSpan.start < span.end);
	return item === undefined || option.value.includes('"') ? [] : [removeItemFix(item, 'unsafe', 'Remove the setting')];
}
