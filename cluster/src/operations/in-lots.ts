// Work on many things, a few at a time: a hundred machines are not to be logged in to at once.

/** Does something for each item, at most `atOnce` of them at a time. Results stand in the order of the items. */
export async function inLots<T, R>(
	items: readonly T[],
	atOnce: number,
	work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
	const results: R[] = [];
	for (let at = 0; at < items.length; at += atOnce) {
		results.push(...(await Promise.all(items.slice(at, at + atOnce).map(work))));
	}
	return results;
}
