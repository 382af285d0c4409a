// Which settings of a unit count: systemd passes over those that it cannot read, of others the last one holds, and an
// empty one takes back what came before.

import { readBoolean } from '../../values/boolean.ts';
import { valueKinds } from '../../values/kinds.ts';
import { hasTemplateMark } from './template-text.ts';
import type { UnitSetting, WholeUnit } from './whole-unit.ts';

const none: readonly UnitSetting[] = [];

/** All settings of a directive in order, also those that systemd cannot read. The section is that of the unit’s kind. */
export function settingsFor(
	{ bySection, section }: WholeUnit,
	key: string,
	of: string = section,
): readonly UnitSetting[] {
	return bySection.get(of)?.get(key) ?? none;
}

/** Those that are left where an empty assignment takes back all before it. */
export function keptSettings(settings: readonly UnitSetting[]): readonly UnitSetting[] {
	return settings.slice(settings.findLastIndex(({ entry }) => entry.value.text === '') + 1);
}

/** The setting that counts of a directive that holds one value; `undefined` if there is none, or it is taken back. */
export function settingOf(whole: WholeUnit, key: string, section?: string): UnitSetting | undefined {
	const last = settingsFor(whole, key, section).findLast((setting) => isRead(setting, whole));
	return last?.entry.value.text === '' ? undefined : last;
}

/** The value of that setting. */
export function settingValue(whole: WholeUnit, key: string, section?: string): string | undefined {
	return settingOf(whole, key, section)?.entry.value.text;
}

/** Whether a directive that is off by default is on. */
export function isOn(whole: WholeUnit, key: string, section?: string): boolean {
	return readBoolean(settingValue(whole, key, section) ?? 'no') ?? false;
}

/** The settings that count of directives whose values add up; they share one list where more than one key is given. */
export function addedSettings(whole: WholeUnit, keys: ReadonlySet<string>, section?: string): readonly UnitSetting[] {
	const [only] = keys;
	const settings =
		keys.size === 1 && only !== undefined
			? settingsFor(whole, only, section)
			: whole.all.filter(({ directive, section: of }) => keys.has(directive.key) && of === (section ?? whole.section));
	return keptSettings(settings).filter((setting) => isRead(setting, whole));
}

/** Whether systemd can read a setting. What a template engine will fill in is taken for readable. */
export function isRead(setting: UnitSetting, whole: WholeUnit): boolean {
	const known = read.get(setting);
	if (known !== undefined) return known;
	const found = hasTemplateMark(setting.entry.value.text) || !isSkipped(setting, whole);
	read.set(setting, found);
	return found;
}

// Half the rules ask for the type of a service.
const read = new WeakMap<UnitSetting, boolean>();

function isSkipped({ entry, directive, section }: UnitSetting, { release, file }: WholeUnit): boolean {
	const faults = valueKinds[directive.value].check(entry.value.text, { directive, section, release, file });
	return faults.some(({ effect }) => effect === 'skips-setting');
}

/**
 * Where a problem of several settings is told: at the first of them; where they stand in several files, at the one that
 * is read last and so brought the problem about. `undefined` if that is in another file than the linted one.
 */
export function whereToTell(whole: WholeUnit, settings: readonly (UnitSetting | undefined)[]): UnitSetting | undefined {
	const involved = settings.filter((setting) => setting !== undefined);
	if (involved.every(({ here }) => here)) return involved[0];
	const last = Math.max(...involved.map((setting) => whole.all.indexOf(setting)));
	return whole.all[last]?.here ? whole.all[last] : undefined;
}
