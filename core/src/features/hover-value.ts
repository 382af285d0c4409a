// Hover over a value: the prefix, specifier or word of a closed set that is under the mouse, and otherwise what the value
// or a part of it amounts to. Values of [X-Fleet] are fleet's: fleet-hover.ts.

import type { FoundDirective } from '../catalogue/lookup.ts';
import type { SectionName } from '../catalogue/section-name.ts';
import { joinedIndex, sourceSpan } from '../syntax/joined.ts';
import type { Entry } from '../syntax/tree.ts';
import type { ValueContext } from '../values/value-kind.ts';
import { describeBoolean, describeWord } from './describe.ts';
import type { Hover, HoverContext } from './hover.ts';
import { hoverPrefix } from './hover-prefix.ts';
import { hoverSpecifier } from './hover-specifier.ts';
import { escapeLines } from './markdown.ts';
import { noteOf } from './value-notes.ts';
import { booleanMeaning, wordAt, wordsOf } from './words.ts';

/** What there is to say about the value of a directive at `offset`. */
export function hoverDirectiveValue(
	directive: FoundDirective,
	section: SectionName,
	entry: Entry,
	offset: number,
	context: HoverContext,
): Hover | undefined {
	const { release, file, now } = context;
	const moment = now !== undefined && directive.value === 'calendar' ? { now: now() } : {};
	const ofValue: ValueContext = { directive, section, release, file, ...moment };
	return (
		(directive.value === 'command-line' ? hoverPrefix(directive, entry, offset, release) : undefined) ??
		hoverSpecifier(ofValue, entry, offset) ??
		hoverWord(directive, section, entry, offset, context) ??
		hoverNote(ofValue, entry, offset)
	);
}

function hoverWord(
	directive: FoundDirective,
	section: SectionName,
	{ value }: Entry,
	offset: number,
	context: HoverContext,
): Hover | undefined {
	// A path may follow the word.
	const list = directive.value.startsWith('stdio-') ? 'colons' : directive.list;
	const { text, span } = wordAt(value, offset, list);
	const markdown = wordMarkdown(text, directive, section, context);
	return markdown === undefined ? undefined : { span, markdown };
}

function wordMarkdown(text: string, directive: FoundDirective, section: SectionName, context: HoverContext) {
	const word = wordsOf(directive).find((known) => known.word === text);
	const meaning = booleanMeaning(directive, text);
	if (meaning !== undefined && (word === undefined || directive.value === 'boolean')) {
		return describeBoolean(meaning, directive, section, context);
	}
	return word && describeWord(word, directive, section, context);
}

/** What there is to say of the value or its part, line by line. */
function hoverNote(context: ValueContext, { value }: Entry, offset: number): Hover | undefined {
	const note = noteOf(value.text, joinedIndex(value, offset), context);
	if (note === undefined) return undefined;
	return { span: sourceSpan(value, note.span.start, note.span.end), markdown: escapeLines(note.text) };
}
