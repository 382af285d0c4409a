// “Did you mean”: the known name that a misspelt or shortened one most likely stands for. Typing slips only, not meanings.

/**
 * The candidate within a third of the name's letters (at most 3 slips); else the only one that goes on where the name
 * ends. `undefined` if there is none. Case counts as no slip. A single letter is like every other one.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
	if (name.length < 2) return undefined;
	const known = [...candidates];
	return withFewestSlips(name, known) ?? onlyOneBeginning(name, known);
}

function onlyOneBeginning(name: string, candidates: readonly string[]): string | undefined {
	if (name.length < 4) return undefined;
	const longer = candidates.filter((candidate) => candidate.toLowerCase().startsWith(name.toLowerCase()));
	return longer.length === 1 ? longer[0] : undefined;
}

function withFewestSlips(name: string, candidates: readonly string[]): string | undefined {
	const lower = name.toLowerCase();
	const limit = Math.min(3, Math.max(1, Math.floor(name.length / 3)));
	let best: string | undefined;
	let least = limit + 1;
	for (const candidate of candidates) {
		if (Math.abs(candidate.length - name.length) >= least) continue;
		const distance = slips(lower, candidate.toLowerCase());
		if (distance < least) [best, least] = [candidate, distance];
	}
	return best;
}

/** Number of letters inserted, left out, changed or swapped with their neighbour (optimal string alignment). */
function slips(a: string, b: string): number {
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column <= b.length; column++) {
			current.push(cell(a, b, row, column, { beforeLast, last, current }));
		}
		[beforeLast, last] = [last, current];
	}
	return last[b.length] ?? 0;
}

interface Rows {
	readonly beforeLast: readonly number[];
	readonly last: readonly number[];
	readonly current: readonly number[];
}

function cell(a: string, b: string, row: number, column: number, { beforeLast, last, current }: Rows): number {
	const same = a[row - 1] === b[column - 1];
	const changed = (last[column - 1] ?? 0) + (same ? 0 : 1);
	const least = Math.min(changed, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
	const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
	return swapped ? Math.min(least, (beforeLast[column - 2] ?? 0) + 1) : least;
}
