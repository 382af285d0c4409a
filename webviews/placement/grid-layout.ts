// Where things of one size lie along an axis, in numbers: which can be seen, how far to scroll to see one, and how to stay
// where one was when others come or go. Draws nothing.

/** Names in a line, each as long as the others, in pixels. */
export interface Axis {
	readonly names: readonly string[];
	readonly size: number;
}

/** What is scrolled to along an axis, and how much of it can be seen, in pixels. */
export interface View {
	readonly scroll: number;
	readonly extent: number;
}

/** Numbers from `first` up to `end`, which is not among them. */
export interface Range {
	readonly first: number;
	readonly end: number;
}

/** What can be seen, and some more at both ends. */
export function visibleRange({ names, size }: Axis, { scroll, extent }: View, spare: number): Range {
	const first = Math.max(0, Math.floor(scroll / size) - spare);
	return { first, end: Math.max(first, Math.min(names.length, Math.ceil((scroll + extent) / size) + spare)) };
}

/** How many can be seen in full. */
export function pageLength(size: number, { extent }: View): number {
	return Math.max(1, Math.floor(extent / size));
}

/** Where to scroll so that one can be seen; as little as needed. */
export function scrollToSee(nth: number, { size }: Axis, { scroll, extent }: View): number {
	const [from, to] = [nth * size, (nth + 1) * size];
	if (from < scroll) return from;
	return to > scroll + extent ? Math.max(0, to - extent) : scroll;
}

/** Where to scroll so that what was first in the view stays where it is, when the names are others. */
export function scrollToStay(before: Axis, after: Axis, scroll: number): number {
	const nth = Math.floor(scroll / before.size);
	const rest = scroll - nth * before.size;
	// The first that is still there counts; those above it are gone.
	for (let next = nth; next < before.names.length; next++) {
		const now = after.names.indexOf(before.names[next] ?? '');
		if (now !== -1) return now * after.size + (next === nth ? rest : 0);
	}
	return scroll;
}

/** One of many, with its number among them. */
export interface Picked<T> {
	readonly item: T;
	readonly nth: number;
}

/** Those in a range, in order, and one more that is wanted wherever it is; -1 is none. */
export function pick<T>(items: readonly T[], { first, end }: Range, wanted: number): readonly Picked<T>[] {
	const inRange = items.slice(first, end).map((item, nth) => ({ item, nth: first + nth }));
	const item = items[wanted];
	if (item === undefined || (wanted >= first && wanted < end)) return inRange;
	const extra = { item, nth: wanted };
	return wanted < first ? [extra, ...inRange] : [...inRange, extra];
}
