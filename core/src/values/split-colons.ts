// Splits a word at its colons, where one word holds several parts (extract_many_words() of systemd).

import { splitWords } from '../syntax/quoting.ts';

/** How colons are read; systemd has both ways. */
export interface ColonOptions {
	/** Two colons are one, and those at both ends are none. Otherwise they have an empty part between them. */
	readonly coalesce: boolean;
	/** C escapes are read, and an unknown one is a fault. Otherwise a backslash only keeps the next character. */
	readonly escapes: boolean;
}

/** The parts of a word; `undefined` where an escape is wrong. */
export function splitColons(text: string, { coalesce, escapes }: ColonOptions): readonly string[] | undefined {
	if (!text.includes('\\')) return coalesce ? text.split(/:+/).filter((part) => part !== '') : text.split(':');
	const options = { separators: ':', dontCoalesceSeparators: !coalesce };
	const reading = { cUnescape: true, unescapeSeparators: true };
	const { words, fault } = splitWords(text, escapes ? { ...options, ...reading } : options);
	return fault === undefined ? words.map((word) => word.text) : undefined;
}

/** The flaw of a word that cannot be split. */
export const colonFlaw = { what: 'a backslash begins no escape that systemd knows', advice: 'double it' } as const;
