// Maps that are values: a change gives a new one. What changes nothing gives back the same.

/** The map with one entry set. */
export function withEntry<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
	return map.get(key) === value && map.has(key) ? map : new Map(map).set(key, value);
}

/** The map with several entries set. */
export function withEntries<K, V>(map: ReadonlyMap<K, V>, entries: Iterable<readonly [K, V]>): ReadonlyMap<K, V> {
	const changed = [...entries].filter(([key, value]) => !map.has(key) || map.get(key) !== value);
	return changed.length === 0 ? map : new Map([...map, ...changed]);
}

/** The map without some keys. */
export function withoutKeys<K, V>(map: ReadonlyMap<K, V>, keys: Iterable<K>): ReadonlyMap<K, V> {
	const gone = [...keys].filter((key) => map.has(key));
	if (gone.length === 0) return map;
	const rest = new Map(map);
	for (const key of gone) rest.delete(key);
	return rest;
}

/** The map with each value changed by a function. */
export function mapValues<K, V>(map: ReadonlyMap<K, V>, change: (value: V, key: K) => V): ReadonlyMap<K, V> {
	return withEntries(
		map,
		[...map].map(([key, value]) => [key, change(value, key)]),
	);
}
