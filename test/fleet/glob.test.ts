// Patterns of Conflicts= and Replaces=: against what Go's path.Match said, and what holds for all of them.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGlob, isMalformedGlob, matchGlob } from '../../core/src/fleet/glob.ts';
import { readVectors } from './vectors.ts';

interface Recorded {
	readonly pattern: string;
	readonly name: string;
	readonly match: boolean;
	readonly error: string;
}

const recorded = readVectors<Recorded>('globs.json');

describe('fleet matches', () => {
	for (const { pattern, name, match, error } of recorded) {
		test(`${pattern} with ${JSON.stringify(name)}`, () => {
			expect(matchGlob(pattern, name)).toBe(match);
			expect(isMalformedGlob(pattern)).toBe(error !== '');
		});
	}

	test('as it was recorded 27 times', () => expect(recorded).toHaveLength(27));
});

test.each([
	['*a*b', 'xaxab', true],
	['*a*b', 'xaxbx', false],
	['*/b', 'a/b', true],
	['*b', 'a/b', false],
	['*', 'a/b', false],
	['a?b', 'a/b', false],
	['a[^x]b', 'a/b', true],
	['?', 'é', true],
	['?', '😀', true],
	['[a-c]?', 'b😀', true],
	['[☃-😀]', '✓', true],
	['[c-a]', 'b', false],
	['[^]a]', 'b', false],
	[String.raw`[\]\-]`, ']', true],
	[String.raw`[\]\-]`, '-', true],
	[String.raw`\*`, '*', true],
	[String.raw`\*`, 'a', false],
	['[[]', '[', true],
	['a]', 'a]', true],
	['[a-b-c]', 'b', false],
])('%s with %s: %s', (pattern, name, expected) => {
	expect(matchGlob(pattern, name)).toBe(expected);
});

test.each(['[a', '[]', '[^]', '[a-', '[a-]', '[--a]', '[a-b-c]', 'a\\', '[a\\', '*['])('%s is malformed', (pattern) => {
	expect(isMalformedGlob(pattern)).toBe(true);
});

test('a name with an escape is no pattern, though it does not match itself', () => {
	expect(isGlob(String.raw`a\x2db.service`)).toBe(false);
	expect(['a*', 'a?', '[a]'].map(isGlob)).toEqual([true, true, true]);
});

test('a pattern without special characters matches itself and nothing else', () => {
	const plain = fc.string({ unit: 'binary' }).map((text) => text.replace(/[*?[\\]/g, ''));
	fc.assert(
		fc.property(plain, plain, (pattern, name) => {
			expect(matchGlob(pattern, pattern)).toBe(true);
			expect(matchGlob(pattern, name)).toBe(pattern === name);
		}),
	);
});

test('stars and question marks match as a regular expression of the same meaning does', () => {
	const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '?') });
	const name = fc.string({ unit: fc.constantFrom('a', 'b', '/') });
	fc.assert(
		fc.property(pattern, name, (glob, text) => {
			const source = glob.replaceAll('/', '\\/').replaceAll('*', '[^/]*').replaceAll('?', '[^/]');
			expect(matchGlob(glob, text)).toBe(new RegExp(`^${source.replaceAll(/(?:\[\^\/\]\*)+/g, '[^/]*')}$`).test(text));
		}),
	);
});
