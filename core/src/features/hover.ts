// Hover: what the section, key or word under the caret means. What the file says of itself is not repeated.

import { findDirective, sectionsWith } from '../catalogue/lookup.ts';
import { isSectionName } from '../catalogue/section-name.ts';
import type { Texts } from '../catalogue/texts/directive-text.ts';
import type { LintContext } from '../rules/settings.ts';
import { placeAt } from '../syntax/place.ts';
import { type Span, touches } from '../syntax/span.ts';
import type { Entry, Section, SectionHeader, UnitFile } from '../syntax/tree.ts';
import type { Moment } from '../values/value-kind.ts';
import { describeDirective, describeSection } from './describe.ts';
import { hoverFleetValue, requirementsMarkdown } from './fleet-hover.ts';
import { hoverUnitName } from './hover-unit-name.ts';
import { hoverDirectiveValue } from './hover-value.ts';
import { hoverVariable } from './hover-variable.ts';
import { escapeMarkdown, paragraphs, shorten } from './markdown.ts';

/** Markdown about the text at `span`. */
export interface Hover {
	readonly span: Span;
	readonly markdown: string;
}

/** What a hover depends on beside the text of the file. */
export interface HoverContext extends LintContext {
	/** The texts about directives; without them, a hover makes do with their summaries. */
	readonly texts?: Texts | undefined;
	/** The moment that times to come are counted from; without it, none are told. */
	readonly now?: () => Moment;
	/** A link that opens a page of the manual on the reader's machine. */
	readonly manualLink?: ((page: string) => string) | undefined;
}

/** What there is to say about the text at `offset`, if anything. */
export function hover(unit: UnitFile, offset: number, context: HoverContext): Hover | undefined {
	const place = placeAt(unit, offset);
	switch (place.kind) {
		case 'section-name':
			return withRequirements(hoverSection(place.header), place.header.name.text, unit, context);
		case 'key':
			if (place.entry === undefined || !touches(place.span, offset)) return undefined;
			return withRequirements(hoverKey(place.section, place.entry, context), place.section?.name, unit, context);
		case 'value':
			return hoverValue(unit, place, offset, context);
		case 'comment':
			return undefined;
	}
}

/** In [X-Fleet], what the whole section comes to is said, too. */
function withRequirements(found: Hover | undefined, section: string | undefined, unit: UnitFile, context: LintContext) {
	if (found === undefined || section !== 'X-Fleet') return found;
	return { ...found, markdown: paragraphs([found.markdown, requirementsMarkdown(unit, context)]) };
}

function hoverValue(
	unit: UnitFile,
	{ section, entry }: { readonly section: Section | undefined; readonly entry: Entry },
	offset: number,
	context: HoverContext,
): Hover | undefined {
	const ofFleet = section?.name === 'X-Fleet' ? hoverFleetValue(unit, entry, offset, context) : undefined;
	if (ofFleet !== undefined || section === undefined || !isSectionName(section.name)) return ofFleet;
	const ofUnit = hoverUnitName(unit, offset, context);
	if (ofUnit !== undefined) return ofUnit;
	const directive = findDirective(section.name, entry.key.text);
	if (directive === undefined) return undefined;
	const ofCommand =
		directive.value === 'command-line' ? hoverVariable(unit, entry, offset, context.release) : undefined;
	return ofCommand ?? hoverDirectiveValue(directive, section.name, entry, offset, context);
}

function hoverSection({ name, content }: SectionHeader): Hover | undefined {
	if (isSectionName(name.text)) return { span: content, markdown: describeSection(name.text) };
	const what = 'systemd skips sections whose names begin with `X-`; they are for other programs.';
	return name.text.startsWith('X-')
		? { span: content, markdown: paragraphs([heading(name.text, 'a section of another program'), what]) }
		: undefined;
}

function hoverKey(section: Section | undefined, { key }: Entry, context: HoverContext): Hover | undefined {
	if (section === undefined) return undefined;
	const directive = findDirective(section.name, key.text);
	const markdown =
		directive && isSectionName(section.name)
			? describeDirective(directive, section.name, context)
			: describeUnknown(key.text, section, context);
	return { span: key.span, markdown };
}

function describeUnknown(key: string, section: Section, { file }: LintContext): string {
	const homes = sectionsWith(file?.kind, key).map((home) => `[${home}]`);
	const what = key.startsWith('X-')
		? 'systemd skips keys that begin with `X-`; they are for other programs.'
		: homes.length > 0
			? `This key belongs in ${homes.join(' or ')}.`
			: 'No release of systemd knows this key here.';
	return paragraphs([heading(key, `not a directive of \\[${escapeMarkdown(shorten(section.name, 60))}\\]`), what]);
}

function heading(name: string, what: string): string {
	return `**${escapeMarkdown(shorten(name, 60))}** — ${what}`;
}
