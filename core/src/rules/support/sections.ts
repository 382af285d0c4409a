// Which sections of a file its readers read: systemd those of the unit's kind, fleet [X-Fleet].

import { sectionsOf } from '../../catalogue/lookup.ts';
import { isSectionName, type SectionName } from '../../catalogue/section-name.ts';
import type { Entry, Section, StrayLine, UnitFile } from '../../syntax/tree.ts';
import type { LintContext } from '../settings.ts';

/** A section that some reader reads, with its name as the catalogue knows it. */
export interface ReadSection {
	readonly section: Section;
	readonly name: SectionName;
}

/** The sections that systemd or fleet reads in a file of this name. The others have rules of their own. */
export function readSections(unit: UnitFile, { file }: LintContext): readonly ReadSection[] {
	const allowed = sectionsOf(file?.kind);
	return unit.sections.flatMap((section) => {
		const { name } = section;
		return isSectionName(name) && allowed.includes(name) ? [{ section, name }] : [];
	});
}

const withText = new WeakMap<UnitFile, readonly (Entry | StrayLine)[]>();

/** All entries and stray lines of the file's sections, but for those of other programs. Found once for each tree. */
export function linesWithText(unit: UnitFile): readonly (Entry | StrayLine)[] {
	const known = withText.get(unit);
	if (known !== undefined) return known;
	const sections = unit.sections.filter((section) => !isForeignSection(section));
	const found = sections.flatMap(({ items }) => items.filter((item) => item.kind === 'entry' || item.kind === 'stray'));
	withText.set(unit, found);
	return found;
}

/** Whether the file is meant for fleet: it has an [X-Fleet] section. */
export function isFleetUnit(unit: UnitFile): boolean {
	const known = forFleet.get(unit);
	if (known !== undefined) return known;
	const found = unit.sections.some(({ name }) => name === 'X-Fleet');
	forFleet.set(unit, found);
	return found;
}

// A quarter of the rules asks.
const forFleet = new WeakMap<UnitFile, boolean>();

/** Whether a section is for programs other than systemd and fleet, and none of our business. */
export function isForeignSection({ name }: Section): boolean {
	return name.startsWith('X-') && name !== 'X-Fleet';
}
