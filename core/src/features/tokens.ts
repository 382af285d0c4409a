// Semantic tokens: what each piece of a unit file is, as far as that takes knowing directives and values. What the
// grammar tells by shape alone, quotes and comments and operators, has none; [X-Fleet] is wholly the grammar's.

import { type FoundDirective, findDirective, sectionsOf, sinceIn, worksIn } from '../catalogue/lookup.ts';
import { isSectionName, type SectionName } from '../catalogue/section-name.ts';
import type { LintContext } from '../rules/settings.ts';
import { sourceSpan } from '../syntax/joined.ts';
import { overlaps, type Span, textAt } from '../syntax/span.ts';
import type { CommentLine, Entry, Joined, Section, SectionHeader, UnitFile } from '../syntax/tree.ts';
import { hasSuccessor } from './successor.ts';
import { valuePieces } from './token-pieces.ts';

/** The types of tokens, by the names that the language server protocol has for them, with what they stand for here. */
export const tokenTypes = {
	namespace: 'name of a section',
	property: 'key',
	enumMember: 'word that the directive knows',
	number: 'number',
	keyword: 'unit of measure behind a number',
	class: 'name of a unit',
	string: 'path',
	macro: 'specifier',
	type: 'user or group',
	event: 'signal',
	function: 'program of a command',
	parameter: 'option of a command',
	variable: 'environment variable',
	operator: 'prefix of a command or condition, mark of a set',
	decorator: 'comment that allows a problem',
} as const;

/** Likewise what is said about a token beside its type. */
export const tokenModifiers = {
	unknown: 'nothing that the file may have, or too new for the target release',
	deprecated: 'old name, or without effect in the target release',
} as const;

/** A type of tokens. */
export type TokenType = keyof typeof tokenTypes;

/** A piece of one line and what it is. */
export interface Token {
	readonly span: Span;
	readonly type: TokenType;
	readonly modifier?: keyof typeof tokenModifiers;
}

/** The tokens in the items that meet a span, in file order; they do not overlap. */
export function tokens(unit: UnitFile, within: Span, context: LintContext): readonly Token[] {
	const found: Token[] = [];
	for (const item of unit.preamble)
		if (item.kind === 'comment' && overlaps(item.span, within)) addComment(unit, item, found);
	for (const section of unit.sections)
		if (overlaps(section.span, within)) addSection(unit, section, within, context, found);
	return found;
}

function addSection(unit: UnitFile, section: Section, within: Span, context: LintContext, found: Token[]): void {
	const name = isSectionName(section.name) ? section.name : undefined;
	if (overlaps(section.header.span, within)) addHeader(section.header, context, found);
	for (const item of section.items) {
		if (item.span.end <= within.start) continue;
		if (item.span.start >= within.end) break;
		if (item.kind === 'comment') addComment(unit, item, found);
		if (item.kind === 'entry' && name !== undefined && name !== 'X-Fleet') addEntry(item, name, context, found);
	}
}

function addHeader({ name }: SectionHeader, { file }: LintContext, found: Token[]): void {
	if (name.text === '' || name.text.startsWith('X-')) return;
	const isKnown = isSectionName(name.text) && sectionsOf(file?.kind).includes(name.text);
	add(name, 0, name.text.length, isKnown ? { type: 'namespace' } : { type: 'namespace', modifier: 'unknown' }, found);
}

const allows = /^([#;]\s*)(fleet-units:\s*allow)\b/;

function addComment({ text }: UnitFile, { content }: CommentLine, found: Token[]): void {
	const [, before, mark] = allows.exec(textAt(text, content)) ?? [];
	if (before === undefined || mark === undefined) return;
	const start = content.start + before.length;
	found.push({ span: { start, end: start + mark.length }, type: 'decorator' });
}

function addEntry({ key, value }: Entry, section: SectionName, context: LintContext, found: Token[]): void {
	const directive = findDirective(section, key.text);
	if (key.text !== '' && !key.text.startsWith('X-')) {
		add(key, 0, key.text.length, { type: 'property', ...keyModifier(directive, section, context.release) }, found);
	}
	if (directive === undefined || value.text === '') return;
	for (const { start, end, type } of valuePieces(value.text, directive)) add(value, start, end, { type }, found);
}

function keyModifier(
	directive: FoundDirective | undefined,
	section: SectionName,
	release: number,
): Pick<Token, 'modifier'> {
	if (directive === undefined || sinceIn(directive, section) > release) return { modifier: 'unknown' };
	const isOld = !worksIn(directive, section, release) || hasSuccessor(directive, section, release);
	return isOld ? { modifier: 'deprecated' } : {};
}

/** Adds a piece of a joined text, line by line where it stands on several. */
function add(joined: Joined, start: number, end: number, token: Omit<Token, 'span'>, found: Token[]): void {
	if (joined.parts.length === 0) {
		found.push({ span: sourceSpan(joined, start, end), ...token });
		return;
	}
	for (const { at, span } of joined.parts) {
		const from = Math.max(at, start);
		const to = Math.min(at + span.end - span.start, end);
		if (from < to) found.push({ span: { start: span.start + from - at, end: span.start + to - at }, ...token });
	}
}
