// Kinds of memory that a core dump has, by name or as a hex mask (core(5)).

import type { Flaw } from './fault.ts';
import { wordItems } from './items.ts';
import { checkWords } from './judge.ts';
import { unknownWordFlaw } from './unknown-word.ts';
import type { ValueBehaviour } from './value-kind.ts';

/** `CoredumpFilter=`. One wrong word spoils the whole value. */
export const coredumpFilter: ValueBehaviour = {
	check: checkWords(judgeWord, { quoting: {}, effect: 'skips-setting' }),
	complete: (value, offset, context) =>
		wordItems(
			value,
			offset,
			context,
			Object.entries(kinds).map(([label, detail]) => ({ label, detail })),
		),
	describe: () => undefined,
};

const kinds: Readonly<Record<string, string>> = {
	default: 'what the kernel dumps unless told otherwise',
	all: 'everything',
	'private-anonymous': 'private memory without a file',
	'shared-anonymous': 'shared memory without a file',
	'private-file-backed': 'private memory of files',
	'shared-file-backed': 'shared memory of files',
	'elf-headers': 'headers of programs and libraries',
	'private-huge': 'private huge pages',
	'shared-huge': 'shared huge pages',
	'private-dax': 'private memory of DAX devices',
	'shared-dax': 'shared memory of DAX devices',
};

function judgeWord(text: string): Flaw | undefined {
	if (text in kinds || /^(?:\+?(?:0x)?[0-9a-fA-F]{1,16}|-0+)$/.test(text)) return undefined;
	return unknownWordFlaw(text, 'kind of memory', Object.keys(kinds), 'write one such as `private-anonymous`');
}
