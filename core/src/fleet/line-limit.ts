// fleet's limit of 2,048 bytes a line (since v0.12.0), with its gap: fleet looks only at the bytes that happen to be in
// the 4,096-byte buffer it reads through, so a long line across the end of the buffer passes. What the buffer holds
// depends on every read, therefore the reader of options tells each of them.

import { characterBytes } from './utf8.ts';

/** Bytes of a line, its end left out, at which fleet refuses it. */
export const longestLine = 2048;

/** Follows a reader through a text and knows what fleet's buffer holds. */
export interface LineLimit {
	/** Tells that the characters `[from, to)` were read. */
	read(from: number, to: number): void;
	/** Whether fleet, about to read at `at`, refuses what it sees ahead. */
	exceeded(at: number): boolean;
}

/** The limit for one reading of a text. */
export function lineLimit(text: string): LineLimit {
	// Nearly every file. A character has three bytes a code unit at most.
	if (!hasRun(text, Math.ceil(longestLine / 3))) return noLineLimit;
	const bytesBefore = byteOffsets(text);
	const total = bytesBefore.at(-1) ?? 0;
	let held = 0;
	return {
		read: (from, to) => {
			held = heldAfter(bytesBefore[from] ?? total, bytesBefore[to] ?? total, held, total);
		},
		exceeded: (at) => {
			const start = bytesBefore[at] ?? total;
			if (held - start < longestLine) return false;
			return (bytesBefore[nextLineEnd(text, at)] ?? total) - start >= longestLine;
		},
	};
}

/** What fleet did before v0.12.0: lines of any length. */
export const noLineLimit: LineLimit = { read: () => {}, exceeded: () => false };

const bufferSize = 4096;

/**
 * Up to which byte the buffer is filled once `[from, to)` is read. A read that needs more moves what is left to the
 * start of the buffer and fills up the rest; a full buffer is read off first.
 */
function heldAfter(from: number, to: number, filled: number, total: number): number {
	let start = from;
	let held = filled;
	while (to > held) {
		if (held - start >= bufferSize) start = held;
		held = Math.min(total, start + bufferSize);
	}
	return held;
}

function hasRun(text: string, length: number): boolean {
	for (let at = 0; at + length <= text.length; ) {
		const end = nextLineEnd(text, at);
		if (end - at >= length) return true;
		at = end + 1;
	}
	return false;
}

function nextLineEnd(text: string, from: number): number {
	let at = from;
	while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
	return at;
}

/** For each offset, how many bytes stand before it; the last is that of the text's end. */
function byteOffsets(text: string): readonly number[] {
	const offsets: number[] = [];
	let bytes = 0;
	for (const char of text) {
		offsets.push(bytes);
		bytes += characterBytes(char);
		if (char.length === 2) offsets.push(bytes);
	}
	offsets.push(bytes);
	return offsets;
}
