// Texts as the UTF-8 bytes that fleet sees. A lone surrogate stands for one byte that was no UTF-8; U+DC80…U+DCFF say
// which byte that is.

/** How many bytes a text has. */
export function byteLength(text: string): number {
	let bytes = 0;
	for (const char of text) bytes += characterBytes(char);
	return bytes;
}

/** How many bytes one character has. */
export function characterBytes(char: string): number {
	if (char.length === 2) return 4;
	const code = char.charCodeAt(0);
	if (code < 0x80 || isSurrogate(code)) return 1;
	return code < 0x800 ? 2 : 3;
}

/** The bytes of a text. */
export function utf8Bytes(text: string): readonly number[] {
	return Array.from(text).flatMap((char) => {
		const code = char.codePointAt(0) ?? 0;
		const size = characterBytes(char);
		return size === 1 ? [code & 0xff] : [leadByte(code, size), ...trailBytes(code, size - 1)];
	});
}

/** The text as fleet has it once it has read it by characters: what was no UTF-8 is U+FFFD. */
export function withoutLoneSurrogates(text: string): string {
	return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

function isSurrogate(code: number): boolean {
	return code >= 0xd800 && code <= 0xdfff;
}

// `size` ones and a zero, then the upper bits of the code.
function leadByte(code: number, size: number): number {
	return ((0xf00 >> size) & 0xff) | (code >> (6 * (size - 1)));
}

function trailBytes(code: number, count: number): readonly number[] {
	return Array.from({ length: count }, (_, nth) => 0x80 | ((code >> (6 * (count - 1 - nth))) & 0x3f));
}
