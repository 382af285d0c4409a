// Joined text: what systemd sees after it has joined continuation lines, and the way back to offsets in the file.
// Nearly every piece stands on one line; such a piece has no parts, and its span says all.

import { isBlank, type Line } from './lines.ts';
import type { Span } from './span.ts';
import type { Joined, JoinedPart } from './tree.ts';

/** Joins the physical lines of an item as systemd does, nothing stripped yet. `from` skips a byte order mark. */
export function joinLines(text: string, lines: readonly Line[], from: number): Joined {
	const [only] = lines;
	if (only !== undefined && lines.length === 1 && !only.continues) {
		return inOnePiece(text, Math.max(only.start, from), only.contentEnd);
	}
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
	return slice(joined, start, end);
}

/** The piece `[start, end)` of a joined text. */
export function slice(joined: Joined, start: number, end: number): Joined {
	const text = joined.text.slice(start, end);
	if (joined.parts.length === 0) {
		const offset = joined.span.start;
		return { text, span: { start: offset + start, end: offset + end }, parts: noParts };
	}
	const parts = partsBetween(joined.parts, start, end);
	const [first] = parts;
	const last = parts.at(-1);
	const offset = sourceOffset(joined, start);
	const span = first && last ? { start: first.span.start, end: last.span.end } : { start: offset, end: offset };
	return { text, span, parts: parts.length > 1 ? parts : noParts };
}

/** The offset in the file of an index into a joined text. The index one past the end is allowed. */
export function sourceOffset({ span: { start, end }, parts }: Joined, index: number): number {
	if (parts.length === 0) return start + Math.min(index, end - start);
	let offset = start;
	for (const { at, span } of parts) {
		if (index < at) break;
		offset = span.start + Math.min(index - at, span.end - span.start);
	}
	return offset;
}

/** The index into a joined text of an offset in the file; an offset between two parts belongs to the later one. */
export function joinedIndex({ text, span: { start }, parts }: Joined, offset: number): number {
	if (parts.length === 0) return Math.min(text.length, Math.max(0, offset - start));
	for (const { at, span } of parts) {
		if (offset <= span.end) return at + Math.max(0, offset - span.start);
	}
	return text.length;
}

/** The span in the file of `[start, end)` of a joined text. */
export function sourceSpan(joined: Joined, start: number, end: number): Span {
	const first = sourceOffset(joined, start);
	return { start: first, end: end > start ? sourceOffset(joined, end - 1) + 1 : first };
}

const noParts: readonly JoinedPart[] = [];

function inOnePiece(text: string, start: number, end: number): Joined {
	return { text: text.slice(start, end), span: { start, end }, parts: noParts };
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
