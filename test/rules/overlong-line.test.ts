// Lines of more than a mebibyte, which no example can show.
import { expect, test } from 'vitest';
import { lint, parse } from '../../core/src/index.ts';
import { contextFor } from '../support/check-problems.ts';

const limit = 1024 * 1024;

test.each([
	['ASCII letters', 'x'.repeat(limit), true],
	['ASCII letters just short enough', 'x'.repeat(limit - 'Description='.length), false],
	['letters of two bytes', 'é'.repeat(limit / 2), true],
	['fewer of those', 'é'.repeat(limit / 2 - 20), false],
	['several lines that are one value', `${'x'.repeat(limit / 2)} \\\n${'x'.repeat(limit / 2)}`, true],
])('%s', (_, value, tooLong) => {
	const problems = lint(parse(`[Unit]\nDescription=${value}\n`), contextFor('web.service'));
	expect(problems.map(({ rule }) => rule)).toEqual(tooLong ? ['overlong-line'] : []);
});
