// Bytes ↔ text, without loss. Bytes that are no UTF-8 become lone surrogates U+DC80…U+DCFF, one a byte, which no
// UTF-8 text can hold; writing turns them back. A byte order mark and line ends stay as they are.

/** The text of a file. A byte `b` that is part of no UTF-8 character becomes the code unit `0xDC00 + b`. */
export function decodeUnit(bytes: Uint8Array): string {
	try {
		return decoder.decode(bytes);
	} catch {
		return decodeBroken(bytes);
	}
}

/** The bytes of a text; gives back exactly what `decodeUnit` read. */
export function encodeUnit(text: string): Uint8Array {
	const pieces = text.split(escapedBytes);
	return Buffer.concat(pieces.map((piece, index) => (index % 2 === 0 ? Buffer.from(piece) : unescapeBytes(piece))));
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

// With the `u` flag, a surrogate matches only where it is no half of a pair.
const escapedBytes = /([\udc80-\udcff]+)/u;

function decodeBroken(bytes: Uint8Array): string {
	let text = '';
	let start = 0;
	let at = 0;
	while (at < bytes.length) {
		const length = characterLength(bytes, at);
		if (length === 0) {
			text += decoder.decode(bytes.subarray(start, at)) + String.fromCharCode(0xdc00 + (bytes[at] ?? 0));
			start = at + 1;
		}
		at += length || 1;
	}
	return text + decoder.decode(bytes.subarray(start));
}

/** Number of bytes of the UTF-8 character at an offset; 0 if none begins there (RFC 3629, section 4). */
function characterLength(bytes: Uint8Array, at: number): number {
	const lead = bytes[at] ?? 0;
	if (lead < 0x80) return 1;
	const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
	const [low, high] = secondByte[lead] ?? anyTrail;
	if (!isWithin(bytes[at + 1], low, high)) return 0;
	for (let trail = at + 2; trail < at + length; trail++) {
		if (!isWithin(bytes[trail], ...anyTrail)) return 0;
	}
	return length;
}

const anyTrail = [0x80, 0xbf] as const;

/** Lead bytes after which not every trail byte may follow: overlong forms, surrogates, beyond U+10FFFF. */
const secondByte: Readonly<Record<number, readonly [number, number]>> = {
	224: [0xa0, 0xbf],
	237: [0x80, 0x9f],
	240: [0x90, 0xbf],
	244: [0x80, 0x8f],
};

function isWithin(byte: number | undefined, low: number, high: number): boolean {
	return byte !== undefined && low <= byte && byte <= high;
}

function unescapeBytes(piece: string): Uint8Array {
	return Uint8Array.from(piece, (unit) => unit.charCodeAt(0) - 0xdc00);
}
