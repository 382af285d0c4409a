// Completion of section names and keys: those that the kind of file has and the target release acts on.

import { directivesOf, type FoundDirective, findDirective, sectionsOf, worksIn } from '../catalogue/lookup.ts';
import { isSectionName, type SectionName } from '../catalogue/section-name.ts';
import { sectionSince, sectionSummaries } from '../catalogue/unit-kinds.ts';
import type { LintContext } from '../rules/settings.ts';
import type { Span } from '../syntax/span.ts';
import type { Entry, Section, SectionHeader, UnitFile } from '../syntax/tree.ts';
import type { About, CompletionItem } from './complete.ts';
import { takes } from './directive-facts.ts';
import { fleetKeyItems } from './fleet-keys.ts';
import { rankOf } from './key-order.ts';

/** Names for between the brackets of a header; a missing `]` comes along. */
export function sectionNameItems(
	unit: UnitFile,
	{ header, span }: { readonly header: SectionHeader; readonly span: Span },
	context: LintContext,
): readonly CompletionItem[] {
	const close = header.fault === 'unclosed' ? ']' : '';
	const others = unit.sections.filter((section) => section.header !== header);
	return sectionItems(others, context, (section) => ({ insertText: section + close, replace: span }));
}

/** Whole headers, for a line before the first section. */
export function sectionItemsAt(unit: UnitFile, replace: Span, context: LintContext): readonly CompletionItem[] {
	return sectionItems(unit.sections, context, (section) => ({ insertText: `[${section}]`, replace }));
}

/** Where a key is being written. */
export interface KeyPlace {
	readonly section: Section;
	/** The entry that the key belongs to, if there is an `=` already. */
	readonly entry: Entry | undefined;
	readonly span: Span;
}

/** The keys of a section. */
export function keyItems(
	unit: UnitFile,
	offset: number,
	{ section, entry, span }: KeyPlace,
	{ file, release, fleetRelease }: LintContext,
): readonly CompletionItem[] {
	const { name } = section;
	if (!isSectionName(name) || !sectionsOf(file?.kind).includes(name)) return [];
	const written = entry ? { replace: span, equals: '' } : keyBeing(unit.text, span, offset);
	const set = keysSet(unit, name, entry);
	const items = offeredKeys(name, release).map(({ key, holdsOne, detail, rank, about }): CompletionItem => {
		const sinks = holdsOne && set.has(key);
		return {
			label: key,
			kind: 'key',
			detail: sinks ? `already set here · ${detail}` : detail,
			insertText: key + written.equals,
			replace: written.replace,
			sortText: sortText(sinks, rank, key),
			sinks,
			about,
		};
	});
	return name === 'X-Fleet' ? fleetKeyItems(items, unit, entry, fleetRelease) : items;
}

/** What is the same of a key wherever it is offered. */
interface OfferedKey {
	readonly key: string;
	/** A second assignment replaces the first. */
	readonly holdsOne: boolean;
	readonly detail: string;
	readonly rank: number;
	readonly about: About;
}

const offered = new Map<string, readonly OfferedKey[]>();

/** The keys that are worth writing in a section for a release; the same list each time it is asked for. */
function offeredKeys(section: SectionName, release: number): readonly OfferedKey[] {
	const name = `${section} ${release}`;
	const known = offered.get(name);
	if (known !== undefined) return known;
	const made = [...directivesOf(section).values()]
		.filter((directive) => isOffered(directive, section, release))
		.map((directive) => ({
			key: directive.key,
			holdsOne: directive.repeat === undefined,
			detail: keyDetail(directive),
			rank: rankOf(section, directive.key),
			about: { section, key: directive.key },
		}));
	offered.set(name, made);
	return made;
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
	if (!worksIn(directive, section, release)) return false;
	const successor = successorOf(directive, section);
	if (successor !== undefined) return !worksIn(successor.directive, successor.section, release);
	// What lost its effect later was documented while it worked.
	return directive.undocumented === undefined || directive.ignored !== undefined;
}

function successorOf({ aliasOf, replacedBy }: FoundDirective, section: SectionName) {
	const name = aliasOf ?? replacedBy;
	if (name === undefined) return undefined;
	const [, home = section, key = name] = /^(\w+)\.(\w+)$/.exec(name) ?? [];
	const directive = findDirective(home, key);
	return directive && isSectionName(home) ? { directive, section: home } : undefined;
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

function sectionItems(
	present: readonly Section[],
	{ file, release }: LintContext,
	writing: (section: SectionName) => { readonly insertText: string; readonly replace: Span },
): readonly CompletionItem[] {
	return sectionsOf(file?.kind)
		.filter((section) => isSectionAlive(section, release))
		.map((section, index) => {
			const sinks = present.some(({ name }) => name === section);
			return {
				label: `[${section}]`,
				kind: 'section',
				detail: sinks ? 'already in this file' : sectionSummaries[section].replaceAll('`', ''),
				...writing(section),
				filterText: section,
				sortText: sortText(sinks, index, section),
				sinks,
				about: { section },
			};
		});
}

function isSectionAlive(section: SectionName, release: number): boolean {
	if ((sectionSince[section] ?? 0) > release) return false;
	const directives = [...directivesOf(section).values()];
	return directives.length === 0 || directives.some((directive) => worksIn(directive, section, release));
}

function sortText(sinks: boolean, rank: number, name: string): string {
	return `${sinks ? 1 : 0}-${String(rank).padStart(3, '0')}-${name}`;
}
