// JSON as Go's encoding/json reads it from a stream: the first value counts, and what follows it is not looked at.
// Faults come in Go's words. What the values may be is checked elsewhere.

import { JsonFault, readString, type Scanned, skipNumber, unexpected } from './go-tokens.ts';

/** A value as it was written. */
export type JsonValue =
	| { readonly kind: 'null' | 'bool' | 'number' }
	| { readonly kind: 'string'; readonly text: string }
	| { readonly kind: 'array'; readonly items: readonly JsonValue[] }
	/** Members in the order of the text; a name may come twice. */
	| { readonly kind: 'object'; readonly members: readonly (readonly [string, JsonValue])[] };

/** Reads the first value of a text. Throws `JsonFault`. */
export function scanJson(text: string): JsonValue {
	const start = skipBlanks(text, 0);
	if (start === text.length) throw new JsonFault('EOF');
	return readValue(text, start).value;
}

function readValue(text: string, at: number): Scanned<JsonValue> {
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

function readObject(text: string, from: number): Scanned<JsonValue> {
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

function readArray(text: string, from: number): Scanned<JsonValue> {
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

function readLiteral(text: string, from: number, word: string, kind: 'bool' | 'null'): Scanned<JsonValue> {
	for (let index = 1; index < word.length; index++) {
		const wanted = word[index] ?? '';
		if (text[from + index] !== wanted)
			throw unexpected(text, from + index, `in literal ${word} (expecting '${wanted}')`);
	}
	return { value: { kind }, next: from + word.length };
}

function skipBlanks(text: string, from: number): number {
	blanks.lastIndex = from;
	blanks.test(text);
	return blanks.lastIndex;
}

const blanks = /[ \t\r\n]*/y;
