// White space as fleet (that is, Go) knows it: Unicode's White_Space. systemd strips four ASCII characters only, and
// JavaScript's own `trim` counts the byte order mark as white space and U+0085 not.

import type { Span } from '../syntax/span.ts';

/** Whether the character at an offset is white space. */
export function isWhiteSpaceAt(text: string, at: number): boolean {
	return whiteSpace.test(text.charAt(at));
}

/** The span without the white space at both ends; of nothing but white space, an empty one at its end. */
export function trimmedSpan(text: string, { start, end }: Span): Span {
	let from = start;
	while (from < end && isWhiteSpaceAt(text, from)) from++;
	let to = end;
	while (to > from && isWhiteSpaceAt(text, to - 1)) to--;
	return { start: from, end: to };
}

/** The words of a text: what stands between white space. */
export function fields(text: string): readonly string[] {
	return text.split(whiteSpaceRun).filter((word) => word !== '');
}

const spaces = '\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const whiteSpace = new RegExp(`[${spaces}]`);
const whiteSpaceRun = new RegExp(`[${spaces}]+`);
