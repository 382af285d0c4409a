// The settings of a file with what their keys are, found once for all rules that ask.

import { worksIn } from '../../catalogue/lookup.ts';
import type { SectionName } from '../../catalogue/section-name.ts';
import type { Entry, UnitFile } from '../../syntax/tree.ts';
import type { LintContext } from '../settings.ts';
import { classifyKey, type KeyClass } from './classify-key.ts';
import { lostLines } from './lost-lines.ts';
import { readSections } from './sections.ts';

/** An entry of a section that is read, with what its key is there. */
export interface Setting {
	readonly entry: Entry;
	readonly section: SectionName;
	readonly key: KeyClass;
}

/** A setting whose key is of one class. */
type SettingWith<K extends KeyClass['kind']> = Setting & { readonly key: Extract<KeyClass, { kind: K }> };

interface Known {
	readonly kind: string | undefined;
	readonly release: number;
	readonly settings: readonly Setting[];
	readonly byClass: ReadonlyMap<KeyClass['kind'], readonly Setting[]>;
	readonly working: readonly SettingWith<'known'>[];
}

const known = new WeakMap<UnitFile, Known>();

/** All settings of the sections that are read, in file order. Lines that a value above has lost are none. */
export function settingsOf(unit: UnitFile, context: LintContext): readonly Setting[] {
	return knownOf(unit, context).settings;
}

/** Those settings whose key is of one class. */
export function settingsWith<K extends KeyClass['kind']>(
	unit: UnitFile,
	context: LintContext,
	kind: K,
): readonly SettingWith<K>[] {
	// They were put together by just that.
	return (knownOf(unit, context).byClass.get(kind) ?? none) as readonly SettingWith<K>[];
}

/** Those that the release acts on. */
export function workingSettings(unit: UnitFile, context: LintContext): readonly SettingWith<'known'>[] {
	return knownOf(unit, context).working;
}

const none: readonly Setting[] = [];

function knownOf(unit: UnitFile, context: LintContext): Known {
	const { release, file } = context;
	const found = known.get(unit);
	if (found !== undefined && found.release === release && found.kind === file?.kind) return found;
	const settings = findSettings(unit, context);
	const working = settings.filter((setting) => works(setting, release));
	const made = { kind: file?.kind, release, settings, byClass: groupByClass(settings), working };
	known.set(unit, made);
	return made;
}

function works(setting: Setting, release: number): setting is SettingWith<'known'> {
	return setting.key.kind === 'known' && worksIn(setting.key.directive, setting.section, release);
}

/** A dozen rules ask for the settings of one class. */
function groupByClass(settings: readonly Setting[]): Known['byClass'] {
	const groups = new Map<KeyClass['kind'], Setting[]>();
	for (const setting of settings) {
		const others = groups.get(setting.key.kind);
		if (others === undefined) groups.set(setting.key.kind, [setting]);
		else others.push(setting);
	}
	return groups;
}

function findSettings(unit: UnitFile, context: LintContext): readonly Setting[] {
	const lost = lostLines(unit);
	const settings: Setting[] = [];
	for (const { section, name } of readSections(unit, context)) {
		for (const entry of section.entries) {
			if (!lost.has(entry)) settings.push({ entry, section: name, key: classifyKey(name, entry.key.text, context) });
		}
	}
	return settings;
}
