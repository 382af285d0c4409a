// The names of other units that a unit file writes, with their places, as systemd splits them. [X-Fleet] is left out:
// its names are fleet's, and stand in the requirements.

import type { Directive } from '../catalogue/directive.ts';
import { findDirective } from '../catalogue/lookup.ts';
import type { ValueKind } from '../catalogue/value-kinds.ts';
import { sourceSpan } from '../syntax/joined.ts';
import { splitWords, type Word } from '../syntax/quoting.ts';
import type { Span } from '../syntax/span.ts';
import type { Entry, Section, UnitFile } from '../syntax/tree.ts';

/** One name of a unit in the value of a directive. */
export interface Reference {
	/** The directive by its present name: `BindsTo` where the file writes `BindTo`. */
	readonly directive: string;
	/** As written, specifiers not expanded. */
	readonly name: string;
	readonly span: Span;
	readonly entry: Entry;
}

const known = new WeakMap<UnitFile, readonly Reference[]>();

/** All names of units in a file, in file order. Found once for each tree. */
export function referencesOf(unit: UnitFile): readonly Reference[] {
	const found = known.get(unit);
	if (found !== undefined) return found;
	const references = unit.sections.flatMap((section) => referencesIn(section));
	known.set(unit, references);
	return references;
}

const naming: ReadonlySet<ValueKind> = new Set(['unit-dependency', 'unit-name']);
// The catalogue says no more of these than that they take text.
const namingOnEnable: ReadonlySet<string> = new Set(['RequiredBy', 'UpheldBy', 'WantedBy']);

/** Whether the value of a directive names units. */
export function namesUnits(directive: Directive): boolean {
	return naming.has(directive.value) || namesUnitsOnEnable(directive);
}

/** Whether the value of a directive names the units that `systemctl enable` hooks this one into. */
export function namesUnitsOnEnable({ key }: Directive): boolean {
	return namingOnEnable.has(key);
}

function referencesIn(section: Section): readonly Reference[] {
	if (section.name === 'X-Fleet') return [];
	return section.entries.flatMap((entry) => {
		const directive = findDirective(section.name, entry.key.text);
		if (directive === undefined || !namesUnits(directive)) return [];
		return namesIn(entry, directive.aliasOf ?? directive.key);
	});
}

function namesIn(entry: Entry, directive: string): readonly Reference[] {
	return wordsOf(entry.value.text).map(({ text, span: { start, end } }) => {
		return { directive, name: text, span: sourceSpan(entry.value, start, end), entry };
	});
}

function wordsOf(text: string): readonly Pick<Word, 'text' | 'span'>[] {
	if (/["']/.test(text)) return splitWords(text, { unquote: true, retainEscape: true }).words;
	if (!/[ \t\n\r]/.test(text)) return text === '' ? [] : [{ text, span: { start: 0, end: text.length } }];
	// Hardly any name stands in quotes, and so this is several times as fast.
	return Array.from(text.matchAll(/[^ \t\n\r]+/g), ({ 0: word, index }) => {
		return { text: word, span: { start: index, end: index + word.length } };
	});
}
