// Lists of exit statuses and signals: `75 SUCCESS SIGKILL`.

import { exitStatuses } from '../catalogue/exit-statuses.ts';
import { nearest } from '../catalogue/nearest.ts';
import type { Flaw } from './fault.ts';
import { type ItemDraft, wordItems, wordSpanAt } from './items.ts';
import { checkWords } from './judge.ts';
import { readUnsigned } from './numbers.ts';
import { plain } from './quote.ts';
import { describeSignal, readSignal, signalDrafts } from './signal.ts';
import type { ValueBehaviour } from './value-kind.ts';

/** `SuccessExitStatus=` and its like: a number is a status, never a signal. */
export const exitStatusList: ValueBehaviour = {
	check: checkWords((text) => (isStatus(text) || isSignalName(text) ? undefined : statusFlaw(text)), { quoting: {} }),
	complete: (value, offset, context) => wordItems(value, offset, context, drafts),
	describe: (value, offset) => {
		const span = wordSpanAt(value, offset);
		const word = value.slice(span.start, span.end);
		const named = exitStatuses.find(({ name, status }) => name === word || String(status) === word);
		const text =
			named === undefined
				? isSignalName(word)
					? describeSignal(word)
					: undefined
				: `${named.name} (${named.status}): ${named.meaning}`;
		return text === undefined ? undefined : { span, text };
	},
};

const names: ReadonlySet<string> = new Set(exitStatuses.map(({ name }) => name));

const drafts: readonly ItemDraft[] = [
	...exitStatuses.map(({ name, status, meaning }) => ({ label: name, detail: `${status}: ${meaning}` })),
	...signalDrafts,
];

function isStatus(text: string): boolean {
	if (names.has(text)) return true;
	const number = readUnsigned(text);
	return typeof number === 'number' && number <= 255;
}

function isSignalName(text: string): boolean {
	return /^[A-Z]/.test(text) && readSignal(text) !== undefined;
}

function statusFlaw(text: string): Flaw {
	const what = `\`${plain(text)}\` is neither an exit status nor a signal`;
	if (/^\d+,[\d,]+$/.test(text))
		return { what, instead: text.replaceAll(',', ' '), advice: 'put blanks between statuses' };
	const bare = text.toUpperCase().replace(/^EX_/, '');
	const known =
		names.has(bare) || readSignal(bare) !== undefined
			? bare
			: nearest(text, [...names, ...signalDrafts.map(({ label }) => label)]);
	return known === undefined ? { what, advice: 'write a number from 0 to 255, or a name' } : { what, instead: known };
}
