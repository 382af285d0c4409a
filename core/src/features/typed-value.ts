// The value under a caret as a person sees it while typing: with the blanks at its ends as far as the caret stands in
// them, so that `After=a.service ` followed by the caret asks for a second word.

import { findDirective } from '../catalogue/lookup.ts';
import { isSectionName } from '../catalogue/section-name.ts';
import type { LintContext } from '../rules/settings.ts';
import { joinedIndex, joinLines, slice } from '../syntax/joined.ts';
import { isBlank } from '../syntax/lines.ts';
import type { Entry, Joined, Section, UnitFile } from '../syntax/tree.ts';
import type { ValueContext } from '../values/value-kind.ts';

/** A value, and the index of the caret in its text. */
export interface TypedValue {
	readonly value: Joined;
	readonly index: number;
}

/** A value that is being typed, and what its kind judges it by. */
export interface TypedSetting extends TypedValue {
	readonly of: ValueContext;
}

/** The value at an offset of a setting that the catalogue knows. */
export function typedSetting(
	unit: UnitFile,
	{ section, entry }: { readonly section: Section | undefined; readonly entry: Entry },
	offset: number,
	{ release, file }: LintContext,
): TypedSetting | undefined {
	if (section === undefined || !isSectionName(section.name)) return undefined;
	const directive = findDirective(section.name, entry.key.text);
	const typed = directive && typedValue(unit, entry, offset);
	return typed && { ...typed, of: { directive, section: section.name, release, file } };
}

/** The value at an offset; `undefined` behind a backslash that continues the line, where nothing may be written. */
function typedValue({ text }: UnitFile, { lines, equals }: Entry, offset: number): TypedValue | undefined {
	if (lines.some(({ continues, contentEnd }) => continues && contentEnd === offset)) return undefined;
	const whole = joinLines(
		text,
		lines.filter(({ contentEnd }) => contentEnd > equals),
		equals + 1,
	);
	const index = joinedIndex(whole, offset);
	const [inkStart, inkEnd] = inkOf(whole.text);
	const start = Math.min(inkStart, index);
	return { value: slice(whole, start, Math.max(inkEnd, index)), index: index - start };
}

/** From the first to behind the last character that is no blank; of blanks alone, the end. */
function inkOf(text: string): readonly [start: number, end: number] {
	let [start, end] = [0, text.length];
	while (start < end && isBlank(text.charCodeAt(start))) start++;
	while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
	return [start, end];
}
