// The settings of [X-Fleet] as fleet understands them: each key under its present name, its value cut into items,
// specifiers expanded. What is garbled (a comment or stray quotes in the value) is marked, so that one rule speaks.

import type { FleetRelease, PlacedOption } from '../../fleet/model.ts';
import { expandSpecifiers, splitValues } from '../../fleet/requirements.ts';
import { type Span, textAt } from '../../syntax/span.ts';
import type { UnitFile } from '../../syntax/tree.ts';
import type { LintContext } from '../settings.ts';
import { fleetReading } from './fleet-options.ts';
import { isFleetUnit } from './sections.ts';

/** A key of [X-Fleet] by its present name. */
export type FleetKey = 'Conflicts' | 'Global' | 'MachineID' | 'MachineMetadata' | 'MachineOf' | 'Replaces';

/** One `Key=value` of [X-Fleet]. */
export interface FleetSetting {
	readonly key: FleetKey;
	readonly option: PlacedOption;
	/** What fleet cuts the value into; one item, possibly empty, for most. */
	readonly items: readonly FleetItem[];
	/** Why the value is not what was meant. The rules for the single keys leave such settings alone. */
	readonly garbled?: 'comment' | 'quotes' | 'template-mark';
}

/** An item of a value. */
export interface FleetItem {
	readonly text: string;
	/** Specifiers expanded; in a template `%i` stays, and stands for any instance. Without a name, all stay. */
	readonly expanded: string;
	/** Where it stands, without quotes; the whole value if that cannot be told. */
	readonly span: Span;
}

/** All spellings that fleet takes, with the present name. */
export const fleetKeys: ReadonlyMap<string, FleetKey> = new Map([
	['Conflicts', 'Conflicts'],
	['Global', 'Global'],
	['MachineID', 'MachineID'],
	['MachineMetadata', 'MachineMetadata'],
	['MachineOf', 'MachineOf'],
	['Replaces', 'Replaces'],
	['X-ConditionMachineBootID', 'MachineID'],
	['X-ConditionMachineID', 'MachineID'],
	['X-ConditionMachineMetadata', 'MachineMetadata'],
	['X-ConditionMachineOf', 'MachineOf'],
	['X-Conflicts', 'Conflicts'],
]);

/** Expands every specifier to itself. */
const namelessUnit = '%p@%i.service';

interface Known {
	readonly name: string;
	readonly release: FleetRelease;
	readonly settings: readonly FleetSetting[];
}

const known = new WeakMap<UnitFile, Known>();

/** The settings of [X-Fleet] in file order; none in a drop-in, which fleet does not read. */
export function fleetSettings(unit: UnitFile, context: LintContext): readonly FleetSetting[] {
	if (!isFleetUnit(unit) || context.file?.dropIn) return none;
	const { fleetRelease: release } = context;
	const name = exampleName(context) ?? namelessUnit;
	const found = known.get(unit);
	if (found?.release === release && found.name === name) return found.settings;
	const settings = fleetReading(unit, release).options.flatMap((option) => toSetting(unit, option, name));
	known.set(unit, { name, release, settings });
	return settings;
}

const none: readonly FleetSetting[] = [];

/** The settings of one key whose values are not garbled. */
export function soundSettings(unit: UnitFile, context: LintContext, key: FleetKey): readonly FleetSetting[] {
	const settings = fleetSettings(unit, context);
	return settings.length === 0
		? none
		: settings.filter((setting) => setting.key === key && setting.garbled === undefined);
}

/** The unit's name, with `%i` for the instance of a template; `undefined` if the file has none. */
export function exampleName({ file }: LintContext): string | undefined {
	if (file === undefined || file.dropIn) return undefined;
	return file.instance === '' ? file.unit.replace('@', '@%i') : file.unit;
}

/** Items as one value that fleet cuts up again. */
export function quoteItems(items: readonly string[]): string {
	return items.map((item) => `"${item}"`).join(' ');
}

function toSetting(unit: UnitFile, option: PlacedOption, name: string): readonly FleetSetting[] {
	const key = option.section === 'X-Fleet' ? fleetKeys.get(option.name) : undefined;
	if (key === undefined) return [];
	const garbled = garbledBy(key, option.value);
	return [{ key, option, items: toItems(unit, option, name), ...(garbled && { garbled }) }];
}

function toItems({ text }: UnitFile, { value, valueSpan }: PlacedOption, name: string): FleetItem[] {
	const source = textAt(text, valueSpan);
	let from = 0;
	return splitValues(value).map((item) => {
		const at = item === '' ? -1 : source.indexOf(item, from);
		if (at !== -1) from = at + item.length;
		const start = valueSpan.start + at;
		const span = at === -1 ? valueSpan : { start, end: start + item.length };
		return { text: item, expanded: expandSpecifiers(item, name), span };
	});
}

function garbledBy(key: FleetKey, value: string): FleetSetting['garbled'] {
	if (/\{\{|\{%|<%|@[A-Z_]+@/.test(value)) return 'template-mark';
	if (commentStart(key, value) !== undefined) return 'comment';
	return hasStrayQuotes(value) ? 'quotes' : undefined;
}

/** Where in a value a comment begins that was meant as one; fleet knows comments on lines of their own only. */
export function commentStart(key: FleetKey, value: string): number | undefined {
	const { index } = /\s[#;]/.exec(value) ?? {};
	if (index === undefined || /^".*"$/s.test(value)) return undefined;
	// `role=web ; zone=a` is a list, if a strange one.
	return key === 'MachineMetadata' && /^\s;\s*[^\s=]+=/.test(value.slice(index)) ? undefined : index;
}

/** Quotes at the edge of a word that fleet does not take away. */
function hasStrayQuotes(value: string): boolean {
	if (/"\t+"|[^\s"]""[^\s"]/.test(value)) return true; // Between quoted items fleet wants spaces.
	return splitValues(value).some((item) => /(?:^|[\s,=])['"]|['"](?:$|[\s,])/.test(item));
}
