// The tests' own language of marks must itself be right: what is drawn can be read back.

import { expect, test } from 'vitest';
import { renderMarks, stripMarks, takeCaret } from './marked-text.ts';

const marked = `[Service]
ExecStrat=/bin/true
^^^^^^^^^ first
          ^^^^^^^^^ second
\tKey=a \\
\t^^^^^^^… over two lines
  b`;

test('mark lines are taken out and become spans of the text that is left', () => {
	const { text, marks } = stripMarks(marked);
	expect(text).toBe('[Service]\nExecStrat=/bin/true\n\tKey=a \\\n  b');
	expect(marks.map(({ span, message }) => [text.slice(span.start, span.end), message])).toEqual([
		['ExecStrat', 'first'],
		['/bin/true', 'second'],
		['Key=a \\', 'over two lines'],
	]);
});

test('drawn marks are those that were read', () => {
	const { text, marks } = stripMarks(marked);
	const reaching = marks.map((mark) => (mark.message.startsWith('over') ? { ...mark, span: reach(mark.span) } : mark));
	expect(renderMarks(text, reaching)).toBe(marked);
});

test('a mark without width is one caret, also at the end of the text', () => {
	expect(renderMarks('A=\n', [{ span: { start: 2, end: 2 }, message: 'empty' }])).toBe('A=\n  ^ empty\n');
	expect(renderMarks('A=\n', [{ span: { start: 3, end: 3 }, message: 'the end' }])).toBe('A=\n\n^ the end');
	expect(stripMarks('A=\n\n^ the end').text).toBe('A=\n');
});

test('the caret is taken out, and must be there once', () => {
	expect(takeCaret('\nA=<|>b\n')).toEqual({ text: 'A=b\n', offset: 2 });
	expect(() => takeCaret('A=b')).toThrow('exactly one <|>');
	expect(() => takeCaret('<|>A=<|>b')).toThrow('exactly one <|>');
});

function reach({ start, end }: { start: number; end: number }) {
	return { start, end: end + 2 };
}
