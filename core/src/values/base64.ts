// Base64 data, blanks between the characters allowed.

import { checkWhole } from './judge.ts';
import { noItems, type ValueBehaviour } from './value-kind.ts';

/** `StandardInputData=`. */
export const base64: ValueBehaviour = {
	check: checkWhole((text, { release }) =>
		isBase64(text, release)
			? undefined
			: { what: 'this is no Base64', advice: 'check the data and its `=` at the end' },
	),
	complete: () => noItems,
	describe: () => undefined,
};

/** Whether a text is Base64 with its padding; an empty one is. */
export function isBase64(text: string, release: number): boolean {
	const characters = /\s/.test(text) ? text.replace(/\s/g, '') : text;
	const alphabet = release < urlAlphabetSince ? /^[A-Za-z0-9+/]*={0,2}$/ : /^[A-Za-z0-9+/_-]*={0,2}$/;
	return characters.length % 4 === 0 && alphabet.test(characters);
}

/** First release that takes `-` and `_`, too, which are safe in addresses. */
const urlAlphabetSince = 257;
