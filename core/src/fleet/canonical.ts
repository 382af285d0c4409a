// Options → the text that fleet makes of them: what `fleetctl cat` prints, what lies on the machine that runs the unit,
// and what the hash is taken of. Comments, blank lines and empty sections of the file are not in it.

import type { UnitOption } from './model.ts';

/** The text of a unit as fleet writes it; without options, the empty text. */
export function canonicalText(options: readonly UnitOption[]): string {
	const sections = new Map<string, string>();
	for (const { section, name, value } of options) {
		sections.set(section, `${sections.get(section) ?? `[${section}]\n`}${name}=${value}\n`);
	}
	// Sections stand in the order in which they first appear, and those of one name become one.
	return [...sections.values()].join('\n');
}
