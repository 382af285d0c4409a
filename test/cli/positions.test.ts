// Offsets to lines and characters, as editors count them.

import { describe, expect, test } from 'vitest';
import { textLines } from '../../cli/src/positions.ts';

describe('positions', () => {
	test('count lines and characters from 0', () => {
		expect(textLines('[Unit]\nA=b\n').position(9)).toEqual({ line: 1, character: 2 });
	});

	test.each(['\n', '\r\n', '\r'])('know the line end %j', (end) => {
		const text = ['a', 'b', 'cd'].join(end);
		expect(textLines(text).position(text.length - 1)).toEqual({ line: 2, character: 1 });
	});

	test('the end of a text that ends in a line end is on a line of its own', () => {
		expect(textLines('a\n').position(2)).toEqual({ line: 1, character: 0 });
	});

	test('a byte order mark counts for nothing', () => {
		expect(textLines('\ufeffab\n').position(2)).toEqual({ line: 0, character: 1 });
		expect(textLines('\ufeffab\n').position(0)).toEqual({ line: 0, character: 0 });
	});
});

describe('the text of a line', () => {
	test('has no line end', () => {
		expect(['a', 'b', '', ''].map((_, line) => textLines('a\r\nb\r').lineText(line))).toEqual(['a', 'b', '', '']);
	});

	test('has no byte order mark', () => {
		expect(textLines('\ufeff[Unit]').lineText(0)).toBe('[Unit]');
	});
});
