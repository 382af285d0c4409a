// One line of a file and a row of carets under part of it, as they look on a terminal: tabs expanded, wide characters
// counted as two columns, invisible ones escaped, a long line cut around the carets.

import type { Span } from '../../core/src/index.ts';
import { visible } from './visible.ts';

/** The two rows to print. */
export interface SourceLine {
	readonly text: string;
	readonly underline: string;
}

/** A character as it is shown; its span is within the line. */
interface Cell extends Span {
	readonly text: string;
	/** Columns before it. */
	readonly column: number;
	readonly width: number;
}

const tabWidth = 4;
const ellipsis = '…';

/** Shows a line with a part of it underlined (at least one column), in at most `width` columns. */
export function sourceLine(line: string, part: Span, width: number): SourceLine {
	// No column is narrower than a character, combining marks aside: this much surely holds what will be shown.
	const near = { start: characterStart(line, part.start - width), end: characterStart(line, part.start + 2 * width) };
	const shown = windowAround(toCells(line, near), part, width - 2 * ellipsis.length);
	const before = (shown[0]?.start ?? 0) > 0 ? ellipsis : '';
	const after = (shown.at(-1)?.end ?? line.length) < line.length ? ellipsis : '';
	return {
		text: (before + shown.map(({ text }) => text).join('') + after).trimEnd(),
		underline: ' '.repeat(before.length) + underline(shown, part),
	};
}

/** The cells of a stretch of `width` columns that shows the part, or its beginning with some text before it. */
function windowAround(cells: readonly Cell[], part: Span, width: number): readonly Cell[] {
	const inPart = cells.filter((cell) => cell.start >= part.start && cell.start < part.end);
	const caret = inPart[0]?.column ?? columnsOf(cells);
	const partEnd = caret + Math.max(1, sumOfWidths(inPart));
	const latest = Math.max(0, columnsOf(cells) - width);
	const left = partEnd <= width && cells[0]?.start === 0 ? 0 : Math.min(Math.max(0, caret - width / 3), latest);
	return cells.filter((cell) => cell.column >= left && cell.column + cell.width <= left + width);
}

function underline(shown: readonly Cell[], part: Span): string {
	const before = sumOfWidths(shown.filter((cell) => cell.start < part.start));
	const under = sumOfWidths(shown.filter((cell) => cell.start >= part.start && cell.start < part.end));
	return ' '.repeat(before) + '^'.repeat(Math.max(1, under));
}

function toCells(line: string, { start, end }: Span): readonly Cell[] {
	const cells: Cell[] = [];
	let column = 0;
	let at = start;
	for (const character of line.slice(start, end)) {
		const text = character === '\t' ? ' '.repeat(tabWidth - (column % tabWidth)) : visible(character);
		const width = text === character ? widthOf(character) : text.length;
		cells.push({ start: at, end: at + character.length, text, column, width });
		column += width;
		at += character.length;
	}
	return cells;
}

/** The offset, kept within the line and moved to where a character begins. */
function characterStart(line: string, offset: number): number {
	if (offset <= 0) return 0;
	const isInPair = /^[\ud800-\udbff][\udc00-\udfff]/.test(line.slice(offset - 1, offset + 1));
	return isInPair ? offset - 1 : Math.min(offset, line.length);
}

function columnsOf(cells: readonly Cell[]): number {
	const last = cells.at(-1);
	return last === undefined ? 0 : last.column + last.width;
}

function sumOfWidths(cells: readonly Cell[]): number {
	return cells.reduce((sum, { width }) => sum + width, 0);
}

// Blocks of East Asian wide and fullwidth characters (Unicode Standard Annex 11), and emoji.
const wide =
	/[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const combining = /[\p{Mn}\p{Me}]/u;

function widthOf(character: string): number {
	if (character < '\u0300') return 1;
	if (combining.test(character)) return 0;
	return wide.test(character) ? 2 : 1;
}
