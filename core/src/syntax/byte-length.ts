// How long a text is in UTF-8, which is what the limits of Linux count.

/** The bytes of a text; half a surrogate pair counts as U+FFFD. */
export function byteLength(text: string): number {
	let bytes = 0;
	for (const char of text) bytes += char < '\x80' ? 1 : char < '\u0800' ? 2 : char.length === 1 ? 3 : 4;
	return bytes;
}
