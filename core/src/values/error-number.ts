// Error numbers and names: `EPERM`. Of system call filters also `kill`, which ends the process.

import { errorNumbers, largestErrorNumber } from '../catalogue/error-names.ts';
import { nearest } from '../catalogue/nearest.ts';
import type { Flaw } from './fault.ts';
import { type ItemDraft, wholeItems } from './items.ts';
import { checkWhole } from './judge.ts';
import { readInteger } from './numbers.ts';
import { plain } from './quote.ts';
import type { ValueBehaviour } from './value-kind.ts';

/** `SystemCallErrorNumber=`. */
export const errorNumberOrKill: ValueBehaviour = {
	check: checkWhole((text) => {
		const number = text === 'kill' ? 1 : readErrorNumber(text);
		return number === undefined || number === 0 ? errorNumberFlaw(text) : undefined;
	}),
	complete: (value, offset, context) => wholeItems(value, offset, context, errorNumberDrafts),
	describe: (value) => {
		const number = errorNumbers.get(value);
		return number === undefined ? undefined : { span: { start: 0, end: value.length }, text: `${value} (${number})` };
	},
};

/** The number of an error, by name in any case or as a number; 0 is no error. */
export function readErrorNumber(text: string): number | undefined {
	const named = errorNumbers.get(text.toUpperCase());
	if (named !== undefined) return named;
	const number = readInteger(text);
	return typeof number === 'number' && number >= 0 && number <= largestErrorNumber ? number : undefined;
}

/** The flaw of a text that is no error. */
export function errorNumberFlaw(text: string): Flaw {
	const near = nearest(text, errorNumbers.keys());
	const what = `\`${plain(text)}\` is no error number`;
	return near === undefined || /^\d/.test(text)
		? { what, advice: 'write one such as `EPERM`' }
		: { what, instead: near };
}

/** Items for the errors that filters mostly answer with. */
export const errorNumberDrafts: readonly ItemDraft[] = [
	{ label: 'EPERM', detail: 'operation not permitted' },
	{ label: 'EACCES', detail: 'permission denied' },
	{ label: 'ENOSYS', detail: 'there is no such system call' },
	{ label: 'EUCLEAN', detail: 'structure needs cleaning; stands out in logs' },
	{ label: 'kill', detail: 'ends the process' },
];
