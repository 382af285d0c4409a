// Text with marks: a line of blanks and `^^^` marks the text above it and carries a message; `<|>` is the caret.
// No line of a unit file begins with `^`, so marks need no comment sign. What the messages mean is not known here.

import type { Span } from '../../core/src/index.ts';

/** A piece of text and what is said of it. */
export interface Mark {
	readonly span: Span;
	readonly message: string;
}

/** A text without its mark lines, and the marks as spans of it. */
export interface StrippedText {
	readonly text: string;
	/** In the order they were drawn. One drawn with `…` reaches on below its line; here it ends with the line. */
	readonly marks: readonly Mark[];
}

const markLine = /^([ \t]*)(\^+)(…?)(?: (.*))?$/;
const caret = '<|>';

/** Takes the mark lines out of a marked text. The line break that a template literal begins with does not count. */
export function stripMarks(marked: string): StrippedText {
	const lines: string[] = [];
	const marks: Mark[] = [];
	let lineStart = 0;
	for (const line of withoutFirstBreak(marked).split('\n')) {
		const [, indent = '', carets = '', more = '', message = ''] = markLine.exec(line) ?? [];
		const last = lines.at(-1);
		if (carets === '' || last === undefined) {
			lineStart += last === undefined ? 0 : last.length + 1;
			lines.push(line);
			continue;
		}
		const start = lineStart + indent.length;
		const end = more === '' ? start + carets.length : lineStart + last.length;
		marks.push({ span: { start, end }, message });
	}
	return { text: lines.join('\n'), marks };
}

/**
 * Draws marks into a text, each on a line of its own below the line it begins on. A mark without width is one `^`;
 * one that reaches beyond its line ends in `…`. Tabs before the mark stay tabs, so that it stands right in any editor.
 */
export function renderMarks(text: string, marks: readonly Mark[]): string {
	const drawn: string[] = [];
	let start = 0;
	for (const line of text.split('\n')) {
		const end = start + line.length;
		const onLine = marks.filter(({ span }) => start <= span.start && span.start <= end);
		drawn.push(line, ...onLine.map((mark) => drawMark(line, start, mark)));
		start = end + 1;
	}
	return drawn.join('\n');
}

/** Takes the caret `<|>` out of a text; throws if it is not there exactly once. */
export function takeCaret(marked: string): { readonly text: string; readonly offset: number } {
	const [before, after, ...others] = withoutFirstBreak(marked).split(caret);
	if (before === undefined || after === undefined || others.length > 0) {
		throw new Error(`expected exactly one ${caret} in:\n${marked}`);
	}
	return { text: before + after, offset: before.length };
}

/** The text of a template literal that begins on a line of its own. */
export function withoutFirstBreak(text: string): string {
	return text.replace(/^\n/, '');
}

function drawMark(line: string, lineStart: number, { span, message }: Mark): string {
	const column = span.start - lineStart;
	const indent = line.slice(0, column).replace(/[^\t]/g, ' ');
	const lineEnd = lineStart + line.length;
	const carets = '^'.repeat(Math.max(1, Math.min(span.end, lineEnd) - span.start));
	return `${indent}${carets}${span.end > lineEnd ? '…' : ''} ${message}`.trimEnd();
}
