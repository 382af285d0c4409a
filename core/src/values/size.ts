// Sizes in bytes: numbers with the units B, K, M, G, T, P, E, largest first, added up: `1G 512M`. One reader for the
// steps of 1024 and of 1000 (parse_size() of systemd).

import { neverZero } from '../catalogue/bounds.ts';
import type { Flaw } from './fault.ts';
import { groupDigits } from './group-digits.ts';
import { type ItemDraft, wholeItems } from './items.ts';
import { checkWhole } from './judge.ts';
import { max64, type NumberRead, readUnsigned } from './numbers.ts';
import { readPermyriad } from './percent.ts';
import { plain } from './quote.ts';
import type { ValueBehaviour, ValueContext, ValueNote } from './value-kind.ts';

/** Bytes, in steps of 1024. The size of messages once was a number without units. */
export const sizeIec: ValueBehaviour = {
	check: checkWhole((text, { directive, release }) =>
		directive.key === 'MessageQueueMessageSize' && release < messageUnitsSince
			? bareNumberFlaw(text)
			: sizeFlaw(text, readSize(text, 1024)),
	),
	complete: (value, offset, context) => wholeItems(value, offset, context, drafts),
	describe: (value) => describeSize(value, 1024),
};

/** Bytes or a share of something, or no limit. */
export const sizeOrPercentOrInfinity: ValueBehaviour = {
	check: checkWhole(judgeMemory),
	complete: (value, offset, context) =>
		wholeItems(value, offset, context, [{ label: 'infinity', detail: 'no limit' }, ...drafts, ...shares]),
	describe: (value) => describeSize(value, 1024),
};

/** Bytes or a share of the disk, or no limit; `off` is no quota at all. */
export const sizeOrPercent: ValueBehaviour = {
	check: checkWhole((text, context) =>
		text === 'off' ? undefined : text === 'infinity' ? noInfinity : judgeMemory(text, context),
	),
	complete: (value, offset, context) =>
		wholeItems(value, offset, context, [{ label: 'off', detail: 'no limit' }, ...drafts, ...shares]),
	describe: (value) => describeSize(value, 1024),
};

/** A size as a number of bytes; `too-large` for negative ones and those beyond 64 bits. */
export function readSize(text: string, step: 1000 | 1024): NumberRead {
	let bytes = 0;
	let rank = ranks.length;
	let at = skipBlanks(text, 0);
	if (at === text.length) return undefined;
	while (at < text.length) {
		const part = readPart(text, at, rank);
		if (typeof part !== 'object') return part;
		rank = part.rank;
		bytes += part.number * step ** Math.max(0, rank - 1);
		at = skipBlanks(text, part.next);
	}
	return bytes >= max64 ? 'too-large' : Math.trunc(bytes);
}

/** What is wrong with a text that should be a size. */
export function sizeFlaw(text: string, read: NumberRead): Flaw | undefined {
	if (typeof read === 'number') return undefined;
	if (read === 'too-large') return { what: `\`${plain(text)}\` is out of range`, advice: 'write a smaller size' };
	const what = `\`${plain(text)}\` is no size`;
	const slip = /^(\d+(?:\.\d+)?)\s*([kKmMgGtTpP])(?:i?[bB])?$/.exec(text);
	if (slip !== null) return { what, instead: `${slip[1]}${slip[2]?.toUpperCase()}` };
	return { what, advice: 'write bytes, or a number with `K`, `M`, `G` or `T`' };
}

/** The number of bytes of a size that has a unit, and the other way round. */
export function describeSize(value: string, step: 1000 | 1024): ValueNote | undefined {
	const bytes = readSize(value, step);
	if (typeof bytes !== 'number') return undefined;
	const count = `${groupDigits(bytes)} bytes`;
	const text = /[A-Z]/.test(value)
		? `${value} = ${count}`
		: bytes < step
			? count
			: `${count} = ${printSize(bytes, step)}`;
	return { span: { start: 0, end: value.length }, text };
}

/** A size in the largest unit that leaves a number above one, as systemd writes it: `1.5G`. */
export function printSize(bytes: number, step: 1000 | 1024): string {
	const rank = bytes < 1 ? 0 : Math.min(Math.floor(Math.log(bytes) / Math.log(step) + 1e-9), ranks.length - 2);
	return `${Number((bytes / step ** rank).toFixed(2))}${ranks[rank + 1]}`;
}

const messageUnitsSince = 258;

function bareNumberFlaw(text: string): Flaw | undefined {
	if (typeof readUnsigned(text.replace(/^-(?=\d)/, ''), 2 ** 63 - 1024) === 'number') return undefined;
	return {
		what: `\`${plain(text)}\` is no number of bytes`,
		advice: `units are read since systemd ${messageUnitsSince}`,
	};
}

const noInfinity: Flaw = { what: '`infinity` is no quota', instead: 'off' };

/** The units, smallest first; each may be followed by smaller ones only, and a number without a unit by nothing. */
const ranks: readonly string[] = ['', 'B', 'K', 'M', 'G', 'T', 'P', 'E'];
const drafts: readonly ItemDraft[] = ['64K', '1M', '512M', '1G'].map((label) => ({ label, detail: '' }));
const shares: readonly ItemDraft[] = ['10%', '50%'].map((label) => ({ label, detail: 'share of the whole' }));

interface Part {
	readonly number: number;
	readonly rank: number;
	readonly next: number;
}

const part = /[ \t\n\r]*([+-]?)(\d*)(\.\d*)?[ \t\n\r]*([EPTGMKB]?)/y;

/** One number with its unit, which must rank below the one before. */
function readPart(text: string, at: number, below: number): Part | NumberRead {
	part.lastIndex = at;
	const [found = '', sign, whole = '', fraction = '', unit = ''] = part.exec(text) ?? [];
	if (sign === '-' && whole !== '') return 'too-large';
	if (whole === '' && fraction.length < 2) return undefined;
	if (fraction === '.' && /^\s*\d/.test(text.slice(at + found.length))) return undefined;
	const rank = ranks.indexOf(unit);
	if (rank >= below) return undefined;
	return { number: Number(`${whole || '0'}${fraction}`), rank, next: at + found.length };
}

function judgeMemory(text: string, { directive, release }: ValueContext): Flaw | undefined {
	if (text === 'infinity') return undefined;
	const share = readPermyriad(text, release);
	const read = share === undefined ? readSize(text, 1024) : share;
	if (share !== undefined && share > 10_000) {
		return { what: `\`${plain(text)}\` is more than there is`, advice: 'write 100% at the most' };
	}
	if (read === 0 && neverZero.has(directive.key))
		return { what: 'the limit may not be zero', advice: 'write a size, or `infinity`' };
	return sizeFlaw(text, read);
}

function skipBlanks(text: string, from: number): number {
	let at = from;
	while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at++;
	return at;
}
