// Cuts a text into physical lines where systemd's line reader cuts it, and tells the two things that hold for a line
// wherever it stands: whether it is a comment, and whether it asks for the next line.

import type { Span } from './span.ts';

/** One physical line: `[start, contentEnd)` is its text, `[contentEnd, end)` its line end (empty at end of file). */
export interface Line extends Span {
	readonly contentEnd: number;
	/** The first character that is no blank is `#` or `;`. systemd skips the line, also inside a continuation. */
	readonly comment: boolean;
	/** The line ends in a backslash that is not itself escaped, and is no comment. */
	readonly continues: boolean;
}

// systemd ends a line at LF, CR or NUL. One LF and one CR in either order are one end; a NUL closes any end at once
// (read_line_full() in systemd's fileio.c).
const lineEnd = /(?:\r\n|\n\r|\n|\r)\0?|\0/g;

/** All physical lines of a text, in order, without gaps. An empty text has none. */
export function splitLines(text: string): readonly Line[] {
	if (!/[\r\0]/.test(text)) return splitAtLineFeeds(text); // Nearly every file, and several times as fast.
	const lines: Line[] = [];
	let start = 0;
	for (const { index, 0: mark } of text.matchAll(lineEnd)) {
		lines.push(toLine(text, start, index, index + mark.length));
		start = index + mark.length;
	}
	if (start < text.length) lines.push(toLine(text, start, text.length, text.length));
	return lines;
}

function splitAtLineFeeds(text: string): readonly Line[] {
	const lines: Line[] = [];
	let start = 0;
	for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', start)) {
		lines.push(toLine(text, start, at, at + 1));
		start = at + 1;
	}
	if (start < text.length) lines.push(toLine(text, start, text.length, text.length));
	return lines;
}

/** Offset of the first character of a line that is no blank, or the line's content end. */
export function firstInk(text: string, { start, contentEnd }: Pick<Line, 'start' | 'contentEnd'>): number {
	let at = start;
	while (at < contentEnd && isBlank(text.charCodeAt(at))) at++;
	return at;
}

/** Whether a character code is one of the blanks that systemd strips: space, tab, CR, LF. */
export function isBlank(code: number): boolean {
	return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

function toLine(text: string, start: number, contentEnd: number, end: number): Line {
	const ink = firstInk(text, { start, contentEnd });
	const comment = ink < contentEnd && (text[ink] === '#' || text[ink] === ';');
	return { start, contentEnd, end, comment, continues: !comment && endsInBackslash(text, start, contentEnd) };
}

function endsInBackslash(text: string, start: number, contentEnd: number): boolean {
	let at = contentEnd;
	while (at > start && text[at - 1] === '\\') at--;
	return (contentEnd - at) % 2 === 1;
}
