// Rows that are kept as long as what they were made from is the same: after a change, only what it touches is made
// anew, and comparing two trees ends at once where a row is the very same.

/** Gives what was made for `of` before, if it was made from the same things; else makes it. */
export type Memo<K extends object, V> = (of: K, from: readonly unknown[], make: () => V) => V;

/** A memory of one value for each object, which lasts as long as the object. */
export function createMemo<K extends object, V>(): Memo<K, V> {
	const known = new WeakMap<K, { readonly from: readonly unknown[]; readonly value: V }>();
	return (of, from, make) => {
		const before = known.get(of);
		if (before !== undefined && isSame(before.from, from)) return before.value;
		const value = make();
		known.set(of, { from, value });
		return value;
	};
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
	return a.length === b.length && a.every((one, index) => Object.is(one, b[index]));
}
