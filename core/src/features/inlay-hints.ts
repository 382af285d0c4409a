// Inlay hints: what a reader would have to look up or reckon, beside the text that means it. Two amounts: what names
// become (specifiers), and beyond that what values amount to.

import { findDirective } from '../catalogue/lookup.ts';
import { isSectionName, type SectionName } from '../catalogue/section-name.ts';
import { specifiers } from '../catalogue/specifiers.ts';
import { sourceSpan } from '../syntax/joined.ts';
import { overlaps, type Span } from '../syntax/span.ts';
import type { Entry, UnitFile } from '../syntax/tree.ts';
import type { ValueContext } from '../values/value-kind.ts';
import type { HoverContext } from './hover.ts';
import { shorten } from './markdown.ts';
import { specifierValue } from './specifier-value.ts';
import { amountOf } from './value-amount.ts';

/** A word or two to show behind a piece of text. */
export interface InlayHint {
	/** Right behind the text that it is about. */
	readonly offset: number;
	readonly label: string;
	/** A specifier is shown with what it becomes; `amount` stands apart from the value that it is about. */
	readonly kind: 'specifier' | 'amount';
}

/** `names`: what specifiers become. `all`: also the next time of a calendar, units of bare numbers, bits of modes. */
export type InlayHintAmount = 'names' | 'all';

/** The hints for the entries that meet a span, in file order. */
export function inlayHints(
	{ sections }: UnitFile,
	within: Span,
	amount: InlayHintAmount,
	context: HoverContext,
): readonly InlayHint[] {
	return sections
		.filter(({ span }) => overlaps(span, within))
		.flatMap(({ name, entries }) =>
			isSectionName(name)
				? entries.filter(({ span }) => overlaps(span, within)).flatMap((entry) => hintsOf(entry, name, amount, context))
				: [],
		);
}

function hintsOf(
	entry: Entry,
	section: SectionName,
	amount: InlayHintAmount,
	{ release, file, now }: HoverContext,
): readonly InlayHint[] {
	const directive = findDirective(section, entry.key.text);
	if (directive === undefined || entry.value.text === '') return [];
	const moment = now !== undefined && amount === 'all' && directive.value === 'calendar' ? { now: now() } : {};
	const context: ValueContext = { directive, section, release, file, ...moment };
	const label = amount === 'all' ? amountOf(entry.value.text, context) : undefined;
	const names = specifierHints(entry, context);
	return label === undefined ? names : [...names, { offset: entry.value.span.end, label, kind: 'amount' }];
}

function specifierHints({ value }: Entry, context: ValueContext): readonly InlayHint[] {
	const hints: InlayHint[] = [];
	for (let at = value.text.indexOf('%'); at !== -1; at = value.text.indexOf('%', at + 2)) {
		const text = becomes(value.text.charAt(at + 1), context);
		if (text !== undefined)
			hints.push({ offset: sourceSpan(value, at, at + 2).end, label: shorten(text, 60), kind: 'specifier' });
	}
	return hints;
}

/** What a letter becomes; nothing for a template, of which every instance has another. */
function becomes(letter: string, context: ValueContext): string | undefined {
	const { directive, section, release } = context;
	const since = directive.specifiers && specifiers[letter]?.[directive.specifiers];
	// fleet reads these, and only these (unitPrintf() of fleet).
	const isRead = section === 'X-Fleet' ? /[Nnpi]/.test(letter) : since !== undefined && since <= release;
	const value = isRead ? specifierValue(letter, context) : undefined;
	return value === undefined || value.instance !== undefined || value.text === '' ? undefined : value.text;
}
