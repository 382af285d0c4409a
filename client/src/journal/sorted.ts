// Lists that stay sorted while items are added, mostly at their ends.

/** Says which of two items comes first; 0 means that they are the same one. */
export type Compare<T> = (a: T, b: T) => number;

/** Adds items to a sorted list. An item that is there already is replaced by the one that is added. */
export function insertSorted<T>(list: T[], items: readonly T[], compare: Compare<T>): void {
	const added = withoutRepeats([...items].sort(compare), compare);
	const [first] = added;
	if (first === undefined) return;
	// What comes late is rare, and late by little: the rest of the list stays where it is.
	const later = list.splice(lowerBound(list, first, compare));
	for (const item of later.length === 0 ? added : merge(later, added, compare)) list.push(item);
}

/** The place of the first item that does not come before another. */
export function lowerBound<T>(list: readonly T[], item: T, compare: Compare<T>): number {
	let [from, to] = [0, list.length];
	while (from < to) {
		const middle = (from + to) >> 1;
		const other = list[middle];
		if (other !== undefined && compare(other, item) < 0) from = middle + 1;
		else to = middle;
	}
	return from;
}

/** Of items that are the same, the one that was given last. Sorting keeps their order. */
function withoutRepeats<T>(sorted: readonly T[], compare: Compare<T>): readonly T[] {
	return sorted.filter((item, index) => {
		const next = sorted[index + 1];
		return next === undefined || compare(item, next) !== 0;
	});
}

function merge<T>(old: readonly T[], added: readonly T[], compare: Compare<T>): readonly T[] {
	const merged: T[] = [];
	let [nth, other] = [0, 0];
	for (;;) {
		const [a, b] = [old[nth], added[other]];
		if (a === undefined) return merged.concat(added.slice(other));
		if (b === undefined) return merged.concat(old.slice(nth));
		const order = compare(a, b);
		merged.push(order < 0 ? a : b);
		if (order <= 0) nth++;
		if (order >= 0) other++;
	}
}
