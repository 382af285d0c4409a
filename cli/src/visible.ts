// Makes what a terminal would act on, or not show at all, visible as an escape. A unit file's text and name come from
// anybody; printed as they are, they could move the cursor, hide text or turn its direction around.

/** One line of text, fit for a terminal: control and invisible characters are escapes such as `\x1b`. */
export function visible(text: string): string {
	return text.replace(hidden, escapeOf);
}

// Cc: controls; Cf: joiners, direction marks, byte order mark; Cs: lone surrogates; Zl, Zp: line separators.
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

function escapeOf(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	if (code < 0x80) return `\\x${hex(code, 2)}`;
	// A byte that is no UTF-8, kept by unit-text.ts.
	if (code >= 0xdc80 && code <= 0xdcff) return `\\x${hex(code - 0xdc00, 2)}`;
	return code > 0xffff ? `\\u{${hex(code, 5)}}` : `\\u${hex(code, 4)}`;
}

function hex(code: number, digits: number): string {
	return code.toString(16).padStart(digits, '0');
}
