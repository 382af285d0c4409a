// Texts of a value inside a message: shortened, on one line, without what would end the code mark around them.

/** The text as it may stand between backticks. */
export function plain(text: string): string {
	const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
	return short.replaceAll('`', "'").replace(/[\u0000-\u001f\u007f]/g, ' ');
}
