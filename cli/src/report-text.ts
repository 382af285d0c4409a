// Problems for people: a headline that editors and terminals can jump from, the line with carets under the fault,
// and a summary at the end.

import type { Problem } from '../../core/src/index.ts';
import type { Paint } from './colour.ts';
import { type TextLines, textLines } from './positions.ts';
import type { FileResult } from './result.ts';
import { sourceLine } from './source-line.ts';
import { visible } from './visible.ts';

/** How the report is to look. */
export interface TextStyle {
	readonly paint: Paint;
	/** Columns that a line of the report may take. */
	readonly width: number;
}

/** All problems, one after the other; empty if there are none. */
export function reportText(results: readonly FileResult[], style: TextStyle): string {
	return results
		.flatMap(({ path, text, problems }) => {
			const lines = textLines(text);
			return problems.flatMap((problem) => [
				headline(path, problem, lines, style),
				...excerpt(problem, lines, style),
				...relatedPlaces(path, problem, lines, style),
			]);
		})
		.map((line) => `${line}\n`)
		.join('');
}

function headline(
	path: string,
	{ rule, severity, message, span }: Problem,
	lines: TextLines,
	{ paint }: TextStyle,
): string {
	const place = paint('strong', `${placeOf(path, span.start, lines)}:`);
	return `${place} ${paint(severity, `${severity}:`)} ${visible(message)} ${paint('faint', `[${rule}]`)}`;
}

function relatedPlaces(path: string, { related }: Problem, lines: TextLines, { paint }: TextStyle): readonly string[] {
	return related.map(
		({ span, message }) => `${placeOf(path, span.start, lines)}: ${paint('info', 'note:')} ${visible(message)}`,
	);
}

/** `path:line:column`, counted from 1; a column is a character as people count, not a code unit. */
function placeOf(path: string, offset: number, lines: TextLines): string {
	const { line, character } = lines.position(offset);
	const column = [...lines.lineText(line).slice(0, character)].length + 1;
	return `${visible(path)}:${line + 1}:${column}`;
}

function excerpt({ severity, span }: Problem, lines: TextLines, { paint, width }: TextStyle): readonly string[] {
	const { start, end } = lines.range(span);
	const line = lines.lineText(start.line);
	// A fault of several lines is shown by its first.
	const part = {
		start: Math.min(start.character, line.length),
		end: end.line > start.line ? line.length : end.character,
	};
	const margin = String(start.line + 1);
	const bar = paint('faint', '|');
	const { text, underline } = sourceLine(line, part, Math.max(40, width - margin.length - 5));
	return [
		`  ${paint('faint', margin)} ${bar} ${text}`.trimEnd(),
		`  ${' '.repeat(margin.length)} ${bar} ${underline.replace(/\^+/, (carets) => paint(severity, carets))}`,
	];
}
