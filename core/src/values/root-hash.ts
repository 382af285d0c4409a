// Verity hashes in hex digits, and their signatures in Base64; or the path of a file that holds them.

import { isBase64 } from './base64.ts';
import type { Flaw } from './fault.ts';
import { checkWhole } from './judge.ts';
import { noItems, type ValueBehaviour } from './value-kind.ts';

/** `RootHash=`: 16 bytes at least. */
export const rootHash: ValueBehaviour = {
	check: checkWhole((text) => (text.startsWith('/') ? undefined : judgeHash(text))),
	complete: () => noItems,
	describe: () => undefined,
};

/** `RootHashSignature=`. */
export const rootHashSignature: ValueBehaviour = {
	check: checkWhole((text, { release }) => {
		if (text.startsWith('/')) return undefined;
		if (!text.startsWith('base64:'))
			return { what: 'this is neither a path nor Base64', advice: 'begin it with `/` or `base64:`' };
		return isBase64(text.slice('base64:'.length), release)
			? undefined
			: { what: 'this is no Base64', advice: 'check the data' };
	}),
	complete: () => noItems,
	describe: () => undefined,
};

function judgeHash(text: string): Flaw | undefined {
	const digits = text.replace(/\s/g, '');
	if (!/^[0-9a-fA-F]+$/.test(digits) || digits.length % 2 === 1) {
		return { what: 'this is neither a path nor an even number of hex digits', advice: 'check the hash' };
	}
	return digits.length < 32 ? { what: 'the hash is too short', advice: 'it has 16 bytes at least' } : undefined;
}
