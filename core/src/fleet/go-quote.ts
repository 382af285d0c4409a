// Texts in quotes as fleet's messages have them (Go's `%q`): what cannot be printed is an escape.

import { withoutLoneSurrogates } from './utf8.ts';

/** A text in double quotes. */
export function quoteText(text: string): string {
	const chars = Array.from(text, (char) => (char === '"' ? '\\"' : escapeCharacter(char)));
	return `"${chars.join('')}"`;
}

/** A character in single quotes; what is no character is U+FFFD, as Go has it. */
export function quoteCharacter(char: string): string {
	return `'${char === "'" ? "\\'" : escapeCharacter(withoutLoneSurrogates(char))}'`;
}

const namedEscapes: ReadonlyMap<string, string> = new Map([
	['\x07', '\\a'],
	['\b', '\\b'],
	['\f', '\\f'],
	['\n', '\\n'],
	['\r', '\\r'],
	['\t', '\\t'],
	['\v', '\\v'],
	['\\', '\\\\'],
]);

// Letters, marks, numbers, punctuation, symbols, and of all spaces the ASCII one.
const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

function escapeCharacter(char: string): string {
	if (printable.test(char) && char !== '\\') return char;
	return namedEscapes.get(char) ?? numericEscape(char.codePointAt(0) ?? 0);
}

function numericEscape(code: number): string {
	if (code < 0x20 || code === 0x7f) return `\\x${hex(code, 2)}`;
	// A byte that is no UTF-8.
	if (code >= 0xd800 && code <= 0xdfff) return `\\x${hex(code & 0xff, 2)}`;
	return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

function hex(code: number, digits: number): string {
	return code.toString(16).padStart(digits, '0');
}
