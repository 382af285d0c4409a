// The two rows under a headline, as they look on a terminal of forty columns or fewer.

import { describe, expect, test } from 'vitest';
import { sourceLine } from '../../cli/src/source-line.ts';

/** Both rows as printed; the part to underline stands between `«` and `»`. */
function show(marked: string, width = 40): string {
	const start = marked.indexOf('«');
	const end = marked.indexOf('»') - 1;
	const { text, underline } = sourceLine(marked.replace(/[«»]/g, ''), { start, end }, width);
	return `\n${text}\n${underline}`;
}

describe('carets', () => {
	test('stand under the part', () => {
		expect(show('«ExecStrat»=/bin/true')).toBe(`
ExecStrat=/bin/true
^^^^^^^^^`);
	});

	test('there is one for an empty part at the end', () => {
		expect(show('[Unit«»')).toBe(`
[Unit
     ^`);
	});

	test('stand right after tabs, which are expanded', () => {
		expect(show('\tA\t«B»')).toBe(`
    A   B
        ^`);
	});

	test('stand right after wide characters and under all their columns', () => {
		expect(show('日本=«日本»x')).toBe(`
日本=日本x
     ^^^^`);
	});

	test('stand right after emoji and combining marks', () => {
		expect(show('😀e\u0301=«x»')).toBe(`
😀e\u0301=x
    ^`);
	});

	test('stand under the escapes of control characters', () => {
		expect(show('A=\x1b[«\x07»x')).toBe(`
A=\\x1b[\\x07x
       ^^^^`);
	});
});

describe('a long line', () => {
	test('is cut after the part', () => {
		expect(show(`«Key»=${'x'.repeat(100)}`, 20)).toBe(`
Key=xxxxxxxxxxxxxx…
^^^`);
	});

	test('is cut on both sides of the part', () => {
		expect(show(`${'a'.repeat(100)}«Key»${'z'.repeat(100)}`, 20)).toBe(`
…aaaaaaKeyzzzzzzzzz…
       ^^^`);
	});

	test('is shown to its end when the part is near it', () => {
		expect(show(`${'a'.repeat(100)}«Key»`, 20)).toBe(`
…aaaaaaaaaaaaaaaKey
                ^^^`);
	});

	test('shows the beginning of a part that is longer than the terminal is wide', () => {
		expect(show(`${'a'.repeat(100)}«${'k'.repeat(100)}»`, 20)).toBe(`
…aaaaaakkkkkkkkkkkk…
       ^^^^^^^^^^^^`);
	});

	test('is not cut within a character', () => {
		expect(show(`${'😀'.repeat(50)}«x»${'😀'.repeat(50)}`, 20)).toBe(`
…😀😀😀x😀😀😀😀😀…
       ^`);
	});
});
