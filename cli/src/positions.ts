// Offsets → lines and characters, counted from 0 in UTF-16 code units as editors do. A byte order mark is no part of
// the text that editors show, so it counts for nothing.

import type { Span } from '../../core/src/index.ts';

/** A place as editors and machine-readable reports count. */
export interface Position {
	readonly line: number;
	readonly character: number;
}

/** From one place up to, not including, another. */
export interface Range {
	readonly start: Position;
	readonly end: Position;
}

/** The lines of one text. */
export interface TextLines {
	readonly position: (offset: number) => Position;
	readonly range: (span: Span) => Range;
	/** Text of a line without its line end and byte order mark; empty beyond the last line. */
	readonly lineText: (line: number) => string;
}

const byteOrderMark = '\ufeff';
// Where editors end lines. systemd ends them at NUL as well, but nobody sees that as a line end.
const lineEnd = /\r\n|\r|\n/g;

/** The lines of a text; they are looked for when the first question comes, as most files have no problems. */
export function textLines(text: string): TextLines {
	let found: LineBounds | undefined;
	const bounds = () => {
		found ??= findLines(text);
		return found;
	};
	const position = (offset: number): Position => {
		const { starts } = bounds();
		const line = lastAtOrBefore(starts, offset);
		return { line, character: Math.max(0, offset - (starts[line] ?? 0)) };
	};
	return {
		position,
		range: ({ start, end }) => ({ start: position(start), end: position(end) }),
		lineText: (line) => text.slice(bounds().starts[line] ?? text.length, bounds().ends[line] ?? text.length),
	};
}

/** Where each line starts, and where its text ends. */
interface LineBounds {
	readonly starts: readonly number[];
	readonly ends: readonly number[];
}

function findLines(text: string): LineBounds {
	const marks = [...text.matchAll(lineEnd)];
	const first = text.startsWith(byteOrderMark) ? 1 : 0;
	return {
		starts: [first, ...marks.map(({ index, 0: mark }) => index + mark.length)],
		ends: [...marks.map(({ index }) => index), text.length],
	};
}

/** Index of the last start that is not after the offset; 0 if all are. */
function lastAtOrBefore(starts: readonly number[], offset: number): number {
	let low = 0;
	let high = starts.length - 1;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return low;
}
