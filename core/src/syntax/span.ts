// Half-open ranges of offsets into a text. Offsets count UTF-16 code units, as JavaScript strings and LSP do.
// Lines and columns do not exist in the core; an adapter converts at the edge.

/** The characters from `start` up to, not including, `end`. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** Makes a span; `end` is never before `start`. */
export function span(start: number, end: number): Span {
	return { start, end: Math.max(start, end) };
}

/** The text that a span covers. */
export function textAt(text: string, { start, end }: Span): string {
	return text.slice(start, end);
}

/** Whether an offset lies in a span or at its end, which is where a caret stands after typing. */
export function touches({ start, end }: Span, offset: number): boolean {
	return start <= offset && offset <= end;
}

/** Whether two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
	return a.start < b.end && b.start < a.end;
}
