// Resource limits: one number for both, or `soft:hard`, and `infinity`. What a number counts depends on the resource
// (rlimit_parse() of systemd; setrlimit(2)).

import { type Flaw, ofWhole } from './fault.ts';
import { groupDigits } from './group-digits.ts';
import { type ItemDraft, wholeItems } from './items.ts';
import { checkWhole } from './judge.ts';
import { max64, type NumberRead, readInteger, readUnsigned } from './numbers.ts';
import { plain } from './quote.ts';
import { readSize, sizeFlaw } from './size.ts';
import { readTimeSpan, spanFlaw } from './time-span.ts';
import type { ValueBehaviour } from './value-kind.ts';

/** A limit of a process: of bytes, seconds, a nice level, or a plain count. */
export const rlimit: ValueBehaviour = {
	check: checkWhole((text, { directive }) => judgeLimit(text, unitOf(directive.key))),
	complete: (value, offset, context) =>
		wholeItems(value, offset, context, unitOf(context.directive.key) === 'nice' ? niceDrafts : drafts),
	describe: (value, _offset, { directive }) => {
		const unit = unitOf(directive.key);
		const limits = readLimits(value, directive.key);
		if (limits === undefined) return undefined;
		const [soft, hard] = limits;
		const text = `soft ${print(soft, unit)}, hard ${print(hard, unit)}`;
		return { span: { start: 0, end: value.length }, text };
	},
};

/** The soft and the hard limit, `Infinity` for none; `undefined` for texts that are no limits. */
export function readLimits(text: string, key: string): readonly [number, number] | undefined {
	const [soft, hard] = readBoth(text, unitOf(key));
	return typeof soft === 'number' && typeof hard === 'number' && soft <= hard ? [soft, hard] : undefined;
}

/** What the numbers of a limit count. */
export type LimitUnit = 'bytes' | 'seconds' | 'microseconds' | 'nice' | 'count';

const units: Readonly<Record<string, LimitUnit>> = {
	LimitAS: 'bytes',
	LimitCORE: 'bytes',
	LimitCPU: 'seconds',
	LimitDATA: 'bytes',
	LimitFSIZE: 'bytes',
	LimitMEMLOCK: 'bytes',
	LimitMSGQUEUE: 'bytes',
	LimitNICE: 'nice',
	LimitRSS: 'bytes',
	LimitRTTIME: 'microseconds',
	LimitSTACK: 'bytes',
};

/** What the numbers of the limit of a key count. */
export function unitOf(key: string): LimitUnit {
	return units[key] ?? 'count';
}

const drafts: readonly ItemDraft[] = [
	{ label: 'infinity', detail: 'no limit' },
	{ label: '1024:524288', detail: 'soft and hard limit' },
];

const niceDrafts: readonly ItemDraft[] = [
	{ label: '+0', detail: 'may go back to the usual level' },
	{ label: '-10', detail: 'may go up to a favoured level' },
];

function judgeLimit(text: string, unit: LimitUnit): Flaw | undefined {
	const [soft, hard] = readBoth(text, unit);
	if (typeof soft === 'number' && typeof hard === 'number') {
		return soft <= hard
			? undefined
			: {
					what: 'the soft limit is above the hard one',
					instead: text.split(':').reverse().join(':'),
					advice: 'write the smaller first',
				};
	}
	const wrong = typeof soft === 'number' ? text.slice(text.indexOf(':') + 1) : (text.split(':', 1)[0] ?? '');
	const flaw = limitFlaw(wrong, unit);
	return wrong === text ? flaw : ofWhole(flaw);
}

function readBoth(text: string, unit: LimitUnit): readonly [NumberRead, NumberRead] {
	const colon = text.indexOf(':');
	if (colon === -1) {
		const both = readLimit(text, unit);
		return [both, both];
	}
	return [readLimit(text.slice(0, colon), unit), readLimit(text.slice(colon + 1), unit)];
}

function readLimit(text: string, unit: LimitUnit): NumberRead {
	// A nice level has no infinity.
	if (text === 'infinity') return unit === 'nice' ? undefined : Number.POSITIVE_INFINITY;
	switch (unit) {
		case 'bytes':
			return readSize(text, 1024);
		case 'seconds':
			return ceiling(readTimeSpan(text));
		case 'microseconds':
			return readTimeSpan(text, 1);
		case 'nice':
			return readNice(text);
		case 'count':
			return readUnsigned(text, max64);
	}
}

/** Seconds that are begun count. */
function ceiling(read: NumberRead): NumberRead {
	return typeof read === 'number' ? Math.ceil(read / 1_000_000) : read;
}

/** A nice level with its sign, or the kernel's own scale, on which 20 is level 0 and 40 level −20. */
function readNice(text: string): NumberRead {
	const number = readInteger(text);
	if (typeof number !== 'number') return number;
	const limit = /^[+-]/.test(text) ? 20 - number : number;
	const level = /^[+-]/.test(text) ? number >= -20 && number < 20 : number >= 0 && number <= 40;
	return level ? limit : 'too-large';
}

function limitFlaw(text: string, unit: LimitUnit): Flaw {
	const read = readLimit(text, unit);
	const ofUnits = unit === 'bytes' ? sizeFlaw(text, read) : isTime(unit) ? spanFlaw(text, read) : undefined;
	if (ofUnits !== undefined) return ofUnits;
	const kind = unit === 'nice' ? 'a nice level from -20 to +19' : 'a whole number';
	if (text === '') return { what: 'a limit is missing', advice: `write ${kind} on both sides of the colon` };
	if (/^\d+[KMG]$/.test(text)) {
		return {
			what: `\`${plain(text)}\` is no whole number`,
			instead: String(readSize(text, 1024)),
			advice: 'this limit takes no units',
		};
	}
	return {
		what: `\`${plain(text)}\` is not ${kind}`,
		advice: `write ${kind}${unit === 'nice' ? '' : ', or `infinity`'}`,
	};
}

function isTime(unit: LimitUnit): boolean {
	return unit === 'seconds' || unit === 'microseconds';
}

function print(limit: number, unit: LimitUnit): string {
	if (limit === Number.POSITIVE_INFINITY) return 'infinity';
	const number = groupDigits(limit);
	if (unit === 'nice') return `nice level ${20 - limit}`;
	return { bytes: `${number} bytes`, seconds: `${number} s`, microseconds: `${number} µs`, count: number }[unit];
}
