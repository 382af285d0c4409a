// The settings of a file with what their keys are, found once for all rules that ask.

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

interface Known {
	readonly kind: string | undefined;
	readonly release: number;
	readonly settings: readonly Setting[];
}

const known = new WeakMap<UnitFile, Known>();

/** All settings of the sections that are read, in file order. Lines that a value above has lost are none. */
export function settingsOf(unit: UnitFile, context: LintContext): readonly Setting[] {
	const { release, file } = context;
	const found = known.get(unit);
	if (found !== undefined && found.release === release && found.kind === file?.kind) return found.settings;
	const settings = findSettings(unit, context);
	known.set(unit, { kind: file?.kind, release, settings });
	return settings;
}

/** Those settings whose key is of one class. */
export function settingsWith<K extends KeyClass['kind']>(
	unit: UnitFile,
	context: LintContext,
	kind: K,
): readonly (Setting & { readonly key: Extract<KeyClass, { kind: K }> })[] {
	type Wanted = Setting & { readonly key: Extract<KeyClass, { kind: K }> };
	return settingsOf(unit, context).filter((setting): setting is Wanted => setting.key.kind === kind);
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
