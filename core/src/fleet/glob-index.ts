// Which globs match which names, found once for a whole cluster: a glob without special characters is looked up, one
// that begins or ends with plain text is tried on the names that do so, too, and only the rest on all.

import { globMatcher, literalStart } from './glob.ts';
import { compareTexts } from './text-order.ts';

/** Globs and names by their numbers. Globs that are written alike share a number. */
export interface GlobIndex {
	/** For each owner, the globs that it declares. */
	readonly declared: readonly (readonly number[])[];
	/** For each name, the globs that match it, its own among them. */
	readonly matching: readonly (readonly number[])[];
	/** For each glob, the names that it matches. */
	readonly names: readonly (readonly number[])[];
	/** For each glob, its owners. */
	readonly owners: readonly (readonly number[])[];
}

/** Indexes the globs of owners, `globsOf[i]` being those of `names[i]`. The names must be sorted. */
export function indexGlobs(names: readonly string[], globsOf: readonly (readonly string[])[]): GlobIndex {
	const numbers = new Map<string, number>();
	const owners: number[][] = [];
	const declared = globsOf.map((globs, owner) =>
		[...new Set(globs)].map((glob) => {
			const number = numbers.get(glob) ?? numbers.size;
			numbers.set(glob, number);
			owners[number] ??= [];
			owners[number].push(owner);
			return number;
		}),
	);
	const find = createNameFinder(names);
	const matched = [...numbers.keys()].map((glob) => find(glob));
	return { declared, matching: invert(matched, names.length), names: matched, owners };
}

/** Finds the numbers of the names that a glob matches, in order. */
function createNameFinder(names: readonly string[]): (glob: string) => readonly number[] {
	const backwards = names.map(reverse);
	const byEnd = [...names.keys()].sort((a, b) => compareTexts(backwards[a] ?? '', backwards[b] ?? ''));
	const ends = byEnd.map((number) => backwards[number] ?? '');
	return (glob) => {
		const start = literalStart(glob);
		const end = reverse(/[^*?[\]\\]*$/.exec(glob)?.[0] ?? '');
		const [from, to] = rangeOf(start, names);
		if (start === glob) return names[from] === glob ? [from] : [];
		const [first, beyond] = rangeOf(end, ends);
		const numbers = beyond - first < to - from ? byEnd.slice(first, beyond).sort((a, b) => a - b) : span(from, to);
		const matches = globMatcher(glob);
		return numbers.filter((number) => matches(names[number] ?? ''));
	};
}

/** The names, sorted, that begin with a text: from the first to the one after the last. */
function rangeOf(start: string, names: readonly string[]): readonly [number, number] {
	const from = firstNotBefore(start, names);
	// U+FFFF is no character, so that this comes after all that begin with the text.
	return [from, start === '' ? names.length : firstNotBefore(`${start}\uffff`, names)];
}

function span(from: number, to: number): readonly number[] {
	return Array.from({ length: to - from }, (_, at) => from + at);
}

function reverse(text: string): string {
	return Array.from(text).reverse().join('');
}

function firstNotBefore(text: string, names: readonly string[]): number {
	let low = 0;
	let high = names.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((names[middle] ?? '') < text) low = middle + 1;
		else high = middle;
	}
	return low;
}

function invert(lists: readonly (readonly number[])[], size: number): readonly (readonly number[])[] {
	const inverted: number[][] = Array.from({ length: size }, () => []);
	for (const [from, list] of lists.entries()) for (const to of list) inverted[to]?.push(from);
	return inverted;
}
