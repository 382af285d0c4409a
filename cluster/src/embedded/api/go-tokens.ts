// Strings and numbers of JSON as Go's encoding/json reads them, and its faults in its words.

import { quoteCharacter } from '../../../../core/src/fleet/go-quote.ts';

/** A fault of the text, in Go's words. */
export class JsonFault extends Error {
	override readonly name = 'JsonFault';
}

/** Something that was read, and where to go on. */
export interface Scanned<T> {
	readonly value: T;
	readonly next: number;
}

/** Reads a string whose opening quote stands before `from`. */
export function readString(text: string, from: number): Scanned<string> {
	for (let at = skipPlain(text, from); ; at = skipPlain(text, at)) {
		const char = text[at];
		if (char === '"') return { value: unescapeText(text.slice(from, at)), next: at + 1 };
		if (char !== '\\') throw unexpected(text, at, 'in string literal');
		at = skipEscape(text, at + 1);
	}
}

/** Over characters that mean themselves; regular expressions are much faster at that than a loop. */
function skipPlain(text: string, from: number): number {
	plain.lastIndex = from;
	plain.test(text);
	return plain.lastIndex;
}

const plain = /[^"\\\u0000-\u001f]*/y;

function skipEscape(text: string, at: number): number {
	const char = text[at];
	if (char === undefined || !'bfnrt\\/"u'.includes(char)) throw unexpected(text, at, 'in string escape code');
	if (char !== 'u') return at + 1;
	for (let digit = at + 1; digit < at + 5; digit++) {
		if (!/^[0-9a-fA-F]$/.test(text[digit] ?? '')) throw unexpected(text, digit, 'in \\u hexadecimal character escape');
	}
	return at + 5;
}

// What is left by now is what JSON.parse reads, too. Go makes U+FFFD of a lone surrogate.
function unescapeText(inner: string): string {
	if (!inner.includes('\\')) return inner;
	const text: unknown = JSON.parse(`"${inner}"`);
	return String(text).replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Where a number ends that begins at `from`. */
export function skipNumber(text: string, from: number): number {
	let at = text[from] === '-' ? from + 1 : from;
	at = text[at] === '0' ? at + 1 : skipDigits(text, at, 'in numeric literal');
	if (text[at] === '.') at = skipDigits(text, at + 1, 'after decimal point in numeric literal');
	if (!/^[eE]$/.test(text[at] ?? '')) return at;
	at += /^[-+]$/.test(text[at + 1] ?? '') ? 2 : 1;
	return skipDigits(text, at, 'in exponent of numeric literal');
}

function skipDigits(text: string, from: number, context: string): number {
	let at = from;
	while (/^[0-9]$/.test(text[at] ?? '')) at++;
	if (at === from) throw unexpected(text, at, context);
	return at;
}

/** The fault of a character that may not stand where it does, or of a text that ends there. */
export function unexpected(text: string, at: number, context: string): JsonFault {
	const char = text[at];
	return new JsonFault(char === undefined ? 'unexpected EOF' : `invalid character ${quote(text, at)} ${context}`);
}

// Go looks at bytes: of a character beyond ASCII it tells the first byte, as if that were a character.
function quote(text: string, at: number): string {
	const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
	if (char === "'") return "'\\''";
	if (char === '"') return "'\"'";
	const byte = Buffer.from(char, 'utf8')[0] ?? 0;
	return quoteCharacter(String.fromCharCode(byte));
}
