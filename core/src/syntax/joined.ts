// Joined text: what systemd sees after it has joined continuation lines, and the way back to offsets in the file.

import { isBlank, type Line } from './lines.ts';
import type { Span } from './span.ts';
import type { Joined, JoinedPart } from './tree.ts';

/** Joins the physical lines of an item as systemd does, nothing stripped yet. `from` skips a byte order mark. */
export function joinLines(text: string, lines: readonly Line[], from: number): Joined {
	const parts: JoinedPart[] = [];
	let joined = '';
	for (const line of lines) {
		if (line.comment) continue;
		const start = Math.max(line.start, from);
		parts.push({ at: joined.length, span: { start, end: line.contentEnd } });
		joined += line.continues ? `${text.slice(start, line.contentEnd - 1)} ` : text.slice(start, line.contentEnd);
	}
	const end = parts.at(-1)?.span.end ?? from;
	return { text: joined, span: { start: from, end }, parts };
}

/** The piece `[from, to)` of a joined text, without the blanks at both ends. */
export function sliceTrimmed(joined: Joined, from: number, to: number): Joined {
	let start = from;
	let end = Math.max(from, to);
	while (start < end && isBlank(joined.text.charCodeAt(start))) start++;
	while (end > start && isBlank(joined.text.charCodeAt(end - 1))) end--;
	const parts = partsBetween(joined.parts, start, end);
	const first = parts[0];
	const last = parts.at(-1);
	const spanned: Span =
		first && last ? { start: first.span.start, end: last.span.end } : emptyAt(sourceOffset(joined, start));
	return { text: joined.text.slice(start, end), span: spanned, parts };
}

/** The offset in the file of an index into a joined text. The index one past the end is allowed. */
export function sourceOffset(joined: Joined, index: number): number {
	let offset = joined.span.start;
	for (const { at, span } of joined.parts) {
		if (index < at) break;
		offset = span.start + Math.min(index - at, span.end - span.start);
	}
	return offset;
}

/** The index into a joined text of an offset in the file; an offset between two parts belongs to the later one. */
export function joinedIndex(joined: Joined, offset: number): number {
	for (const { at, span } of joined.parts) {
		if (offset <= span.end) return at + Math.max(0, offset - span.start);
	}
	return joined.text.length;
}

/** The span in the file of `[start, end)` of a joined text. */
export function sourceSpan(joined: Joined, start: number, end: number): Span {
	const first = sourceOffset(joined, start);
	return { start: first, end: end > start ? sourceOffset(joined, end - 1) + 1 : first };
}

function partsBetween(parts: readonly JoinedPart[], start: number, end: number): JoinedPart[] {
	const kept: JoinedPart[] = [];
	for (const { at, span } of parts) {
		const from = Math.max(at, start);
		const to = Math.min(at + (span.end - span.start), end);
		if (from < to) kept.push({ at: from - start, span: { start: span.start + from - at, end: span.start + to - at } });
	}
	return kept;
}

function emptyAt(offset: number): Span {
	return { start: offset, end: offset };
}
