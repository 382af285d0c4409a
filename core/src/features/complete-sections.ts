// Completion of section names: those that the kind of file has and the target release knows.

import { directivesOf, sectionsOf, worksIn } from '../catalogue/lookup.ts';
import type { SectionName } from '../catalogue/section-name.ts';
import { sectionSince, sectionSummaries } from '../catalogue/unit-kinds.ts';
import type { LintContext } from '../rules/settings.ts';
import type { Span } from '../syntax/span.ts';
import type { Section, SectionHeader, UnitFile } from '../syntax/tree.ts';
import type { CompletionItem, Completions } from './complete.ts';
import { sortText } from './sort-text.ts';

/** Names for between the brackets of a header; a missing `]` comes along. */
export function sectionNameCompletions(
	unit: UnitFile,
	{ header, span }: { readonly header: SectionHeader; readonly span: Span },
	context: LintContext,
): Completions {
	const close = header.fault === 'unclosed' ? ']' : '';
	const others = unit.sections.filter((section) => section.header !== header);
	const items = sectionItems(others, context, (section) => section + close);
	return { replace: span, about: { kind: 'section' }, items };
}

/** Whole headers, for a line before the first section. */
export function sectionCompletionsAt(unit: UnitFile, replace: Span, context: LintContext): Completions {
	const items = sectionItems(unit.sections, context, (section) => `[${section}]`);
	return { replace, about: { kind: 'section' }, items };
}

function sectionItems(
	present: readonly Section[],
	{ file, release }: LintContext,
	write: (section: SectionName) => string,
): readonly CompletionItem[] {
	return sectionsOf(file?.kind)
		.filter((section) => isSectionAlive(section, release))
		.map((section, index) => {
			const sinks = present.some(({ name }) => name === section);
			return {
				label: `[${section}]`,
				kind: 'section',
				detail: sinks ? 'already in this file' : sectionSummaries[section].replaceAll('`', ''),
				insertText: write(section),
				filterText: section,
				sortText: sortText(index, sinks ? 'sinks' : 'stays'),
				sinks,
			};
		});
}

function isSectionAlive(section: SectionName, release: number): boolean {
	if ((sectionSince[section] ?? 0) > release) return false;
	const directives = [...directivesOf(section).values()];
	return directives.length === 0 || directives.some((directive) => worksIn(directive, section, release));
}
