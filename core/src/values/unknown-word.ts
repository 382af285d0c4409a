// The flaw of a word that is none of a table: with the near miss it most likely stands for.

import { nearest } from '../catalogue/nearest.ts';
import type { Flaw } from './fault.ts';
import type { ItemDraft } from './items.ts';
import { plain } from './quote.ts';

/** Says that a word is no `noun`, and what was meant, or what to do. */
export function unknownWordFlaw(text: string, noun: string, known: Iterable<string>, advice: string): Flaw {
	return knownMeantFlaw(text, noun, nearest(text, known), advice);
}

/** Likewise, where what was meant is known already, if anything. */
export function knownMeantFlaw(text: string, noun: string, meant: string | undefined, advice: string): Flaw {
	const what = `\`${plain(text)}\` is no ${noun}`;
	return meant === undefined ? { what, advice } : { what, instead: meant };
}

/** The flaw of a word that the release does not know yet. */
export function tooNewFlaw(text: string, since: number, release: number): Flaw {
	return { what: `\`${plain(text)}\` came with systemd ${since}, and ${release} does not know it` };
}

/** Items for words that speak for themselves. */
export function wordDrafts(words: Iterable<string>): readonly ItemDraft[] {
	return Array.from(words, (label) => ({ label, detail: '' }));
}
