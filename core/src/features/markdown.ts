// Text for hovers and completion popups, safe to put names from a file into. Nothing here knows what the text says.

/** Text from a file as Markdown that shows it letter by letter, on one line. */
export function escapeMarkdown(text: string): string {
	return oneLine(text).replace(/[\\`*_{}[\]()<>#+\-.!|~&$:@/]/g, '\\$&');
}

/** Text of several lines as Markdown that keeps the lines apart. */
export function escapeLines(text: string): string {
	return text.split('\n').map(escapeMarkdown).join('  \n');
}

/** Text from a file as inline code; the fence is longer than any row of backticks in it. */
export function inlineCode(text: string): string {
	const line = oneLine(text);
	const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([row]) => row.length));
	const fence = '`'.repeat(longest + 1);
	return longest === 0 ? fence + line + fence : `${fence} ${line} ${fence}`;
}

/** A text cut to a length, with `…` in place of the rest; line ends and tabs become spaces. */
export function shorten(text: string, length: number): string {
	const line = oneLine(text);
	return line.length <= length ? line : `${withoutHalf(line.slice(0, length - 1))}…`;
}

/** A phrase of ours as a sentence. Backticks in it mean code; a `<` in it is no HTML. */
export function sentence(phrase: string): string {
	const safe = phrase.replaceAll('<', '\\<');
	return /[.!?]$/.test(safe) ? safe : `${safe}.`;
}

/** One bullet a fact; absent ones are left out. */
export function bullets(facts: readonly (string | undefined)[]): string {
	return facts.flatMap((fact) => (fact === undefined ? [] : [`- ${fact}`])).join('\n');
}

/** Lines of code as a block in their language; nothing where there are none. No line of it may be a fence. */
export function codeBlock(language: string, lines: string | undefined): string | undefined {
	return lines === undefined ? undefined : `\`\`\`${language}\n${lines}\n\`\`\``;
}

/** Paragraphs with empty lines between; empty and absent ones are left out. */
export function paragraphs(texts: readonly (string | undefined)[]): string {
	return texts.filter((text) => text !== undefined && text !== '').join('\n\n');
}

function oneLine(text: string): string {
	return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ');
}

// A cut must not leave the first half of a surrogate pair behind.
function withoutHalf(text: string): string {
	return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}
