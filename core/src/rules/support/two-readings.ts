// Where fleet and systemd read different settings in one text. Differences that rules of their own explain are left
// out, so that each is told once.

import type { FleetRelease, PlacedOption } from '../../fleet/model.ts';
import { overlaps, type Span } from '../../syntax/span.ts';
import type { Entry, Item, UnitFile } from '../../syntax/tree.ts';
import { conflictMarkers } from './conflict-markers.ts';
import { fleetReading } from './fleet-options.ts';
import { linesWithText } from './sections.ts';

/** A setting that the two do not have in common. */
export type Difference =
	/** systemd reads it, fleet does not. */
	| { readonly kind: 'unseen'; readonly entry: Entry }
	/** fleet reads it, systemd does not. */
	| { readonly kind: 'extra'; readonly option: PlacedOption }
	/** Both read it, with different values or in different sections. */
	| { readonly kind: 'other'; readonly entry: Entry; readonly option: PlacedOption; readonly sections: boolean };

/** All differences, in file order; none if fleet refuses the text as a whole. */
export function differences(unit: UnitFile, release: FleetRelease): readonly Difference[] {
	const { options, error } = fleetReading(unit, release);
	if (error !== undefined || isDamaged(unit)) return [];
	const explained = explainedSpans(unit);
	const byStart = new Map(options.map((option) => [option.nameSpan.start, option]));
	const found: Difference[] = [];
	for (const { name, entries } of unit.sections) {
		for (const entry of entries) {
			const option = byStart.get(entry.key.span.start);
			byStart.delete(entry.key.span.start);
			const difference = compare(name, entry, option);
			if (difference !== undefined) found.push(difference);
		}
	}
	found.push(...[...byStart.values()].map((option) => ({ kind: 'extra' as const, option })));
	return withoutFollowers(found.filter((difference) => !explained.some((span) => overlaps(span, spanOf(difference)))));
}

/** Whether a rule of its own says of a place that fleet refuses it: lines without `=`, broken continuations. */
export function isRefusalTold(unit: UnitFile, place: Span): boolean {
	const wide = { start: place.start, end: Math.max(place.end, place.start + 1) };
	return brokenItems(unit).some(({ span }) => overlaps(span, wide));
}

/** The part of the text that a difference is about. */
export function spanOf(difference: Difference): Span {
	if (difference.kind === 'extra')
		return { start: difference.option.nameSpan.start, end: difference.option.valueSpan.end };
	return { start: difference.entry.key.span.start, end: difference.entry.value.span.end };
}

function compare(section: string, entry: Entry, option: PlacedOption | undefined): Difference | undefined {
	if (option === undefined) return { kind: 'unseen', entry };
	const sections = option.section !== section;
	const same = !sections && option.name === entry.key.text && meaning(option.value) === meaning(entry.value.text);
	return same ? undefined : { kind: 'other', entry, option, sections };
}

/** A value with continuations and blanks made equal: fleet keeps what systemd joins, and the target machine joins it. */
function meaning(value: string): string {
	return value
		.replace(/\\\r?\n/g, ' ')
		.replace(/[ \t\r\n]+/g, ' ')
		.trim()
		.replace(/ \\$/, '');
}

/** A setting that is in the value of another one is told of there, and a lost header once. */
function withoutFollowers(found: readonly Difference[]): readonly Difference[] {
	const values = found.flatMap((each) => (each.kind === 'other' ? [spanOf(each), each.option.valueSpan] : []));
	const unseen = found.flatMap((each) => (each.kind === 'unseen' ? [spanOf(each)] : []));
	const sections = new Set<string>();
	return found.filter((each) => {
		if (each.kind !== 'other') {
			const leaders = each.kind === 'extra' ? [...values, ...unseen] : values;
			return !leaders.some((span) => overlaps(span, spanOf(each)));
		}
		const { section } = each.option;
		const again = each.sections && sections.has(section);
		if (each.sections) sections.add(section);
		return !again;
	});
}

/** Files of which other rules say that no reader can make sense. */
function isDamaged({ text, sections }: UnitFile): boolean {
	const faulty = sections.some(({ header }) => header.fault !== undefined);
	return faulty || /[\0\udc80-\udcff]/.test(text) || conflictMarkers(text).length > 0;
}

const known = new WeakMap<UnitFile, readonly Span[]>();

function explainedSpans(unit: UnitFile): readonly Span[] {
	const found = known.get(unit);
	if (found !== undefined) return found;
	const comments = unit.items.flatMap((item, index) => {
		const next = unit.items[index + 1];
		return item.kind === 'comment' && next !== undefined && swallows(unit, item) ? [swallowed(unit, next)] : [];
	});
	const spans = [...brokenItems(unit).map(({ span }) => span), ...comments];
	known.set(unit, spans);
	return spans;
}

/** Items that make fleet stumble. In sections of other programs, only CRLF has a rule that says so. */
function brokenItems(unit: UnitFile): readonly Item[] {
	const ours = linesWithText(unit).filter((item) => item.kind === 'stray' || item.lines.some(({ comment }) => comment));
	return [...ours, ...unit.items.filter((item) => continuesInCrlf(unit, item))];
}

function continuesInCrlf({ text }: UnitFile, { lines }: Item): boolean {
	return lines.some(({ continues, contentEnd }) => continues && text[contentEnd] === '\r');
}

function swallows({ text }: UnitFile, { lines }: Item): boolean {
	return lines.some(({ start, contentEnd }) => /\\ ?$/.test(text.slice(start, contentEnd)));
}

/** What a comment takes in: the next lines, and with a header all that stands below it. */
function swallowed(unit: UnitFile, next: Item): Span {
	const section = unit.sections.find(({ header }) => header === next);
	return section?.span ?? next.span;
}
