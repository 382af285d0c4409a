// What is said about an item of completion once a person looks at it. Made from names alone: by then the caret and the
// text may have moved on.

import type { FoundDirective } from '../catalogue/lookup.ts';
import { findDirective } from '../catalogue/lookup.ts';
import { isSectionName, type SectionName } from '../catalogue/section-name.ts';
import type { Texts } from '../catalogue/texts/directive-text.ts';
import { allRules } from '../rules/catalogue.ts';
import type { About } from './complete.ts';
import { describeDirective, describeNote, describeSection, describeWord } from './describe.ts';
import { describeSpecifierLetter } from './hover-specifier.ts';
import { noteOf } from './value-notes.ts';
import { wordsOf } from './words.ts';

/** Markdown about the item of that label in a list; `undefined` where there is nothing to say. */
export function completionDocumentation(
	label: string,
	{ kind, section = '', key = '' }: About,
	release: number,
	texts?: Texts,
): string | undefined {
	if (kind === 'rule') return allRules.find(({ id }) => id === label)?.why;
	const name = kind === 'section' ? label.replace(/^\[|\]$/g, '') : section;
	if (!isSectionName(name)) return undefined;
	if (kind === 'section') return describeSection(name);
	const directive = findDirective(name, kind === 'key' ? label : key);
	if (directive === undefined) return undefined;
	if (kind === 'key') return describeDirective(directive, name, { release, texts });
	return describeValue(label, directive, name, { release, texts });
}

/** A word of a closed set, a specifier, or what the kind says of the value; else the directive itself. */
function describeValue(
	label: string,
	directive: FoundDirective,
	section: SectionName,
	describing: { readonly release: number; readonly texts: Texts | undefined },
): string | undefined {
	const word = wordsOf(directive).find((one) => one.word === label || `${one.word}:` === label);
	if (word !== undefined) return describeWord(word, directive, section, describing);
	const context = { directive, section, release: describing.release, file: undefined };
	if (label.startsWith('%')) return describeSpecifierLetter(label.slice(1), context);
	const note = noteOf(label, 0, context);
	return note === undefined
		? describeDirective(directive, section, describing)
		: describeNote(label, note.text, directive, section);
}
