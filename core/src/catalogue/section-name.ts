// The names of the sections that unit files may have.

/** Sections that systemd reads in unit files, and fleet's. `BusName` died with systemd 235. */
export const sectionNames = [
	'Unit',
	'Service',
	'Socket',
	'Device',
	'Mount',
	'Automount',
	'Swap',
	'Target',
	'Path',
	'Timer',
	'Slice',
	'Scope',
	'BusName',
	'Install',
	'X-Fleet',
] as const;

/** A section that the catalogue knows. */
export type SectionName = (typeof sectionNames)[number];

/** Whether a name is a section that the catalogue knows, spelt exactly. */
export function isSectionName(name: string): name is SectionName {
	return (sectionNames as readonly string[]).includes(name);
}
