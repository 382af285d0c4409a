// Lines that were meant to belong to the value above them but do not, because the continuation between broke. The
// commonest real mistake in fleet units; several rules share this one judgement.

import { directivesOf } from '../../catalogue/lookup.ts';
import { sectionNames } from '../../catalogue/section-name.ts';
import { isBlank, type Line } from '../../syntax/lines.ts';
import type { Entry, Item, Section, StrayLine, UnitFile } from '../../syntax/tree.ts';
import { conflictMarkers } from './conflict-markers.ts';
import { isForeignSection } from './sections.ts';

/** Why the value ended before the lost line. */
export type Break = 'no-backslash' | 'blank-after-backslash' | 'blank-line';

/** A lost line with the one above it that should have led to it. */
export interface LostLine {
	readonly item: Entry | StrayLine;
	readonly above: Line;
	readonly break: Break;
	/** The line looks so much like the rest of the value that it can hardly be anything else. */
	readonly certain: boolean;
}

const known = new WeakMap<UnitFile, ReadonlyMap<Item, LostLine>>();

/** The lost lines of a file by their item. Sections of other programs are not looked at. */
export function lostLines(unit: UnitFile): ReadonlyMap<Item, LostLine> {
	const found = known.get(unit);
	if (found !== undefined) return found;
	const made = unit.items.every(isOrdinary) ? none : findLostLines(unit);
	known.set(unit, made);
	return made;
}

const none: ReadonlyMap<Item, LostLine> = new Map();

/** Nearly every entry has a key that somebody knows, and then it is no lost line. */
function isOrdinary(item: Item): boolean {
	return item.kind === 'entry' ? allKeys().has(item.key.text) : item.kind !== 'stray';
}

function findLostLines(unit: UnitFile): ReadonlyMap<Item, LostLine> {
	const made = new Map<Item, LostLine>();
	// In a file with both sides of a merge, what belongs to what is for a person to say.
	const sections = conflictMarkers(unit.text).length > 0 ? [] : unit.sections;
	for (const section of sections) if (!isForeignSection(section)) collect(unit, section, made);
	return made;
}

function collect(unit: UnitFile, section: Section, lost: Map<Item, LostLine>): void {
	let above: Entry | StrayLine | undefined;
	for (const item of section.items) {
		if (item.kind !== 'entry' && item.kind !== 'stray') {
			if (item.kind === 'blank') above = undefined;
			continue;
		}
		const found = above && lostLine(unit, item, above, lost.has(above));
		if (found) lost.set(item, found);
		above = item.kind === 'entry' || found ? item : undefined;
	}
}

function lostLine(
	unit: UnitFile,
	item: Entry | StrayLine,
	above: Entry | StrayLine,
	inBlock: boolean,
): LostLine | undefined {
	if (isOrdinary(item)) return undefined;
	const block = inBlock || above.lines.length > 1 || breakAfter(unit, above).kind !== 'no-backslash';
	const certainty =
		item.kind === 'stray' ? strayCertainty(unit, item, block) : entryCertainty(unit, item, above, block);
	if (certainty === undefined) return undefined;
	const { kind, line } = breakAfter(unit, above);
	return { item, above: line, break: kind, certain: certainty === 'certain' };
}

type Certainty = 'certain' | 'likely' | undefined;

function strayCertainty(unit: UnitFile, item: StrayLine, block: boolean): Certainty {
	if (item.fault === 'no-key' || startsWithKey(item) || isBeingTyped(unit, item)) return undefined;
	return block || isIndented(unit, item) || /^[-'"/$]/.test(item.content.text) ? 'certain' : 'likely';
}

/** `Restart always`: the line lacks an `=`, not the one above a backslash. */
export function startsWithKey({ content }: StrayLine): boolean {
	const [, word = ''] = /^([A-Za-z]+)\s+\S/.exec(content.text) ?? [];
	return allKeys().has(word);
}

/** The beginning of a key at the left margin: somebody is typing it. */
function isBeingTyped(unit: UnitFile, { content, lines }: StrayLine): boolean {
	const word = content.text.toLowerCase();
	if (!/^[a-z]+$/.test(word) || isIndentedLine(unit, lines[0])) return false;
	return [...allKeys()].some((key) => key.toLowerCase().startsWith(word));
}

/** An assignment is a lost line if its key cannot be one, or if nobody knows it and it stands like an argument. */
function entryCertainty(unit: UnitFile, { key, lines }: Entry, above: Entry | StrayLine, block: boolean): Certainty {
	const bare = key.text.replace(/^[-@+!:|]+|[-@+!:|]+$/g, '').trim();
	if (allKeys().has(bare) || /^X-[A-Za-z0-9-]+$/.test(key.text)) return undefined;
	if (/^[-'"/$`{(]|\s/.test(key.text)) return 'certain';
	if (/^[A-Za-z]+$/.test(key.text)) return block && isIndentedLine(unit, lines[0]) ? 'likely' : undefined;
	const variable = /^[A-Z_][A-Z0-9]*_[A-Z0-9_]*$/.test(key.text);
	return block || (variable && above.kind === 'entry' && above.key.text === 'Environment') ? 'likely' : undefined;
}

/** Where and how the value of an item ends: at its last line with text, or at the blank line that ended it. */
function breakAfter(unit: UnitFile, { lines }: Entry | StrayLine): { readonly kind: Break; readonly line: Line } {
	const withText = lines.findLast((line) => !line.comment && hasText(unit, line)) ?? (lines[0] as Line);
	const endedByBlank = lines.at(-1) !== withText && lines.some((line) => line.continues);
	if (endedByBlank && withText.continues) return { kind: 'blank-line', line: withText };
	const kind = blanksAfterBackslash(unit, withText) ? 'blank-after-backslash' : 'no-backslash';
	return { kind, line: withText };
}

/** Whether a line ends in a backslash and then blanks, which undo it. */
export function blanksAfterBackslash({ text }: UnitFile, { start, contentEnd }: Line): boolean {
	if (!isBlank(text.charCodeAt(contentEnd - 1)) || contentEnd === start) return false; // Nearly every line.
	return /(?:^|[^\\])(?:\\\\)*\\[ \t]+$/.test(text.slice(start, contentEnd));
}

/** Whether a line has anything but blanks. */
export function hasText({ text }: UnitFile, { start, contentEnd }: Line): boolean {
	return text.slice(start, contentEnd).trim() !== '';
}

function isIndented(unit: UnitFile, item: Item): boolean {
	return isIndentedLine(unit, item.lines[0]);
}

function isIndentedLine({ text }: UnitFile, line: Line | undefined): boolean {
	return line !== undefined && isBlank(text.charCodeAt(line.start));
}

let everyKey: ReadonlySet<string> | undefined;

/** The keys of all sections, made when first asked for. */
function allKeys(): ReadonlySet<string> {
	everyKey ??= new Set(sectionNames.flatMap((section) => [...directivesOf(section).keys()]));
	return everyKey;
}
