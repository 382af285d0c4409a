// Hover over a specifier, such as the `%i` of `docker run --name web-%i`: what it stands for, and what it becomes in
// this unit as far as the file's name and systemd's own constants tell. Those of [X-Fleet] are fleet's and not known here.

import { specifiers } from '../catalogue/specifiers.ts';
import { joinedIndex, sourceSpan } from '../syntax/joined.ts';
import type { Entry } from '../syntax/tree.ts';
import type { ValueContext } from '../values/value-kind.ts';
import { sinceFact } from './directive-facts.ts';
import type { Hover } from './hover.ts';
import { bullets, inlineCode, paragraphs, sentence } from './markdown.ts';
import { specifierValue } from './specifier-value.ts';

/** What there is to say about the specifier at `offset`, if there is one that the directive reads. */
export function hoverSpecifier(context: ValueContext, { value }: Entry, offset: number): Hover | undefined {
	const { directive } = context;
	if (directive.specifiers === undefined) return undefined;
	const start = specifierAt(value.text, joinedIndex(value, offset));
	if (start === undefined) return undefined;
	const letter = value.text.charAt(start + 1);
	const markdown = describeSpecifierLetter(letter, context);
	return markdown === undefined ? undefined : { span: sourceSpan(value, start, start + 2), markdown };
}

/** Where the pair of `%` and a letter begins that an index lies in; behind the last letter, that pair. */
function specifierAt(text: string, index: number): number | undefined {
	let behind: number | undefined;
	for (let at = text.indexOf('%'); at !== -1 && at <= index; at = text.indexOf('%', at + 2)) {
		if (index < at + 2) return at;
		behind = index === at + 2 ? at : undefined;
	}
	return behind;
}

/** Markdown about the letter after a `%`; what it becomes is told only where the file is known. */
export function describeSpecifierLetter(letter: string, context: ValueContext): string | undefined {
	return letter === '%' ? describePercent() : describeSpecifier(letter, context);
}

function describePercent(): string {
	return paragraphs(['**`%%`** — a percent sign', 'A single `%` would begin a specifier.']);
}

function describeSpecifier(letter: string, context: ValueContext): string | undefined {
	const known = specifiers[letter];
	const since = known?.[context.directive.specifiers ?? 'unit'];
	if (known === undefined || since === undefined) return undefined;
	return paragraphs([
		`**${inlineCode(`%${letter}`)}** — a specifier`,
		sentence(known.meaning.charAt(0).toUpperCase() + known.meaning.slice(1)),
		bullets([context.file && becomes(letter, context), sinceFact(since, context.release)]),
	]);
}

/** What a letter becomes; for a template in an instance of it, and for what depends on the machine a word on that. */
function becomes(letter: string, context: ValueContext): string {
	const value = specifierValue(letter, context);
	if (value === undefined) return 'Known on the machine only';
	const { text, instance, ofManager } = value;
	if (text === '') return 'Becomes nothing: this unit has no instance';
	if (instance !== undefined) return `Becomes ${inlineCode(text)} in ${inlineCode(instance)}`;
	return `Becomes ${inlineCode(text)}${ofManager ? ' in the system manager' : ''}`;
}
