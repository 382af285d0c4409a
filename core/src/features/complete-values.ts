// Completion of values that are words of a closed set, and the way to those of [X-Fleet]. Everything else that a value
// may be is not known here.

import { oldestRelease } from '../catalogue/directive.ts';
import { findDirective } from '../catalogue/lookup.ts';
import type { LintContext } from '../rules/settings.ts';
import type { Entry, Section, UnitFile } from '../syntax/tree.ts';
import type { CompletionItem } from './complete.ts';
import { fleetValueItems } from './fleet-values.ts';
import { wordAt, wordsIn } from './words.ts';

/** What the value at `offset` may be in the target release; of a list, what it has not got yet. */
export function valueItems(
	unit: UnitFile,
	{ section, entry }: { readonly section: Section | undefined; readonly entry: Entry },
	offset: number,
	context: LintContext,
): readonly CompletionItem[] {
	return section?.name === 'X-Fleet'
		? fleetValueItems(unit, entry, offset, context)
		: wordItems(section, entry, offset, context);
}

function wordItems(
	section: Section | undefined,
	{ key, value }: Entry,
	offset: number,
	{ release }: LintContext,
): readonly CompletionItem[] {
	const directive = section && findDirective(section.name, key.text);
	if (directive === undefined || section === undefined) return [];
	const current = wordAt(value, offset, directive.list);
	const present = directive.list === undefined ? [] : value.text.split(/\s+/);
	return wordsIn(directive, release)
		.filter(({ word }) => word === current.text || !present.includes(word))
		.map(({ word, since }, index) => ({
			label: word,
			kind: 'value',
			detail: [word === directive.default ? 'default' : '', since > oldestRelease ? `since ${since}` : '']
				.filter((fact) => fact !== '')
				.join(' · '),
			insertText: takesPath.has(word) && directive.value.startsWith('stdio-') ? `${word}:` : word,
			replace: current.span,
			sortText: String(index).padStart(3, '0'),
			sinks: false,
			about: { section: section.name, key: directive.key, word },
		}));
}

// In `StandardOutput=` and its like these words are followed by a colon and a path.
const takesPath: ReadonlySet<string> = new Set(['file', 'append', 'truncate']);
