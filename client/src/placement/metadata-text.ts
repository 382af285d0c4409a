// A machine's metadata, and changes of it, as people write and read them. What a change brings about is not known here.

/** The keys that change; `undefined` takes a key away. */
export type MetadataChange = Readonly<Record<string, string | undefined>>;

/** `a=b, c=` → a is b, c is gone; `undefined` where the text is no such list. */
export function readMetadata(text: string): MetadataChange | undefined {
	const parts = text
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');
	const pairs = parts.map((part) => /^([A-Za-z0-9_.-]+)\s*=\s*(.*)$/.exec(part));
	if (pairs.length === 0 || pairs.includes(null)) return undefined;
	return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] || undefined]));
}

/** A change in words: `role=db, no group`. */
export function changeText(change: MetadataChange): string {
	return Object.entries(change)
		.map(([key, value]) => (value === undefined ? `no ${key}` : `${key}=${value}`))
		.join(', ');
}

/** Metadata as lines, one for each pair and no more than `most`, of which the last may count the rest. */
export function metadataLines(metadata: Readonly<Record<string, string>>, most: number): readonly string[] {
	const pairs = Object.keys(metadata)
		.sort()
		.map((key) => `${key}=${metadata[key]}`);
	return pairs.length <= most ? pairs : [...pairs.slice(0, most - 1), `and ${pairs.length - most + 1} more`];
}
