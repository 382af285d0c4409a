// Directives that have a better name, or a successor, in the target release.

import { type FoundDirective, findDirective, worksIn } from '../catalogue/lookup.ts';
import { isSectionName, type SectionName } from '../catalogue/section-name.ts';

/** Whether another key says the same in a release, or does the same better, and works there. */
export function hasSuccessor({ aliasOf, replacedBy }: FoundDirective, section: SectionName, release: number): boolean {
	const name = aliasOf ?? replacedBy;
	if (name === undefined) return false;
	const [, home = section, key = name] = /^(\w+)\.(\w+)$/.exec(name) ?? [];
	const directive = findDirective(home, key);
	return directive !== undefined && isSectionName(home) && worksIn(directive, home, release);
}
