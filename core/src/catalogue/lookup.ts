// Questions to the catalogue: which directives a section has, where a key belongs, what one release knows.
// Nothing here reads a unit file.

import type { Directive, DirectiveTable } from './directive.ts';
import { oldestRelease } from './directive.ts';
import { latestRelease } from './latest-release.ts';
import { isSectionName, type SectionName, sectionNames } from './section-name.ts';
import { sectionSince, sectionTables, type UnitKind, unitKinds } from './unit-kinds.ts';

/** A directive with the table it stands in, which knows the man page. */
export interface FoundDirective extends Directive {
	readonly table: DirectiveTable;
}

const directivesBySection = new Map<SectionName, ReadonlyMap<string, FoundDirective>>();

/** All keys that any release knew in a section, by key. */
export function directivesOf(section: SectionName): ReadonlyMap<string, FoundDirective> {
	const known = directivesBySection.get(section);
	if (known !== undefined) return known;
	const made = makeDirectives(section);
	directivesBySection.set(section, made);
	return made;
}

/** The directive of that key in a section, spelt exactly; `undefined` for unknown sections and keys. */
export function findDirective(section: string, key: string): FoundDirective | undefined {
	return isSectionName(section) ? directivesOf(section).get(key) : undefined;
}

/** The sections that a unit of this kind may have; all, where the kind is not known. */
export function sectionsOf(kind: UnitKind | undefined): readonly SectionName[] {
	return kind === undefined ? sectionNames : unitKinds[kind];
}

/** The sections of a kind that know a key, in the order they are written. */
export function sectionsWith(kind: UnitKind | undefined, key: string): readonly SectionName[] {
	return sectionsOf(kind).filter((section) => directivesOf(section).has(key));
}

/** Whether a release acts on a directive: it is neither too new, nor removed, nor ignored there. */
export function worksIn(directive: Directive, section: SectionName, release: number): boolean {
	return (
		sinceIn(directive, section) <= release &&
		!(directive.removed !== undefined && directive.removed <= release) &&
		!(directive.ignored !== undefined && directive.ignored <= release)
	);
}

/** First release that knows a directive in a section; the section itself may be younger than the key. */
export function sinceIn(directive: Directive, section: SectionName): number {
	return Math.max(directive.since ?? oldestRelease, sectionSince[section] ?? oldestRelease);
}

/**
 * Address of the man page that describes a directive, at its paragraph: that of the release, or of the nearest one that
 * has it. `undefined` for fleet's keys, and for those that were gone before manuals of single releases were kept.
 */
export function manUrl(directive: FoundDirective, release: number): string | undefined {
	const { key, anchor, table, since = oldestRelease, removed, ignored } = directive;
	const page = /^(.+)\((\d)\)$/.exec(table.man)?.[1];
	const newest =
		Math.min(removed ?? Number.POSITIVE_INFINITY, ignored ?? Number.POSITIVE_INFINITY, latestRelease + 1) - 1;
	if (page === undefined || newest < oldestManual) return undefined;
	const nearest = Math.min(Math.max(release, since, oldestManual), newest);
	const version = nearest === latestRelease ? 'latest' : nearest;
	return `https://www.freedesktop.org/software/systemd/man/${version}/${page}.html#${encodeURIComponent(anchor ?? `${key}=`)}`;
}

/** The first release whose manual has a place of its own there. */
const oldestManual = 247;

function makeDirectives(section: SectionName): ReadonlyMap<string, FoundDirective> {
	const found = new Map<string, FoundDirective>();
	for (const table of sectionTables[section]) {
		for (const row of table.directives) {
			if (row.only?.includes(section) === false || found.has(row.key)) continue;
			found.set(row.key, { ...row, table });
		}
	}
	return found;
}
