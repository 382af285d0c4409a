// The pieces of a value that have a colour of their own, by what the directive takes: words that it knows, numbers with
// their units, paths, marks in front of them. A word that may be wrong has none; to say so is the business of
// diagnostics.

import { weekdayFullNames, weekdayNames } from '../catalogue/calendar-words.ts';
import type { Directive } from '../catalogue/directive.ts';
import { imagePolicyFlags, partitions } from '../catalogue/partitions.ts';
import { type SpecifierTable, specifiers } from '../catalogue/specifiers.ts';
import type { ValueKind } from '../catalogue/value-kinds.ts';
import { splitWords } from '../syntax/quoting.ts';
import { namesUnits } from '../workspace/references-of.ts';
import { commandPieces } from './token-commands.ts';
import { knownWordType } from './token-words.ts';
import type { TokenType } from './tokens.ts';

/** A piece `[start, end)` of a value. */
export interface Piece {
	readonly start: number;
	readonly end: number;
	readonly type: TokenType;
}

/** The pieces of a value in order, with the specifiers that the directive reads. */
export function valuePieces(value: string, directive: Directive): readonly Piece[] {
	const reader = namesUnits(directive) ? unitPieces : (readers[directive.value] ?? wordPieces);
	const pieces = reader(value, directive);
	return directive.specifiers !== undefined && value.includes('%')
		? withSpecifiers(value, pieces, directive.specifiers)
		: pieces;
}

type Reader = (value: string, directive: Directive) => readonly Piece[];

/** A reader that finds pieces by a pattern and types each; what gets no type is no piece. */
function pieceReader(pattern: RegExp, typeOf: (text: string, directive: Directive) => TokenType | undefined): Reader {
	return (value, directive) => {
		const pieces: Piece[] = [];
		for (const { 0: text, index: start } of value.matchAll(pattern)) {
			const type = typeOf(text, directive);
			if (type !== undefined) pieces.push({ start, end: start + text.length, type });
		}
		return pieces;
	};
}

const nothing: Reader = () => [];
const unitPieces = pieceReader(/[^\s"']+/g, (text) => (/\.[a-z]+$/.test(text) ? 'class' : undefined));
const userPieces = pieceReader(/[^\s"']+/g, (text) => (/^\d+$/.test(text) ? 'number' : 'type'));

const readers: Readonly<Partial<Record<ValueKind, Reader>>> = {
	base64: nothing,
	calendar: pieceReader(/[A-Za-z][\w/+-]*|\d+/g, calendarType),
	'capability-text': nothing,
	'command-line': commandPieces,
	'credential-set': nothing,
	'documentation-uri': nothing,
	'environment-assignment': variablePieces,
	'environment-name': variablePieces,
	'environment-name-or-assignment': variablePieces,
	group: userPieces,
	ignored: nothing,
	'image-policy': pieceReader(/[^\s:=+]+/g, (text) =>
		text in partitions || text in imagePolicyFlags ? 'enumMember' : undefined,
	),
	'pcre2-pattern': nothing,
	string: nothing,
	'string-c-escaped': nothing,
	'string-optional': nothing,
	unknown: nothing,
	user: userPieces,
};

// Marks, prefixes of a path, paths, and whatever else stands between blanks, quotes, colons and commas.
const words = /[~!|]|[-+]+(?=\/)|\/[^\s"':]*|[^\s"':,~!|]+/g;
const number = /^[-+]?\d+(?:\.\d+)?(?:[A-Za-zμµ%‰‱]+(?:\d+(?:\.\d+)?[A-Za-zμµ]+)*)?$/;

function wordPieces(value: string, directive: Directive): readonly Piece[] {
	const pieces: Piece[] = [];
	for (const { 0: text, index: start } of value.matchAll(words)) {
		const known = knownWordType(text, directive);
		if (known === undefined && number.test(text)) addNumber(text, start, pieces);
		const type = known ?? shapeOf(text);
		if (type !== undefined) pieces.push({ start, end: start + text.length, type });
	}
	return pieces;
}

function shapeOf(text: string): TokenType | undefined {
	if (text.startsWith('/')) return 'string';
	if (/^\d+-\d+$/.test(text)) return 'number';
	return /^[-+~!|]+$/.test(text) ? 'operator' : undefined;
}

/** `1h30min` is two numbers, each with its unit. */
function addNumber(text: string, start: number, pieces: Piece[]): void {
	for (const { 0: part, index } of text.matchAll(/[-+]?[\d.]+|[^\d.+-]+/g)) {
		const type = /\d/.test(part) ? 'number' : 'keyword';
		pieces.push({ start: start + index, end: start + index + part.length, type });
	}
}

function calendarType(text: string, directive: Directive): TokenType | undefined {
	if (/^\d/.test(text)) return 'number';
	const isZone = text === 'UTC' || text.includes('/');
	return isZone || weekdays.has(text.toLowerCase()) ? 'enumMember' : knownWordType(text, directive);
}

const weekdays: ReadonlySet<string> = new Set([...weekdayNames, ...weekdayFullNames].map((name) => name.toLowerCase()));

/** The names of variables; what they are set to is text. */
function variablePieces(value: string): readonly Piece[] {
	return splitWords(value, { unquote: true, relax: true, cUnescape: true, unescapeRelax: true }).words.flatMap(
		({ text, origins }) => {
			const length = /^[A-Za-z_]\w*(?==|$)/.exec(text)?.[0].length ?? 0;
			const [first, last] = [origins[0], origins[length - 1]];
			return first && last ? [{ start: first.start, end: last.end, type: 'variable' as const }] : [];
		},
	);
}

/** Specifiers that the table knows cut the pieces they stand in. */
function withSpecifiers(value: string, pieces: readonly Piece[], table: SpecifierTable): readonly Piece[] {
	const found: Piece[] = [];
	for (let at = value.indexOf('%'); at !== -1; at = value.indexOf('%', at + 2)) {
		if (specifiers[value.charAt(at + 1)]?.[table] !== undefined) found.push({ start: at, end: at + 2, type: 'macro' });
	}
	return found.length === 0 ? pieces : [...pieces.flatMap((piece) => cut(piece, found)), ...found].sort(byStart);
}

function cut(piece: Piece, holes: readonly Piece[]): readonly Piece[] {
	const left: Piece[] = [];
	let { start } = piece;
	for (const hole of holes) {
		if (hole.end <= start || hole.start >= piece.end) continue;
		if (hole.start > start) left.push({ ...piece, start, end: hole.start });
		start = hole.end;
	}
	return start < piece.end ? [...left, { ...piece, start }] : left;
}

function byStart(a: Piece, b: Piece): number {
	return a.start - b.start;
}
