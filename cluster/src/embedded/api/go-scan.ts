// JSON as Go's encoding/json reads it from a stream: the first value counts, and what follows it is not looked at.
// Faults come in Go's words. What the values may be is checked elsewhere.

import { quoteCharacter } from '../../../../core/src/fleet/go-quote.ts';

/** A value as it was written. */
export type JsonValue =
	| { readonly kind: 'null' | 'bool' | 'number' }
	| { readonly kind: 'string'; readonly text: string }
	| { readonly kind: 'array'; readonly items: readonly JsonValue[] }
	/** Members in the order of the text; a name may come twice. */
	| { readonly kind: 'object'; readonly members: readonly (readonly [string, JsonValue])[] };

/** A fault of the text, in Go's words. */
export class JsonFault extends Error {
	override readonly name = 'JsonFault';
}

/** Reads the first value of a text. Throws `JsonFault`. */
export function scanJson(text: string): JsonValue {
	const start = skipBlanks(text, 0);
	if (start === text.length) throw new JsonFault('EOF');
	return readValue(text, start).value;
}

interface Scanned<T = JsonValue> {
	readonly value: T;
	readonly next: number;
}

function readValue(text: string, at: number): Scanned {
	const char = text[at];
	if (char === '{') return readObject(text, skipBlanks(text, at + 1));
	if (char === '[') return readArray(text, skipBlanks(text, at + 1));
	if (char === '"') {
		const { value, next } = readString(text, at + 1);
		return { value: { kind: 'string', text: value }, next };
	}
	if (char === 't') return readLiteral(text, at, 'true', 'bool');
	if (char === 'f') return readLiteral(text, at, 'false', 'bool');
	if (char === 'n') return readLiteral(text, at, 'null', 'null');
	if (char !== undefined && /[-0-9]/.test(char)) return { value: { kind: 'number' }, next: skipNumber(text, at) };
	throw unexpected(text, at, 'looking for beginning of value');
}

function readObject(text: string, from: number): Scanned {
	const members: (readonly [string, JsonValue])[] = [];
	if (text[from] === '}') return { value: { kind: 'object', members }, next: from + 1 };
	for (let at = from; ; ) {
		const member = readMember(text, at);
		members.push(member.value);
		at = skipBlanks(text, member.next);
		if (text[at] === '}') return { value: { kind: 'object', members }, next: at + 1 };
		if (text[at] !== ',') throw unexpected(text, at, 'after object key:value pair');
		at = skipBlanks(text, at + 1);
	}
}

function readMember(text: string, at: number): Scanned<readonly [string, JsonValue]> {
	if (text[at] !== '"') throw unexpected(text, at, 'looking for beginning of object key string');
	const name = readString(text, at + 1);
	const colon = skipBlanks(text, name.next);
	if (text[colon] !== ':') throw unexpected(text, colon, 'after object key');
	const { value, next } = readValue(text, skipBlanks(text, colon + 1));
	return { value: [name.value, value], next };
}

function readArray(text: string, from: number): Scanned {
	const items: JsonValue[] = [];
	if (text[from] === ']') return { value: { kind: 'array', items }, next: from + 1 };
	for (let at = from; ; ) {
		const item = readValue(text, at);
		items.push(item.value);
		at = skipBlanks(text, item.next);
		if (text[at] === ']') return { value: { kind: 'array', items }, next: at + 1 };
		if (text[at] !== ',') throw unexpected(text, at, 'after array element');
		at = skipBlanks(text, at + 1);
	}
}

function readString(text: string, from: number): Scanned<string> {
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

function readLiteral(text: string, from: number, word: string, kind: 'bool' | 'null'): Scanned {
	for (let index = 1; index < word.length; index++) {
		const wanted = word[index] ?? '';
		if (text[from + index] !== wanted)
			throw unexpected(text, from + index, `in literal ${word} (expecting '${wanted}')`);
	}
	return { value: { kind }, next: from + word.length };
}

function skipNumber(text: string, from: number): number {
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

function skipBlanks(text: string, from: number): number {
	blanks.lastIndex = from;
	blanks.test(text);
	return blanks.lastIndex;
}

const blanks = /[ \t\r\n]*/y;

function unexpected(text: string, at: number, context: string): JsonFault {
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
