// C escapes as systemd reads them in words: `\n`, `\s`, `\x41`, `\101`, `\u00e4`, `\U0001f4a9` (systemd.syntax(7)).
// Says what one escape stands for, and turns a word's pieces into text. Which options ask for escapes is not known here.

import type { Span } from './span.ts';

/** What an escape stands for: characters, or one byte of UTF-8. `length` counts from the backslash. */
export interface Escape {
	readonly value: string | number;
	readonly length: number;
}

/** A stretch of a word: characters, or one byte of UTF-8, and where it is written. */
export interface Piece {
	readonly value: string | number;
	readonly span: Span;
}

/** The text of a word, and for each of its code units the span it is written in. */
export interface JoinedPieces {
	readonly text: string;
	readonly origins: readonly Span[];
}

const namedEscapes: ReadonlyMap<string, string> = new Map([
	['a', '\x07'],
	['b', '\b'],
	['f', '\f'],
	['n', '\n'],
	['r', '\r'],
	['t', '\t'],
	['v', '\v'],
	['s', ' '],
	['\\', '\\'],
	['"', '"'],
	["'", "'"],
]);

const numericEscape = /^(?:x([\dA-Fa-f]{2})|([0-7]{3})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8}))/;

/** Reads the escape whose backslash stands at `at`. `undefined` is an escape that systemd does not know. */
export function readEscape(text: string, at: number): Escape | undefined {
	const named = namedEscapes.get(text.charAt(at + 1));
	if (named !== undefined) return { value: named, length: 2 };
	const match = numericEscape.exec(text.slice(at + 1, at + 10));
	if (match === null) return undefined;
	const value = numericValue(match);
	return value === undefined ? undefined : { value, length: 1 + match[0].length };
}

/** Joins pieces to text. Bytes side by side form characters; what is no UTF-8 becomes U+FFFD, a byte at a time. */
export function joinPieces(pieces: readonly Piece[]): JoinedPieces {
	let text = '';
	const origins: Span[] = [];
	for (let at = 0; at < pieces.length; ) {
		const { value, taken } = decodeAt(pieces, at);
		const written = spanOf(pieces.slice(at, at + taken));
		for (let unit = 0; unit < value.length; unit++) origins.push(written);
		text += value;
		at += taken;
	}
	return { text, origins };
}

// A zero of any kind is refused: systemd's strings end there.
function numericValue([, hex, octal, short, long]: RegExpExecArray): string | number | undefined {
	if (hex !== undefined) return byte(Number.parseInt(hex, 16));
	if (octal !== undefined) return byte(Number.parseInt(octal, 8));
	if (short !== undefined) return shortCharacter(Number.parseInt(short, 16));
	return longCharacter(Number.parseInt(long ?? '0', 16));
}

function byte(value: number): number | undefined {
	return value > 0 && value <= 0xff ? value : undefined;
}

function shortCharacter(code: number): string | undefined {
	return code === 0 || isSurrogate(code) ? undefined : String.fromCodePoint(code);
}

// Only the long form is also asked for noncharacters, as unichar_is_valid() of systemd does.
function longCharacter(code: number): string | undefined {
	const noncharacter = (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe;
	return code > 0x10ffff || noncharacter ? undefined : shortCharacter(code);
}

function isSurrogate(code: number): boolean {
	return code >= 0xd800 && code <= 0xdfff;
}

// The well-formed sequences of the Unicode Standard, table 3-7, each byte written as one character.
const wellFormed =
	/^(?:[\x01-\x7f]|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})/;

function decodeAt(pieces: readonly Piece[], at: number): { readonly value: string; readonly taken: number } {
	const value = pieces[at]?.value ?? '';
	if (typeof value === 'string') return { value, taken: 1 };
	const sequence = wellFormed.exec(bytesAt(pieces, at))?.[0];
	if (sequence === undefined) return { value: '\ufffd', taken: 1 };
	return { value: decodeSequence(sequence), taken: sequence.length };
}

/** The bytes from `at` on, four at most and up to the next characters, each byte written as one character. */
function bytesAt(pieces: readonly Piece[], at: number): string {
	let bytes = '';
	for (const { value } of pieces.slice(at, at + 4)) {
		if (typeof value === 'string') break;
		bytes += String.fromCharCode(value);
	}
	return bytes;
}

function decodeSequence(sequence: string): string {
	const hex = Array.from(sequence, (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`);
	return decodeURIComponent(hex.join(''));
}

function spanOf(pieces: readonly Piece[]): Span {
	return { start: pieces[0]?.span.start ?? 0, end: pieces.at(-1)?.span.end ?? 0 };
}
