// Unified diffs, shown as they are printed and applied again.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unifiedDiff } from '../../core/src/syntax/line-diff.ts';

const diff = (before: string, after: string) => `\n${unifiedDiff('web.service', before, after).join('\n')}`;
const lines = (...numbers: readonly number[]) => numbers.map((number) => `${number}\n`).join('');

describe('a diff', () => {
	test('is empty for equal texts', () => {
		expect(unifiedDiff('web.service', 'a\n', 'a\n')).toEqual([]);
	});

	test('shows a changed line with three lines around it', () => {
		expect(diff(lines(1, 2, 3, 4, 5, 6, 7, 8, 9), lines(1, 2, 3, 4, 50, 6, 7, 8, 9))).toBe(`
--- web.service
+++ web.service
@@ -2,7 +2,7 @@
 2
 3
 4
-5
+50
 6
 7
 8`);
	});

	test('keeps changes apart that are far from each other', () => {
		expect(diff(`a\n${lines(1, 2, 3, 4, 5, 6, 7)}b\n`, `${lines(1, 2, 3, 4, 5, 6, 7)}b\nc\n`)).toBe(`
--- web.service
+++ web.service
@@ -1,4 +1,3 @@
-a
 1
 2
 3
@@ -7,3 +6,4 @@
 6
 7
 b
+c`);
	});

	test('says where the line end at the end of the file is missing', () => {
		expect(diff('a\nb', 'a\nb\n')).toBe(`
--- web.service
+++ web.service
@@ -1,2 +1,2 @@
 a
-b
\\ No newline at end of file
+b`);
	});

	test('names the line before an empty range', () => {
		expect(diff('', 'a\n')).toContain('@@ -0,0 +1,1 @@');
	});

	test('applied to the first text gives the second', () => {
		const text = fc
			.tuple(fc.array(fc.constantFrom('a', 'b', 'c', '')), fc.constantFrom('', '\n'))
			.map(([all, end]) => all.join('\n') + end);
		fc.assert(
			fc.property(text, text, (before, after) => {
				expect(apply(before, unifiedDiff('x', before, after))).toBe(after);
			}),
		);
	});
});

/** Applies a diff as `patch` does, by the line numbers and rows of its hunks. */
function apply(before: string, rows: readonly string[]): string {
	const source = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
	let result = '';
	let at = 0;
	for (const [index, row] of rows.slice(2).entries()) {
		const [, start, length] = /^@@ -(\d+),(\d+) /.exec(row) ?? [];
		if (start !== undefined) {
			const next = Number(start) - Number(length !== '0');
			result += source.slice(at, next).join('');
			at = next;
			continue;
		}
		if (row.startsWith('\\')) continue;
		const text = row.slice(1) + (rows[index + 3]?.startsWith('\\') ? '' : '\n');
		if (row[0] !== '+') expect(source[at++]).toBe(text);
		if (row[0] !== '-') result += text;
	}
	return result + source.slice(at).join('');
}
