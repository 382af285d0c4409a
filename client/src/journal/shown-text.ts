// What a program wrote, made fit to be looked at: colours for terminals go, what could hide text or turn its direction
// around becomes visible, and what is longer than anybody reads is cut.

import type { JournalLine } from '../../../cluster/src/model.ts';

/** Characters of a line that are shown. */
export const longestText = 16_000;

/** The text of a line. Line ends stay in it. */
export function shownText(message: string): string {
	const text = message.length > longestText ? message.slice(0, longestText) : message;
	// Most lines have nothing to be changed, and looking is cheaper than replacing.
	const fit = hidden.test(text) ? text.replace(terminalColours, '').replace(everyHidden, escapeOf) : text;
	return text === message ? fit : `${fit} … (${message.length - longestText} more characters; the terminal shows them)`;
}

/** Who wrote a line: `docker[123]`, `systemd`, or nothing where nobody is named. */
export function writerOf({ identifier, pid }: JournalLine): string {
	if (identifier === undefined || identifier === '') return pid === undefined ? '' : `[${pid}]`;
	return pid === undefined ? shownText(identifier) : `${shownText(identifier)}[${pid}]`;
}

/** “Select graphic rendition” (ECMA-48, 8.3.117) and “erase in line”, which programs print for terminals. */
const terminalColours = /\x1b\[[\d;:]*[mK]/g;

// Cc but tab and line feed; Cf: joiners, direction marks; Cs: lone surrogates; Zl, Zp: line separators.
const hidden = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const everyHidden = new RegExp(hidden.source, 'gu');

function escapeOf(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
	return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
