// Words one slip away from a known one.

import { expect, test } from 'vitest';
import { didYouMean } from '../../cli/src/did-you-mean.ts';

test.each([
	['left out', 'lnt'],
	['added', 'liint'],
	['changed', 'linr'],
	['swapped with its neighbour', 'lnit'],
])('a word with one character %s is recognised', (_slip, word) => {
	expect(didYouMean(word, ['serve', 'lint'])).toBe('; did you mean lint');
});

test.each(['line-up', 'steve-o', ''])('%j is too far off for a guess', (word) => {
	expect(didYouMean(word, ['serve', 'lint'])).toBe('');
});
