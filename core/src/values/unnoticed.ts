// Words that systemd takes without a complaint though nothing of that name exists: unknown capabilities, secure bits,
// architectures. A near miss of a known word is surely a slip; anything else is said more quietly.

import { nearest } from '../catalogue/nearest.ts';
import type { Flaw } from './fault.ts';
import { plain } from './quote.ts';

/** The flaw of a word that is none of the known ones, though systemd says nothing. */
export function unnoticedFlaw(text: string, noun: string, known: Iterable<string>): Flaw {
	const near = nearest(text, known);
	const what = `there is no ${noun} \`${plain(text)}\`, and systemd says nothing`;
	return near === undefined
		? { what, effect: 'doubtful', advice: 'check the name' }
		: { what, effect: 'misled', instead: near };
}
