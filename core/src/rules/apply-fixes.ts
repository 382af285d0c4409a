// Applies fixes to a text: all that are wanted, as long as they do not touch each other.

import { overlaps, type Span } from '../syntax/span.ts';
import type { Fix, Problem, TextEdit } from './problem.ts';

/** The first fix of each problem that `wanted` lets pass, left to right; one that touches an earlier one waits. */
export function chooseFixes(problems: readonly Problem[], wanted: (fix: Fix) => boolean): readonly Fix[] {
	const chosen: Fix[] = [];
	const taken: Span[] = [];
	for (const { fixes } of problems) {
		const [fix] = fixes;
		if (fix === undefined || !wanted(fix)) continue;
		if (fix.edits.some(({ span }) => taken.some((other) => collides(span, other)))) continue;
		chosen.push(fix);
		taken.push(...fix.edits.map(({ span }) => span));
	}
	return chosen;
}

/** The text after all edits. The edits must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
	const ordered = [...edits].sort((a, b) => a.span.start - b.span.start);
	let result = '';
	let at = 0;
	for (const { span, text: replacement } of ordered) {
		result += text.slice(at, span.start) + replacement;
		at = span.end;
	}
	return result + text.slice(at);
}

function collides(a: Span, b: Span): boolean {
	return overlaps(a, b) || a.start === b.start;
}
