// Truth values: `yes` and `no` and their other spellings.

import { booleanWords, mistakenBooleans } from '../catalogue/booleans.ts';
import { nearest } from '../catalogue/nearest.ts';
import type { Flaw } from './fault.ts';
import { wholeItems } from './items.ts';
import { checkWhole } from './judge.ts';
import { plain } from './quote.ts';
import type { ValueBehaviour } from './value-kind.ts';

/** `yes`, `no`, and what systemd reads alike. */
export const boolean: ValueBehaviour = {
	check: checkWhole((text) => (readBoolean(text) === undefined ? notBoolean(text) : undefined)),
	complete: (value, offset, context) =>
		wholeItems(value, offset, context, [
			{ label: 'yes', detail: '' },
			{ label: 'no', detail: '' },
		]),
	describe: (value) => describeBoolean(value),
};

/** The truth value that a text stands for, if any. */
export function readBoolean(text: string): boolean | undefined {
	return booleanWords.get(text) ?? booleanWords.get(text.toLowerCase());
}

/** The spelling that a reader need not look up; nothing where it is that one already. */
export function describeBoolean(
	value: string,
): { readonly span: { start: number; end: number }; text: string } | undefined {
	const meaning = readBoolean(value);
	const word = meaning ? 'yes' : 'no';
	if (meaning === undefined || word === value) return undefined;
	return { span: { start: 0, end: value.length }, text: `systemd reads it as \`${word}\`` };
}

/** The truth value that a wrong word was most likely meant to be. */
export function nearBoolean(text: string): string | undefined {
	return mistakenBooleans.get(text.toLowerCase()) ?? nearest(text, ['yes', 'no', 'true', 'false', 'off']);
}

function notBoolean(text: string): Flaw {
	const near = nearBoolean(text);
	const what = `\`${plain(text)}\` is neither yes nor no`;
	return near === undefined ? { what, advice: 'write `yes` or `no`' } : { what, instead: near };
}
