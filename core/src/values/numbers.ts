// Whole numbers as systemd reads them (safe_atoi(), safe_atou() and their like): blanks and `+` in front, and the
// bases of C by prefix. What is a number but too large for its type is told from what is none.

/** A number, or `too-large` for one that its type does not hold. Absent where the text is no number. */
export type NumberRead = number | 'too-large' | undefined;

/** Reads a signed number of 32 bits. */
export function readInteger(text: string): NumberRead {
	const number = readNumber(text);
	return typeof number === 'number' && (number > 0x7fffffff || number < -0x80000000) ? 'too-large' : number;
}

/** Reads an unsigned number up to `max`, usually 2³²−1; negative ones are `too-large`, as they are for systemd. */
export function readUnsigned(text: string, max = 0xffffffff): NumberRead {
	const number = readNumber(text);
	return typeof number === 'number' && (number > max || number < 0) ? 'too-large' : number;
}

/** The largest number of 64 bits, as near as a double comes to it. */
export const max64 = 2 ** 64;

const form = /^[ \t\n\r]*([+-]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|0[0-7]*|[1-9][0-9]*)$/;

/** Reads a whole number of any size, in decimal or with `0x`, `0o`, `0b` or `0` in front. */
export function readNumber(text: string): number | undefined {
	const match = form.exec(text);
	if (match === null) return undefined;
	const digits = match[2] ?? '';
	const octal = /^0[0-7]+$/.test(digits);
	const number = Number(octal ? `0o${digits.slice(1)}` : digits);
	return match[1] === '-' ? -number : number;
}
