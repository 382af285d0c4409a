// The globs of Conflicts= and Replaces=, one by one.

import { isFleetAtLeast } from '../../fleet/model.ts';
import type { UnitFile } from '../../syntax/tree.ts';
import type { LintContext } from '../settings.ts';
import { type FleetItem, type FleetSetting, fleetSettings } from './fleet-settings.ts';

/** A glob with the setting that it stands in. */
export interface FleetGlob {
	readonly item: FleetItem;
	readonly setting: FleetSetting;
}

/** All globs of a file whose values are not garbled. fleet parts those of Conflicts= at blanks since release 1.0. */
export function globsOf(unit: UnitFile, context: LintContext): readonly FleetGlob[] {
	const settings = fleetSettings(unit, context).filter(
		({ key, garbled }) => (key === 'Conflicts' || key === 'Replaces') && garbled === undefined,
	);
	const parts = isFleetAtLeast(context.fleetRelease, '1.0');
	return settings.flatMap((setting) =>
		setting.items
			.flatMap((item) => (setting.key === 'Conflicts' && parts ? wordsOf(item) : [item]))
			.map((item) => ({ item, setting })),
	);
}

/** The words of an item. The backslash at the end of a continued line is a word of its own and matches nothing. */
function wordsOf(item: FleetItem): readonly FleetItem[] {
	const { text, span } = item;
	if (!/\s/.test(text) || span.end - span.start !== text.length) return [item];
	const expanded = item.expanded.split(/\s+/);
	return [...text.matchAll(/\S+/g)].flatMap(({ 0: word, index }, nth) => {
		const start = span.start + index;
		const found = { text: word, expanded: expanded[nth] ?? word, span: { start, end: start + word.length } };
		return word === '\\' ? [] : [found];
	});
}
