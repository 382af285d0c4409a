// Completion of keys: those that the target release acts on, in the order in which a person looks for them.

import { directivesOf, type FoundDirective, sectionsOf, worksIn } from '../catalogue/lookup.ts';
import { isSectionName, type SectionName } from '../catalogue/section-name.ts';
import type { LintContext } from '../rules/settings.ts';
import type { Span } from '../syntax/span.ts';
import type { Entry, Section, UnitFile } from '../syntax/tree.ts';
import type { CompletionItem, Completions } from './complete.ts';
import { takes } from './directive-facts.ts';
import { fleetKeyItems } from './fleet-keys.ts';
import { rankOf } from './key-order.ts';
import { sortText } from './sort-text.ts';
import { hasSuccessor } from './successor.ts';

/** Where a key is being written. */
export interface KeyPlace {
	readonly section: Section;
	/** The entry that the key belongs to, if there is an `=` already. */
	readonly entry: Entry | undefined;
	readonly span: Span;
}

/** The keys of a section. */
export function keyCompletions(
	unit: UnitFile,
	offset: number,
	{ section, entry, span }: KeyPlace,
	{ file, release, fleetRelease }: LintContext,
): Completions | undefined {
	const { name } = section;
	if (!isSectionName(name) || !sectionsOf(file?.kind).includes(name)) return undefined;
	const written = entry ? { replace: span, equals: '' } : keyBeing(unit.text, span, offset);
	const set = keysSet(unit, name, entry);
	const all = offeredKeys(name, release, written.equals);
	const items = all.map(({ item, sunk }) => (sunk !== undefined && set.has(item.label) ? sunk : item));
	return {
		replace: written.replace,
		about: { kind: 'key', section: name },
		items: name === 'X-Fleet' ? fleetKeyItems(items, unit, entry, fleetRelease) : items,
	};
}

/** The item of a key, and for keys that hold one value the item for where it is set already. */
interface OfferedKey {
	readonly item: CompletionItem;
	readonly sunk: CompletionItem | undefined;
}

const offered = new Map<string, readonly OfferedKey[]>();

/** The keys that are worth writing in a section for a release; the same list each time it is asked for. */
function offeredKeys(section: SectionName, release: number, equals: string): readonly OfferedKey[] {
	const name = `${section} ${release}${equals}`;
	const known = offered.get(name) ?? makeOfferedKeys(section, release, equals);
	offered.set(name, known);
	return known;
}

function makeOfferedKeys(section: SectionName, release: number, equals: string): readonly OfferedKey[] {
	return [...directivesOf(section).values()]
		.filter((directive) => isOffered(directive, section, release))
		.map((directive) => ({ directive, rank: rankOf(section, directive.key) }))
		.sort((a, b) => a.rank - b.rank || (a.directive.key < b.directive.key ? -1 : 1))
		.map(({ directive }, index) => offeredKey(directive, index, equals));
}

function offeredKey(directive: FoundDirective, index: number, equals: string): OfferedKey {
	const { key, repeat } = directive;
	const detail = keyDetail(directive);
	const item = { label: key, kind: 'key', detail, insertText: key + equals, sortText: sortText(index) } as const;
	const sunk = { ...item, detail: `already set here · ${detail}`, sortText: sortText(index, 'sinks'), sinks: true };
	return { item: { ...item, sinks: false }, sunk: repeat === undefined ? sunk : undefined };
}

/** The key at the caret of a line that is no assignment yet; an `=` without a key before it gets one. */
function keyBeing(text: string, span: Span, offset: number): { readonly replace: Span; readonly equals: string } {
	const line = text.slice(span.start, span.end);
	const at = line.indexOf('=');
	if (at !== -1) return { replace: { start: span.start, end: span.start + at }, equals: '' };
	const word = /^\S*/.exec(text.slice(offset, span.end))?.[0] ?? '';
	return { replace: { start: span.start, end: offset + word.length }, equals: '=' };
}

/** Whether a key is worth writing for a release: it works there, and no better name for it does. */
function isOffered(directive: FoundDirective, section: SectionName, release: number): boolean {
	if (!worksIn(directive, section, release) || hasSuccessor(directive, section, release)) return false;
	const { undocumented, ignored, aliasOf, replacedBy } = directive;
	// What lost its effect, or got a better name, later was documented while it worked.
	return undocumented === undefined || [ignored, aliasOf, replacedBy].some((later) => later !== undefined);
}

function keysSet(unit: UnitFile, section: SectionName, except: Entry | undefined): ReadonlySet<string> {
	const entries = unit.sections.filter(({ name }) => name === section).flatMap((found) => found.entries);
	return new Set(entries.filter((entry) => entry !== except).map(({ key }) => key.text));
}

function keyDetail(directive: FoundDirective): string {
	const facts = [
		takes(directive).replaceAll('`', ''),
		directive.default === undefined ? undefined : `default ${directive.default}`,
		directive.since === undefined ? undefined : `since ${directive.since}`,
	];
	return facts.filter((fact) => fact !== undefined).join(' · ');
}
