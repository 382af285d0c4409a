// “Did you mean” for flags, commands and formats.

import { nearest } from '../../core/src/index.ts';

/** The hint to append to a message; empty if no word is near. */
export function didYouMean(word: string, words: readonly string[]): string {
	const near = nearest(word, words);
	return near === undefined ? '' : `; did you mean ${near}`;
}
