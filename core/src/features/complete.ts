// Completion: what may be written at the caret. Finds out what kind of thing stands there and leaves the items to
// complete-keys.ts and complete-values.ts; documentation is made only for the item that a person looks at.

import { findDirective } from '../catalogue/lookup.ts';
import { isSectionName } from '../catalogue/section-name.ts';
import type { Texts } from '../catalogue/texts/directive-text.ts';
import { allRules } from '../rules/catalogue.ts';
import type { LintContext } from '../rules/settings.ts';
import { placeAt } from '../syntax/place.ts';
import { type Span, textAt, touches } from '../syntax/span.ts';
import type { CommentLine, UnitFile } from '../syntax/tree.ts';
import { keyItems, sectionItemsAt, sectionNameItems } from './complete-keys.ts';
import { valueItems } from './complete-values.ts';
import { describeDirective, describeSection, describeWord } from './describe.ts';
import { wordsOf } from './words.ts';

/** Something that can be written at the caret. */
export interface CompletionItem {
	readonly label: string;
	readonly kind: 'section' | 'key' | 'value' | 'rule';
	/** A phrase to stand beside the label. */
	readonly detail: string;
	readonly insertText: string;
	/** What the text replaces: on one line, touching the caret. */
	readonly replace: Span;
	/** What typed text is compared with, where that is not the label. */
	readonly filterText?: string;
	readonly sortText: string;
	/** It is there already and stands at the end of the list. */
	readonly sinks: boolean;
	/** What `completionDocumentation` wants to know. */
	readonly about: About;
}

/** What an item is about, in names: small enough to travel to the editor and back. */
export interface About {
	readonly section?: string;
	readonly key?: string;
	/** A word of the key's closed set. */
	readonly word?: string;
	readonly rule?: string;
}

/** All items for the caret at `offset`. */
export function complete(unit: UnitFile, offset: number, context: LintContext): readonly CompletionItem[] {
	return itemsAt(unit, offset, context).filter(({ replace }) => isUsable(unit.text, replace, offset));
}

/** Markdown about an item; `undefined` where there is nothing to say. */
export function completionDocumentation(
	{ section, key, word, rule }: About,
	release: number,
	texts?: Texts,
): string | undefined {
	if (rule !== undefined) return allRules.find(({ id }) => id === rule)?.why;
	if (section === undefined || !isSectionName(section)) return undefined;
	if (key === undefined) return describeSection(section);
	const directive = findDirective(section, key);
	if (directive === undefined) return undefined;
	const known = wordsOf(directive).find((one) => one.word === word);
	return known === undefined
		? describeDirective(directive, section, { release, texts })
		: describeWord(known, directive, section, { release, texts });
}

function itemsAt(unit: UnitFile, offset: number, context: LintContext): readonly CompletionItem[] {
	const place = placeAt(unit, offset);
	switch (place.kind) {
		case 'section-name':
			return sectionNameItems(unit, place, context);
		case 'key':
			return place.section === undefined
				? sectionItemsAt(unit, place.span, context)
				: keyItems(unit, offset, { ...place, section: place.section }, context);
		case 'value':
			return valueItems(unit, place, offset, context);
		case 'comment':
			return suppressionItems(unit, offset);
	}
}

const suppressionStart = /^[#;]\s*fleet-units:\s*allow\s+(?:[a-z0-9-]+\s*,\s*)*([a-z0-9-]*)$/;

function suppressionItems(unit: UnitFile, offset: number): readonly CompletionItem[] {
	const comment = unit.items.find((item) => item.kind === 'comment' && touches(lineOf(item), offset));
	if (comment?.kind !== 'comment') return [];
	const typed = suppressionStart.exec(textAt(unit.text, { start: comment.content.start, end: offset }))?.[1];
	if (typed === undefined) return [];
	const rest = /^[a-z0-9-]*/.exec(unit.text.slice(offset))?.[0] ?? '';
	const replace = { start: offset - typed.length, end: offset + rest.length };
	return allRules.map(({ id, summary }) => ({
		label: id,
		kind: 'rule',
		detail: summary,
		insertText: id,
		replace,
		sortText: id,
		sinks: false,
		about: { rule: id },
	}));
}

/** The line of a comment with the blanks at its end, where the next word is typed. */
function lineOf({ content, lines }: CommentLine): Span {
	return { start: content.start, end: lines[0]?.contentEnd ?? content.end };
}

// Editors replace within one line and around the caret only; a key or word broken over lines is left alone.
function isUsable(text: string, replace: Span, offset: number): boolean {
	return touches(replace, offset) && !/[\r\n\0]/.test(textAt(text, replace));
}
