// Numbers for people: `5 400`, with the thin space that keeps a number on one line.

/** A whole number with its digits in groups of three, from four digits on. */
export function groupDigits(number: number): string {
	return String(number).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}
