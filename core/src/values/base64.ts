// Base64 data, blanks between the characters allowed.

import { checkWhole } from './judge.ts';
import { noItems, type ValueBehaviour } from './value-kind.ts';

/** `StandardInputData=`. */
export const base64: ValueBehaviour = {
	check: checkWhole((text) =>
		isBase64(text) ? undefined : { what: 'this is no Base64', advice: 'check the data and its `=` at the end' },
	),
	complete: () => noItems,
	describe: () => undefined,
};

/** Whether a text is Base64 with its padding; an empty one is. */
export function isBase64(text: string): boolean {
	const characters = /\s/.test(text) ? text.replace(/\s/g, '') : text;
	return characters.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(characters);
}
