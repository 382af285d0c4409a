// Words that systemd takes without a complaint though nothing of that name exists: unknown capabilities, secure bits,
// architectures. What is shaped like a name was surely meant as one; numbers, marks and the like are said more quietly.

import { booleanWords } from '../catalogue/booleans.ts';
import { nearest } from '../catalogue/nearest.ts';
import type { Flaw } from './fault.ts';
import { plain } from './quote.ts';

/** The flaw of a word that is none of the known ones, though systemd says nothing. */
export function unnoticedFlaw(text: string, noun: string, known: Iterable<string>): Flaw {
	const near = nearest(text, known);
	const what = `there is no ${noun} \`${plain(text)}\`, and systemd says nothing`;
	if (near !== undefined) return { what, effect: 'misled', instead: near };
	return { what, effect: unnoticedEffect(text), advice: 'check the name' };
}

/** How surely a text that systemd takes in silence is wrong: letters first, and no word that other settings take. */
export function unnoticedEffect(text: string): 'misled' | 'doubtful' {
	const isName = /^[a-z][a-z0-9_+-]{2,}$/.test(text) && !booleanWords.has(text) && text !== 'infinity';
	return isName ? 'misled' : 'doubtful';
}
