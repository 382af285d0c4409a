// The page of the manual about a piece of a unit file.

import { findDirective } from '../catalogue/lookup.ts';
import { isSectionName } from '../catalogue/section-name.ts';
import { sectionTables } from '../catalogue/unit-kinds.ts';
import { placeAt } from '../syntax/place.ts';
import type { UnitFile } from '../syntax/tree.ts';

/** The page about the section or directive at an offset, such as `systemd.service(5)`. */
export function manualPageAt(unit: UnitFile, offset: number): string | undefined {
	const place = placeAt(unit, offset);
	if (place.kind === 'section-name') return pageOfSection(place.header.name.text);
	if (place.kind === 'comment' || place.section === undefined || place.entry === undefined) return undefined;
	const page = findDirective(place.section.name, place.entry.key.text)?.table.man;
	return page !== undefined && isManualPage(page) ? page : pageOfSection(place.section.name);
}

/** Whether a text names a page, and not where else something is described. */
export function isManualPage(text: string): boolean {
	return /^[a-z0-9.-]+\(\d\)$/.test(text);
}

function pageOfSection(name: string): string | undefined {
	const page = isSectionName(name) ? sectionTables[name][0]?.man : undefined;
	return page !== undefined && isManualPage(page) ? page : undefined;
}
