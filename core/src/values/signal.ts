// Signals by name, with or without `SIG`, by number, or counted from the real-time ones (signal_from_string()).

import { nearest } from '../catalogue/nearest.ts';
import { realtimeSignals, signals } from '../catalogue/signals.ts';
import type { Flaw } from './fault.ts';
import { type ItemDraft, wholeItems } from './items.ts';
import { checkWhole } from './judge.ts';
import { readUnsigned } from './numbers.ts';
import { plain } from './quote.ts';
import type { ValueBehaviour } from './value-kind.ts';

/** `KillSignal=` and its like. */
export const signal: ValueBehaviour = {
	check: checkWhole((text) => (readSignal(text) === undefined ? signalFlaw(text) : undefined)),
	complete: (value, offset, context) => wholeItems(value, offset, context, signalDrafts),
	describe: (value) => {
		const text = describeSignal(value);
		return text === undefined ? undefined : { span: { start: 0, end: value.length }, text };
	},
};

/** The number of a signal. */
export function readSignal(text: string): number | undefined {
	const number = numbers.get(text) ?? numbers.get(`SIG${text}`);
	return number ?? readRealtime(text) ?? readNumber(text);
}

/** Name, number and meaning of a signal. */
export function describeSignal(text: string): string | undefined {
	const number = readSignal(text);
	const found = signals.find((candidate) => candidate.number === number);
	if (found !== undefined) return `${found.name} (${found.number}): ${found.meaning}`;
	return number === undefined ? undefined : `signal ${number}`;
}

/** Items for every signal. */
export const signalDrafts: readonly ItemDraft[] = signals.map(({ name, number, meaning }) => ({
	label: name,
	detail: `${number}: ${meaning}`,
}));

/** The flaw of a text that is no signal. */
export function signalFlaw(text: string): Flaw {
	const upper = text.toUpperCase();
	const renamed = synonyms.get(upper.replace(/^SIG/, ''));
	const near = renamed ?? (readSignal(upper) === undefined ? nearest(text, spellings) : upper);
	const what = `\`${plain(text)}\` is no signal`;
	return near === undefined ? { what, advice: 'write one such as `SIGTERM`' } : { what, instead: near };
}

const numbers: ReadonlyMap<string, number> = new Map(signals.map(({ name, number }) => [name, number]));

const spellings: readonly string[] = signals.flatMap(({ name }) => [name, name.slice('SIG'.length)]);

const synonyms: ReadonlyMap<string, string> = new Map([
	['POLL', 'SIGIO'],
	['IOT', 'SIGABRT'],
	['CLD', 'SIGCHLD'],
]);

function readRealtime(text: string): number | undefined {
	const [, end, distance = '0'] = /^(?:SIG)?RT(MIN|MAX)(?:[+-](\d+))?$/.exec(text) ?? [];
	if (end === undefined || text.includes(end === 'MIN' ? '-' : '+')) return undefined;
	const { first, last } = realtimeSignals;
	const number = end === 'MIN' ? first + Number(distance) : last - Number(distance);
	return number >= first && number <= last ? number : undefined;
}

function readNumber(text: string): number | undefined {
	const number = readUnsigned(text);
	return typeof number === 'number' && number >= 1 && number <= realtimeSignals.last ? number : undefined;
}
