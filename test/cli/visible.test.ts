// What a terminal would act on or hide is shown as an escape.

import { expect, test } from 'vitest';
import { visible } from '../../cli/src/visible.ts';

test.each([
	['a terminal escape', '\x1b[31mred', '\\x1b[31mred'],
	['a line end', 'a\r\nb', 'a\\x0d\\x0ab'],
	['a control of one byte beyond ASCII', '\x9b31m', '\\u009b31m'],
	['a byte that is no UTF-8', '\udcff', '\\xff'],
	['a mark that turns the direction of text', 'a\u202eb', 'a\\u202eb'],
	['a blank of no width', 'a\u200bb', 'a\\u200bb'],
	['a tag character', 'a\u{e0041}', 'a\\u{e0041}'],
])('%s is escaped', (_name, text, shown) => {
	expect(visible(text)).toBe(shown);
});

test('letters of any script stay as they are', () => {
	expect(visible('Café 日本 😀')).toBe('Café 日本 😀');
});
