// Section names that are right but for upper and lower case, or blanks inside the brackets.

import { isSectionName, type SectionName, sectionNames } from '../../catalogue/section-name.ts';

/** The known section that a wrongly written name stands for; `undefined` if it is right, or no such name. */
export function rightCase(name: string): SectionName | undefined {
	if (isSectionName(name)) return undefined;
	const bare = name.trim().toLowerCase();
	return sectionNames.find((known) => known.toLowerCase() === bare);
}
