// The settings of a file whose directive is known, for rules about what the target release makes of them.

import type { FoundDirective } from '../../catalogue/lookup.ts';
import type { SectionName } from '../../catalogue/section-name.ts';
import type { Entry, UnitFile } from '../../syntax/tree.ts';
import type { LintContext } from '../settings.ts';
import { classifyKey } from './classify-key.ts';
import { readSections } from './sections.ts';

/** A setting with the directive it sets and the section it stands in. */
export interface KnownSetting {
	readonly entry: Entry;
	readonly directive: FoundDirective;
	readonly section: SectionName;
}

/** All settings whose key its section knows in some release. */
export function knownSettings(unit: UnitFile, context: LintContext): readonly KnownSetting[] {
	return readSections(unit, context).flatMap(({ section, name }) =>
		section.entries.flatMap((entry) => {
			const found = classifyKey(name, entry.key.text, context);
			return found.kind === 'known' ? [{ entry, directive: found.directive, section: name }] : [];
		}),
	);
}
