// Names of journal namespaces, and fields of journal entries.

import { byteLength } from '../syntax/byte-length.ts';
import type { Flaw } from './fault.ts';
import { checkWhole, checkWords } from './judge.ts';
import { plain } from './quote.ts';
import { noItems, type ValueBehaviour } from './value-kind.ts';

/** `LogNamespace=`: a name that may be part of a unit's and a file's. */
export const logNamespace: ValueBehaviour = {
	check: checkWhole((text) => {
		const fine = /^[A-Za-z0-9:_.@-]+$/.test(text) && !/^\.\.?$/.test(text) && byteLength(text) <= 211;
		return fine
			? undefined
			: { what: `\`${plain(text)}\` is no name of a journal namespace`, advice: 'use letters, digits and `:-_.`' };
	}),
	complete: () => noItems,
	describe: () => undefined,
};

/** `LogExtraFields=`. */
export const journalField: ValueBehaviour = {
	check: checkWords(judgeField, { quoting: { unquote: true, cUnescape: true } }),
	complete: () => noItems,
	describe: () => undefined,
};

function judgeField(text: string): Flaw | undefined {
	const equals = text.indexOf('=');
	if (equals === -1) return { what: `\`${plain(text)}\` is no assignment of a field`, advice: 'write `FIELD=value`' };
	const name = text.slice(0, equals);
	if (/^[A-Z][A-Z0-9_]{0,63}$/.test(name)) return undefined;
	const part = { start: 0, end: equals };
	const upper = name.toUpperCase();
	if (/^[A-Z][A-Z0-9_]{0,63}$/.test(upper))
		return { what: `the field \`${plain(name)}\` is not in capitals`, part, instead: upper };
	return {
		what: `\`${plain(name)}\` is no name of a field`,
		part,
		advice: 'use capitals, digits and `_`, a capital first',
	};
}
