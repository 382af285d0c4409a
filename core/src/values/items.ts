// Completion items of values, for the two forms that nearly all values have: one piece, and a list of words.

import { oldestRelease } from '../catalogue/directive.ts';
import type { ValueContext, ValueItem } from './value-kind.ts';

/** An item before it is known what it replaces. */
export type ItemDraft = Omit<ValueItem, 'replace'>;

/** Items that stand for the whole value. */
export function wholeItems(
	value: string,
	_offset: number,
	context: ValueContext,
	drafts: readonly ItemDraft[],
): readonly ValueItem[] {
	return place(drafts, { start: 0, end: value.length }, context);
}

/** Items for the word at the offset of a list; words that the list has already are left out. */
export function wordItems(
	value: string,
	offset: number,
	context: ValueContext,
	drafts: readonly ItemDraft[],
	separator: RegExp = /[\s"']/,
): readonly ValueItem[] {
	const replace = wordSpanAt(value, offset, separator);
	const current = value.slice(replace.start, replace.end);
	const present = new Set(value.split(separator).filter((word) => word !== current));
	return place(
		drafts.filter(({ label }) => !present.has(label)),
		replace,
		context,
	);
}

/** The word that an offset touches, from the separator before it to the one after. */
export function wordSpanAt(
	value: string,
	offset: number,
	separator: RegExp = /[\s"']/,
): { start: number; end: number } {
	let start = offset;
	let end = offset;
	while (start > 0 && !separator.test(value.charAt(start - 1))) start--;
	while (end < value.length && !separator.test(value.charAt(end))) end++;
	return { start, end };
}

function place(
	drafts: readonly ItemDraft[],
	replace: ValueItem['replace'],
	{ release }: ValueContext,
): readonly ValueItem[] {
	const known = drafts.filter(({ since = oldestRelease }) => since <= release);
	return known.map((draft) => ({ ...draft, replace }));
}
