// The items of a value in [X-Fleet], with where they stand, and what is to be replaced when one of them is completed.
// What an item means is not known here.

import { findDirective } from '../catalogue/lookup.ts';
import { type FleetRelease, isFleetAtLeast } from '../fleet/model.ts';
import { joinedIndex, sourceSpan } from '../syntax/joined.ts';
import { type Span, touches } from '../syntax/span.ts';
import type { Joined } from '../syntax/tree.ts';

/** An item, quotes taken away. `start` and `end` are indexes into the value, quotes included. */
export interface FleetItem {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

/** The key of fleet v1.0.0 for a key in any spelling that fleet reads; `undefined` for others. */
export function currentKey(key: string): string | undefined {
	const directive = findDirective('X-Fleet', key);
	return directive && (directive.aliasOf ?? directive.key);
}

/** Whether fleet parts the value of a key at blanks, too. */
export function isSplitAtBlanks(key: string, release: FleetRelease): boolean {
	return key === 'Conflicts' && isFleetAtLeast(release, '1.0');
}

/** The items as fleet reads them: a value is one, unless it begins and ends with a quote. */
function fleetItems(text: string, atBlanks: boolean): readonly FleetItem[] {
	const isQuoted = text.startsWith('"') && text.endsWith('"');
	const items = isQuoted ? quotedItems(text) : [{ text, start: 0, end: text.length }];
	return atBlanks ? items.flatMap(({ start, end }) => words(text, start, end)) : items;
}

/** The item at an offset of a value, and where it stands in the file. */
export function fleetItemAt(
	value: Joined,
	offset: number,
	atBlanks: boolean,
): { text: string; span: Span } | undefined {
	const index = joinedIndex(value, offset);
	const item = fleetItems(value.text, atBlanks).find((candidate) => touches(candidate, index));
	return item && { text: item.text, span: sourceSpan(value, item.start, item.end) };
}

/** How an item that a person chooses comes into a value that holds several. */
export interface ItemPlace {
	readonly replace: Span;
	/** The item under the caret as it is. */
	readonly current: string;
	/** The other items of the value. */
	readonly others: readonly string[];
	/** The item is written in quotes. */
	readonly quoted: boolean;
	/** What is written for the item. */
	readonly write: (item: string) => string;
	/** What the text before the caret is compared with. */
	readonly filter: (item: string) => string;
}

/** The place of the item that is being written at an offset. */
export function itemPlace(value: Joined, offset: number, atBlanks: boolean): ItemPlace {
	const found = surroundings(value, offset);
	const { item, before, after } = found;
	const others = [...before, ...after].map(({ text }) => text);
	const replace = item ? sourceSpan(value, item.start, item.end) : { start: offset, end: offset };
	const one = { replace, current: item?.text ?? '', others };
	if (value.text.startsWith('"')) {
		// The editor compares the quote that is replaced, too.
		const mark = item && value.text.charAt(item.start) === '"' ? '"' : '';
		return { ...one, quoted: true, write: quote, filter: (chosen) => mark + chosen };
	}
	if (atBlanks || others.length === 0) return { ...one, quoted: false, write: same, filter: same };
	return { ...one, quoted: true, ...wholeInQuotes(value, offset, found) };
}

interface Surroundings {
	readonly item: FleetItem | undefined;
	readonly before: readonly FleetItem[];
	readonly after: readonly FleetItem[];
}

/** The item at an offset and those around it, as a person sees them while the last quote is still missing. */
function surroundings(value: Joined, offset: number): Surroundings {
	const { text } = value;
	const items = text.startsWith('"') ? quotedItems(text) : words(text, 0, text.length);
	const index = joinedIndex(value, offset);
	const item = offset <= value.span.end ? items.find((candidate) => touches(candidate, index)) : undefined;
	const others = items.filter((other) => other !== item);
	return { item, before: others.filter(({ end }) => end <= index), after: others.filter(({ end }) => end > index) };
}

/** fleet reads several bare items as one, so that a second item puts the whole value in quotes. */
function wholeInQuotes(value: Joined, offset: number, { item, before, after }: Surroundings) {
	const { start, end } = value.span;
	const index = item?.start ?? joinedIndex(value, offset);
	const typed = value.text.slice(0, index) + ' '.repeat(Math.max(0, offset - end));
	const all = (chosen: string) => [...before.map(({ text }) => text), chosen, ...after.map(({ text }) => text)];
	return {
		replace: { start, end: Math.max(end, offset) },
		write: (chosen: string) => all(chosen).map(quote).join(' '),
		filter: (chosen: string) => typed + chosen,
	};
}

/** Reads quotes and spaces as fleet does: nothing else parts items, and there are no escapes. */
function quotedItems(text: string): readonly FleetItem[] {
	const items: FleetItem[] = [];
	let [start, item, isOpen] = [0, '', false];
	for (let at = 0; at <= text.length; at++) {
		const char = text.charAt(at);
		if (char === '"') isOpen = !isOpen;
		else if (char === '' || (char === ' ' && !isOpen)) {
			items.push({ text: item, start, end: at });
			[start, item] = [at + 1, ''];
		} else item += char;
	}
	return items;
}

function words(text: string, start: number, end: number): readonly FleetItem[] {
	return [...text.slice(start, end).matchAll(/[^\s"]+/g)].map((match) => {
		const at = start + match.index;
		return { text: match[0], start: at, end: at + match[0].length };
	});
}

function quote(item: string): string {
	return `"${item}"`;
}

function same(item: string): string {
	return item;
}
