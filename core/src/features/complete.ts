// Completion: what may be written at the caret. Finds out what kind of thing stands there and leaves the items to the
// files named complete-*; paths on the disk are the host's business, with what complete-paths.ts tells it.

import type { LintContext } from '../rules/settings.ts';
import { placeAt } from '../syntax/place.ts';
import { type Span, textAt, touches } from '../syntax/span.ts';
import type { UnitFile } from '../syntax/tree.ts';
import { keyCompletions } from './complete-keys.ts';
import { sectionCompletionsAt, sectionNameCompletions } from './complete-sections.ts';
import { suppressionCompletions } from './complete-suppressions.ts';
import { valueCompletions } from './complete-values.ts';

/** What may be written at a caret: items that all replace the same text. */
export interface Completions {
	/** On one line, touching the caret. */
	readonly replace: Span;
	readonly about: About;
	readonly items: readonly CompletionItem[];
	/** There are more items than are worth showing: once more is typed, others may be among them. */
	readonly isIncomplete?: boolean;
}

/** Something that can be written at the caret. The same object as long as it is offered in the same way. */
export interface CompletionItem {
	readonly label: string;
	readonly kind: ItemKind;
	/** A phrase to stand beside the label. */
	readonly detail: string;
	readonly insertText: string;
	/** What typed text is compared with, where that is not the label. */
	readonly filterText?: string;
	readonly sortText: string;
	/** It is there already and stands at the end of the list. */
	readonly sinks: boolean;
}

/** What an item is, for the icon beside it. */
export type ItemKind =
	| ('section' | 'key' | 'rule')
	| ('value' | 'unit' | 'specifier' | 'variable')
	| ('file' | 'folder');

/** What the items of a list are about, in names: small enough to travel to the editor and back. */
export interface About {
	readonly kind: 'section' | 'key' | 'value' | 'rule';
	/** The section of keys and values. */
	readonly section?: string;
	/** The key of values. */
	readonly key?: string;
}

/** What may be written for the caret at `offset`. */
export function complete(unit: UnitFile, offset: number, context: LintContext): Completions {
	const found = completionsAt(unit, offset, context);
	return found !== undefined && isUsable(unit.text, found.replace, offset) ? found : nothing(offset);
}

function completionsAt(unit: UnitFile, offset: number, context: LintContext): Completions | undefined {
	const place = placeAt(unit, offset);
	switch (place.kind) {
		case 'section-name':
			return sectionNameCompletions(unit, place, context);
		case 'key':
			return place.section === undefined
				? sectionCompletionsAt(unit, place.span, context)
				: keyCompletions(unit, offset, { ...place, section: place.section }, context);
		case 'value':
			return valueCompletions(unit, place, offset, context);
		case 'comment':
			return suppressionCompletions(unit, offset);
	}
}

function nothing(offset: number): Completions {
	return { replace: { start: offset, end: offset }, about: { kind: 'value' }, items: [] };
}

// Editors replace within one line and around the caret only; a key or word broken over lines is left alone.
function isUsable(text: string, replace: Span, offset: number): boolean {
	return touches(replace, offset) && !/[\r\n\0]/.test(textAt(text, replace));
}
