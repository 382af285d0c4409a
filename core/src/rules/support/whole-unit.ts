// The settings that systemd puts together for a unit: those of its file and of its drop-ins, as far as the workspace
// has them. For rules that ask what a unit must have, or must not have twice.

import type { UnitFile } from '../../syntax/tree.ts';
import { partsOf } from '../../workspace/drop-ins.ts';
import type { LintContext } from '../settings.ts';
import { conflictMarkers } from './conflict-markers.ts';
import { type Setting, settingsOf } from './settings-of.ts';
import { hasTemplateBlock } from './template-text.ts';
import { placeOf } from './workspace-file.ts';

/** The settings of a file of the unit; `here` tells whether it is the one that is linted. */
export interface UnitPart {
	readonly settings: readonly Setting[];
	readonly here: boolean;
}

/** A setting of the unit, and whether it stands in the file that is linted. */
export interface UnitSetting extends Setting {
	readonly here: boolean;
}

/**
 * The files of a unit in the order in which systemd reads them; `undefined` where they cannot all be known: a drop-in
 * without its unit file, a template engine’s input, an unfinished merge.
 */
export function wholeUnit(unit: UnitFile, context: LintContext): readonly UnitPart[] | undefined {
	const { file } = context;
	if (file === undefined || file.generated || hasTemplateBlock(unit.text)) return undefined;
	if (conflictMarkers(unit.text).length > 0) return undefined;
	const own = { settings: settingsOf(unit, context), here: true };
	const place = placeOf(context);
	const parts = place === undefined ? [] : partsOf(place.view, place.file);
	if (parts.length === 0) return file.dropIn ? undefined : [own];
	return parts.map((part) => (part === place?.file ? own : { settings: settingsOf(part.unit, context), here: false }));
}

/** The settings of one directive, in order. */
export function settingsFor(parts: readonly UnitPart[], section: string, key: string): readonly UnitSetting[] {
	return parts.flatMap(({ settings, here }) =>
		settings
			.filter((setting) => setting.entry.key.text === key && setting.section === section)
			.map((setting) => ({ ...setting, here })),
	);
}

/** Those that are left where an empty assignment takes back all before it. */
export function keptSettings(settings: readonly UnitSetting[]): readonly UnitSetting[] {
	return settings.slice(settings.findLastIndex(({ entry }) => entry.value.text === '') + 1);
}
