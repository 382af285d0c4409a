// “Did you mean” for the program's own few words: flags, commands, formats. Names of the unit-file world are the
// core's business.

/** The hint to append to a message; empty if no word is one slip of the finger away. */
export function didYouMean(word: string, words: readonly string[]): string {
	const near = words.find((candidate) => isOneSlip(word, candidate));
	return near === undefined ? '' : `; did you mean ${near}`;
}

/** Whether two words differ by one character added, left out or changed, or by two neighbours swapped. */
function isOneSlip(a: string, b: string): boolean {
	let start = 0;
	while (start < a.length && a[start] === b[start]) start++;
	let tail = 0;
	while (tail < Math.min(a.length, b.length) - start && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
	const [restA, restB] = [a.slice(start, a.length - tail), b.slice(start, b.length - tail)];
	const isSwap = restA.length === 2 && restB === `${restA[1]}${restA[0]}`;
	return isSwap || (restA.length <= 1 && restB.length <= 1);
}
