// Sets of numbers: CPUs and NUMA nodes as numbers and ranges, with blanks or commas between them (parse_cpu_set()).

import type { Flaw } from './fault.ts';
import { checkWords } from './judge.ts';
import { readUnsigned } from './numbers.ts';
import { plain } from './quote.ts';
import { noFaults, noItems, type ValueBehaviour } from './value-kind.ts';

/** `CPUAffinity=`, which also takes `numa`, and the sets of cgroups. */
export const cpuSet: ValueBehaviour = {
	check: (value, context) =>
		value === 'numa' && context.directive.key === 'CPUAffinity' ? noFaults : checkSet(value, context),
	complete: (value, _offset, { directive, release }) =>
		directive.key === 'CPUAffinity' && release >= 244 && value === ''
			? [{ label: 'numa', detail: 'the CPUs of NUMAMask', replace: { start: 0, end: 0 } }]
			: noItems,
	describe: (value) => describeSet(value),
};

/** `NUMAMask=`, which also takes `all`. */
export const numaMask: ValueBehaviour = {
	check: (value, context) => (value === 'all' ? noFaults : checkSet(value, context)),
	complete: (value) => [{ label: 'all', detail: 'every node', replace: { start: 0, end: value.length } }],
	describe: (value) => describeSet(value),
};

/** The numbers of a set, each once and in order; `undefined` for texts that are no set. */
export function readCpuSet(text: string): readonly number[] | undefined {
	const numbers = new Set<number>();
	for (const word of text.split(/[\s,]+/)) {
		const range = word === '' ? [] : readRange(word.replace(/^(["'])(.*)\1$/, '$2'));
		if (range === undefined) return undefined;
		for (let number = range[0] ?? 1; number <= (range[1] ?? 0); number++) numbers.add(number);
	}
	return [...numbers].sort((a, b) => a - b);
}

/** More CPUs than this the kernel does not know. */
const most = 8192;

const checkSet = checkWords(judgeRange, {
	quoting: { unquote: true, separators: ' \t\n\r,' },
	effect: 'skips-setting',
});

function judgeRange(text: string): Flaw | undefined {
	const range = readRange(text);
	if (range === undefined) return { what: `\`${plain(text)}\` is no number or range`, advice: 'write such as `0-3`' };
	const [first, last] = range;
	if (first > last) return { what: `the range \`${plain(text)}\` ends before it begins`, instead: `${last}-${first}` };
	return last < most
		? undefined
		: { what: `\`${plain(text)}\` is out of range`, advice: `numbers go up to ${most - 1}` };
}

function readRange(text: string): readonly [number, number] | undefined {
	const [first = '', last = first, ...rest] = text.split('-');
	const from = readUnsigned(first);
	const to = readUnsigned(last);
	return typeof from === 'number' && typeof to === 'number' && rest.length === 0 ? [from, to] : undefined;
}

function describeSet(value: string) {
	const numbers = value === '' ? undefined : readCpuSet(value);
	if (numbers === undefined || numbers.length < 2) return undefined;
	return { span: { start: 0, end: value.length }, text: `${numbers.length} in all` };
}
