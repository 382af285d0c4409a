// Whole numbers with a least and a most: nice levels, weights, priorities, exit codes, counts. Kinds that take a word
// beside the number name it.

import { type Bounds, numberBounds } from '../catalogue/bounds.ts';
import { oldestRelease } from '../catalogue/directive.ts';
import type { Flaw } from './fault.ts';
import { type ItemDraft, wholeItems } from './items.ts';
import { checkWhole } from './judge.ts';
import { type NumberRead, readInteger, readNumber, readUnsigned } from './numbers.ts';
import { plain } from './quote.ts';
import { tooNewFlaw } from './unknown-word.ts';
import type { ValueBehaviour, ValueContext } from './value-kind.ts';

/** What tells one kind of number from another. */
export interface NumberKind {
	readonly bounds: Bounds;
	/** What the number is, with its article: “a nice level”. */
	readonly noun: string;
	/** A word that is taken, too, with what it means, and the release that added it if it is younger than the kind. */
	readonly word?: readonly [word: string, meaning: string, since?: number];
	/** What ends of the range mean, for completion and hover. */
	readonly meanings?: Readonly<Record<number, string>>;
}

const int: Bounds = { least: -(2 ** 31), most: 2 ** 31 - 1 };
const unsigned: Bounds = { least: 0, most: 2 ** 32 - 1 };
const weight: Bounds = { least: 1, most: 10_000 };

/** A kind whose values are whole numbers within bounds. A directive's own bounds come first. */
export function wholeNumber(kind: NumberKind): ValueBehaviour {
	return {
		check: checkWhole((text, context) =>
			text === kind.word?.[0] ? judgeAge(text, kind, context) : judgeNumber(text, kind, context),
		),
		complete: (value, offset, context) => wholeItems(value, offset, context, drafts(kind)),
		describe: (value) => {
			const number = readInteger(value);
			const text = value === kind.word?.[0] ? kind.word[1] : kind.meanings?.[typeof number === 'number' ? number : NaN];
			return text === undefined ? undefined : { span: { start: 0, end: value.length }, text };
		},
	};
}

/** Any number of 32 bits. */
export const integer = wholeNumber({ bounds: int, noun: 'a whole number' });

/** A count. */
export const count = wholeNumber({ bounds: unsigned, noun: 'a whole number of zero or more' });

/** A count, or no limit. */
export const countOrInfinity = wholeNumber({
	bounds: unsigned,
	noun: 'a whole number of zero or more',
	word: ['infinity', 'no limit'],
});

/** `Nice=`. */
export const nice = wholeNumber({
	bounds: { least: -20, most: 19 },
	noun: 'a nice level',
	meanings: { [-20]: 'most favoured', 0: 'the usual level', 19: 'least favoured' },
});

/** `OOMScoreAdjust=`. */
export const oomScoreAdjust = wholeNumber({
	bounds: { least: -1000, most: 1000 },
	noun: 'an OOM score adjustment',
	meanings: { [-1000]: 'never killed for memory', 1000: 'killed first for memory' },
});

/** `IOSchedulingPriority=`. */
export const ioPriority = wholeNumber({
	bounds: { least: 0, most: 7 },
	noun: 'a disk priority',
	meanings: { 0: 'served first', 4: 'the usual priority', 7: 'served last' },
});

/** `CPUSchedulingPriority=`; which policies read it is not asked here. */
export const schedulingPriority = wholeNumber({
	bounds: { least: 0, most: 99 },
	noun: 'a scheduling priority',
	meanings: { 1: 'lowest real-time priority', 99: 'highest real-time priority' },
});

/** An exit code. */
export const exitStatus = wholeNumber({ bounds: { least: 0, most: 255 }, noun: 'an exit status' });

/** A share on the scale of cgroup v2. */
export const cgroupWeight = wholeNumber({ bounds: weight, noun: 'a weight', meanings: { 100: 'the usual weight' } });

/** Likewise, or only what is left over. */
export const cgroupWeightOrIdle = wholeNumber({
	bounds: weight,
	noun: 'a weight',
	word: ['idle', 'runs only when no other unit wants the CPU', 252],
	meanings: { 100: 'the usual weight' },
});

/** A share on the scales of cgroup v1, which differ by key. */
export const cgroupWeightV1 = wholeNumber({ bounds: { least: 2, most: 262_144 }, noun: 'a weight' });

/** The flaw of a text that is no number, or one outside the bounds. */
export function judgeNumber(text: string, kind: NumberKind, context: ValueContext): Flaw | undefined {
	const bounds = boundsOf(context) ?? kind.bounds;
	const number = readWithin(text, bounds);
	if (number === undefined) return notNumber(text, kind, bounds);
	if (number === 'too-large' || number < bounds.least || number > bounds.most) {
		return { what: `\`${plain(text)}\` is out of range for ${kind.noun}`, advice: range(bounds) };
	}
	return undefined;
}

function judgeAge(text: string, { word }: NumberKind, { release }: ValueContext): Flaw | undefined {
	const since = word?.[2] ?? release;
	return since <= release ? undefined : tooNewFlaw(text, since, release);
}

function boundsOf({ directive: { key }, section }: ValueContext): Bounds | undefined {
	return numberBounds[`${section}.${key}`] ?? numberBounds[key];
}

function readWithin(text: string, { least, most }: Bounds): NumberRead {
	if (most <= int.most) return readInteger(text);
	return least < 0 ? readNumber(text) : readUnsigned(text, most);
}

function notNumber(text: string, { noun, word }: NumberKind, bounds: Bounds): Flaw {
	const orWord = word === undefined ? '' : `, or \`${word[0]}\``;
	const digits = /^(\d+)(?:\.0*)?\s*\D*$/.exec(text)?.[1];
	const what = `\`${plain(text)}\` is not ${noun}`;
	const hint = digits === undefined || /[kKMGT%]/.test(text) ? undefined : digits.replace(/^0+(?=\d)/, '');
	return hint === undefined ? { what, advice: range(bounds) + orWord } : { what, instead: hint };
}

function range({ least, most }: Bounds): string {
	if (least === int.least || most >= unsigned.most) return 'write a whole number';
	return `write a number from ${least} to ${most}`;
}

function drafts({ word, meanings = {} }: NumberKind): readonly ItemDraft[] {
	const numbers = Object.entries(meanings)
		.map(([label, detail]) => ({ label, detail }))
		.sort((a, b) => Number(a.label) - Number(b.label));
	if (word === undefined) return numbers;
	const [label, detail, since = oldestRelease] = word;
	return [{ label, detail, since }, ...numbers];
}
