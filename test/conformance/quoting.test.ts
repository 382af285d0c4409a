// Word splitting against the table of systemd's own tests: each call's word, and where systemd stood after it.

import { expect, test } from 'vitest';
import { extractWord, type QuotingOptions } from '../../core/src/syntax/quoting.ts';
import { describeWithShared, readShared } from './shared.ts';

interface Step {
	readonly separators: string | null;
	readonly flags: readonly string[];
	readonly ret: string;
	readonly word?: string | null;
	/** In bytes, as C counts. */
	readonly consumed?: number;
	readonly rest?: string;
}

interface Case {
	readonly input: string;
	readonly steps: readonly Step[];
}

/** Cases that the table could not represent: the input, and why. */
const leftOut: ReadonlyMap<string, string> = new Map([
	[
		'foobar="waldo"maldo, baldo',
		'the separators hold a quote, at which the extraction of the table cut the C string in two; ' +
			'test/syntax/quoting.test.ts has a like case of our own',
	],
]);

const optionsByFlag: ReadonlyMap<string, QuotingOptions> = new Map<string, QuotingOptions>([
	['EXTRACT_UNQUOTE', { unquote: true }],
	['EXTRACT_KEEP_QUOTE', { keepQuote: true }],
	['EXTRACT_CUNESCAPE', { cUnescape: true }],
	['EXTRACT_UNESCAPE_SEPARATORS', { unescapeSeparators: true }],
	['EXTRACT_UNESCAPE_RELAX', { unescapeRelax: true }],
	['EXTRACT_RETAIN_ESCAPE', { retainEscape: true }],
	['EXTRACT_RELAX', { relax: true }],
	['EXTRACT_RETAIN_SEPARATORS', { retainSeparators: true }],
	['EXTRACT_DONT_COALESCE_SEPARATORS', { dontCoalesceSeparators: true }],
]);

// The table has one C expression as separators; its meaning is plain.
const separatorsByExpression: ReadonlyMap<string, string> = new Map([['WHITESPACE ":"', ' \t\n\r:']]);

describeWithShared('word splitting', () => {
	const table = readShared<{ count: number; cases: readonly Case[] }>(
		'data',
		'systemd-oracle',
		'extract_first_word.json',
	);

	for (const { input, steps } of table.cases.filter(isReadable)) {
		test(JSON.stringify(input), () => {
			let at = 0;
			for (const step of steps) at = checkStep(input, at, step);
		});
	}

	test('the cases left out are those that cannot be read, and no others', () => {
		const unreadable = table.cases.filter((one) => !isReadable(one)).map(({ input }) => input);
		expect(unreadable).toEqual([...leftOut.keys()]);
		expect(table.cases).toHaveLength(table.count);
	});
});

function isReadable({ steps }: Case): boolean {
	return steps.every(({ separators, flags }) => separators !== '' && flags.every((flag) => optionsByFlag.has(flag)));
}

/** Makes one call, compares it, and gives the offset at which the next one begins. */
function checkStep(input: string, at: number, step: Step): number {
	const result = extractWord(input, at, stepOptions(step));
	expect(result.kind).toBe(kindOf(step.ret));
	if (result.kind === 'word') expect(result.text).toBe(step.word);
	if (step.consumed !== undefined) expect(Buffer.byteLength(input.slice(0, result.next))).toBe(step.consumed);
	if (step.rest !== undefined) expect(input.slice(result.next)).toBe(step.rest);
	return result.next;
}

function stepOptions({ separators, flags }: Step): QuotingOptions {
	const options = Object.assign({}, ...flags.map((flag) => optionsByFlag.get(flag)));
	return separators === null
		? options
		: { ...options, separators: separatorsByExpression.get(separators) ?? separators };
}

function kindOf(ret: string): string | undefined {
	const kinds = new Map([
		['> 0', 'word'],
		['== 1', 'word'],
		['== 0', 'end'],
		['== -EINVAL', 'fault'],
	]);
	return kinds.get(ret);
}
