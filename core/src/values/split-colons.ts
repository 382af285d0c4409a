// Splits a word at its colons, as systemd does where one word holds several parts. A backslash before a colon keeps it.

/** At most so many parts; the last one holds the rest, colons included. */
export function splitColons(text: string, most: number): readonly string[] {
	const parts: string[] = [];
	let part = '';
	for (let at = 0; at < text.length; at++) {
		const char = text.charAt(at);
		if (char === '\\' && (text[at + 1] === ':' || text[at + 1] === '\\')) part += text.charAt(++at);
		else if (char === ':' && parts.length < most - 1) {
			parts.push(part);
			part = '';
		} else part += char;
	}
	return [...parts, part];
}
