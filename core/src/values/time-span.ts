// Time spans: numbers with units, added up: `1h 30min`. A number without a unit counts seconds, of `TimerSlackNSec=`
// nanoseconds (parse_time() and parse_nsec() of systemd).

import { leastTimeSpans } from '../catalogue/bounds.ts';
import { nearest } from '../catalogue/nearest.ts';
import { type TimeUnit, timeUnits } from '../catalogue/time-units.ts';
import type { Flaw } from './fault.ts';
import { groupDigits } from './group-digits.ts';
import { type ItemDraft, wholeItems } from './items.ts';
import { checkWhole } from './judge.ts';
import { max64, type NumberRead } from './numbers.ts';
import { plain } from './quote.ts';
import type { ValueBehaviour, ValueContext, ValueNote } from './value-kind.ts';

/** A span in which a bare number counts seconds. */
export const timeSpan: ValueBehaviour = {
	check: checkWhole(judgeTimeSpan),
	complete: (value, offset, context) => wholeItems(value, offset, context, fittingDrafts(value, offset, context)),
	describe: (value) => describeSpan(value),
};

/** A span in which a bare number counts nanoseconds. */
export const timeSpanNsec: ValueBehaviour = {
	check: checkWhole((text) => spanFlaw(text, readNanoseconds(text))),
	complete: (value, offset, context) => wholeItems(value, offset, context, drafts(value, offset)),
	describe: (value) => {
		const span = readNanoseconds(value);
		if (typeof span !== 'number' || span === Number.POSITIVE_INFINITY) return undefined;
		return { span: { start: 0, end: value.length }, text: `${value} = ${groupDigits(Math.trunc(span))} ns` };
	},
};

/** A span in microseconds; `Infinity` for `infinity`, `too-large` for negative ones and those beyond 64 bits. */
export function readTimeSpan(text: string, bareUnit = 1_000_000): NumberRead {
	return readSpan(text, bareUnit, 1);
}

/** A span in nanoseconds. */
export function readNanoseconds(text: string): NumberRead {
	return readSpan(text, 1, 1000);
}

/** What is wrong with a text that should be a time span. */
export function spanFlaw(text: string, read: NumberRead): Flaw | undefined {
	if (typeof read === 'number') return undefined;
	if (read === 'too-large') {
		return { what: `\`${plain(text)}\` is out of range for a time span`, advice: 'write `infinity` for no limit' };
	}
	return (
		unitFlaw(text) ?? { what: `\`${plain(text)}\` is no time span`, advice: 'write one such as `90s` or `1h 30min`' }
	);
}

function judgeTimeSpan(text: string, { directive }: ValueContext): Flaw | undefined {
	const span = readTimeSpan(text);
	const least = leastTimeSpans[directive.key];
	if (typeof span !== 'number' || least === undefined) return spanFlaw(text, span);
	if (span >= least && span !== Number.POSITIVE_INFINITY) return undefined;
	return {
		what: `\`${plain(text)}\` is out of range`,
		advice: `write ${printSpan(least)} at the least, and no \`infinity\``,
	};
}

/** The span in plain units and in seconds; nothing where the text says it that way. */
export function describeSpan(value: string): ValueNote | undefined {
	const span = readTimeSpan(value);
	if (typeof span !== 'number') return undefined;
	const place = { start: 0, end: value.length };
	if (span === Number.POSITIVE_INFINITY) return { span: place, text: 'no limit' };
	const isBare = /^[\d.\s]+$/.test(value);
	const others = [span === 0 ? '0s' : printSpan(span), `${groupDigits(span / 1_000_000)} s`];
	const texts = distinct(isBare ? others.reverse() : [value, ...others]);
	return texts.length === 1 && !isBare ? undefined : { span: place, text: texts.join(' = ') };
}

/** Spellings that differ in more than blanks. */
function distinct(texts: readonly string[]): readonly string[] {
	const bare = texts.map((text) => text.replace(/\s/g, ''));
	return texts.filter((_, index) => bare.indexOf(bare[index] ?? '') === index);
}

/** A span in units, longest first: `1h 30min`. */
export function printSpan(microseconds: number): string {
	let left = Math.trunc(microseconds);
	const parts: string[] = [];
	for (const { name, microseconds: unit } of timeUnits) {
		if (left < unit) continue;
		parts.push(`${Math.floor(left / unit)}${name}`);
		left %= unit;
	}
	return parts.length === 0 ? '0' : parts.join(' ');
}

// Spellings in the order in which systemd tries them: those that begin with another one stand before it.
const spellings: readonly { readonly spelling: string; readonly unit: TimeUnit }[] = timeUnits
	.flatMap((unit) => [unit.name, ...unit.others].map((spelling) => ({ spelling, unit })))
	.sort((a, b) => b.spelling.length - a.spelling.length);

const worth: ReadonlyMap<string, number> = new Map(
	spellings.map(({ spelling, unit }) => [spelling, unit.microseconds] as const),
);

const onePart = /[ \t\n\r]*([+-]?)(\d*)(\.\d*)?[ \t\n\r]*/y;
const unitStart = new RegExp(`(?:${spellings.map(({ spelling }) => spelling).join('|')}|nsec|ns)`, 'y');

function readSpan(text: string, bareUnit: number, scale: number): NumberRead {
	if (/^\s*infinity\s*$/.test(text)) return Number.POSITIVE_INFINITY;
	let total = 0;
	let at = 0;
	const end = text.trimEnd().length;
	if (end === 0) return undefined;
	while (at < end) {
		onePart.lastIndex = at;
		const [found = '', sign, whole = '', fraction = ''] = onePart.exec(text) ?? [];
		if (sign === '-') return 'too-large';
		if ((whole === '' && fraction === '') || fraction === '.') return undefined;
		unitStart.lastIndex = at + found.length;
		const [unit = ''] = unitStart.exec(text) ?? [];
		const factor = factorOf(unit, bareUnit, scale);
		if (factor === undefined) return undefined;
		if (factor * Number(whole) >= max64) return 'too-large';
		total += Number(whole) * factor + fractionOf(fraction, factor);
		at += found.length + unit.length;
		// Numbers without a unit need a blank between them.
		if (unit === '' && at < end && !/\s$/.test(found)) return undefined;
	}
	return total >= max64 ? 'too-large' : total;
}

/** Digit by digit, as systemd does it: what is smaller than the smallest unit is cut off. */
function fractionOf(fraction: string, factor: number): number {
	let total = 0;
	let worthOfDigit = factor;
	for (const digit of fraction.slice(1)) {
		worthOfDigit = Math.floor(worthOfDigit / 10);
		total += Number(digit) * worthOfDigit;
	}
	return total;
}

/** What a unit is worth; `undefined` for nanoseconds where those are too short to count. */
function factorOf(unit: string, bareUnit: number, scale: number): number | undefined {
	if (unit === '') return bareUnit;
	if (unit === 'ns' || unit === 'nsec') return scale === 1 ? undefined : 1;
	return (worth.get(unit) ?? 0) * scale;
}

/** A word where a unit should stand. */
function unitFlaw(text: string): Flaw | undefined {
	const found = /\d\s*([A-Za-zµμ]+)/g;
	for (const match of text.matchAll(found)) {
		const word = match[1] ?? '';
		if (worth.has(word)) continue;
		const start = match.index + match[0].length - word.length;
		const near = mistakenUnits.get(word) ?? nearest(word, worth.keys());
		const what = `\`${plain(word)}\` is no unit of time`;
		const part = { start, end: start + word.length };
		return near === undefined
			? { what, part, advice: 'use `us`, `ms`, `s`, `min`, `h`, `d` or `w`' }
			: { what, part, instead: near };
	}
	return undefined;
}

const mistakenUnits: ReadonlyMap<string, string> = new Map([
	['S', 's'],
	['secs', 's'],
	['mins', 'min'],
	['H', 'h'],
	['hrs', 'h'],
	['D', 'd'],
	['W', 'w'],
	['Y', 'y'],
	['mo', 'month'],
	['mon', 'month'],
]);

/** Likewise, without what is out of the directive's bounds. */
function fittingDrafts(value: string, offset: number, context: ValueContext): readonly ItemDraft[] {
	return drafts(value, offset).filter(({ label }) => judgeTimeSpan(label, context) === undefined);
}

/** After a number its units, otherwise spans that people often want. */
function drafts(value: string, offset: number): readonly ItemDraft[] {
	const number = /(?:^|.*\s)(\d+)[a-z]*$/.exec(value.slice(0, offset))?.[1];
	if (number === undefined) return usual;
	const before = value.slice(0, offset).replace(/\d+[a-z]*$/, '');
	return [...timeUnits].reverse().map(({ name, words }) => ({
		label: `${before}${number}${name}`,
		detail: `${number} ${words[number === '1' ? 0 : 1]}`,
	}));
}

const usual: readonly ItemDraft[] = [
	{ label: '5s', detail: '5 seconds' },
	{ label: '30s', detail: '30 seconds' },
	{ label: '5min', detail: '5 minutes' },
	{ label: '1h', detail: '1 hour' },
	{ label: '1d', detail: '1 day' },
	{ label: 'infinity', detail: 'no limit' },
];
