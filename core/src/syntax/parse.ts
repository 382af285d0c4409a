// Text → tree, reading as systemd's own parser does (config_parse() and parse_line(), systemd.syntax(7)).
// Never fails: what systemd would refuse becomes an item with a fault, and reading goes on.
// Which sections and keys exist is not known here.

import { joinLines, slice, sliceTrimmed, sourceOffset } from './joined.ts';
import { firstInk, type Line, splitLines } from './lines.ts';
import type { Span } from './span.ts';
import type {
	CommentLine,
	Entry,
	HeaderFault,
	Item,
	Joined,
	Section,
	SectionHeader,
	StrayLine,
	UnitFile,
} from './tree.ts';

/** Parses the text of a unit file or drop-in. Any text gives a tree; its items' spans tile the text. */
export function parse(text: string): UnitFile {
	const items = readItems(text, splitLines(text));
	const { preamble, sections } = groupSections(items);
	return { text, items, preamble, sections };
}

function readItems(text: string, lines: readonly Line[]): readonly Item[] {
	const items: Item[] = [];
	for (let at = 0; at < lines.length; ) {
		const item = readItem(text, lines, at);
		items.push(item);
		at += item.lines.length;
	}
	return items;
}

function readItem(text: string, lines: readonly Line[], at: number): Item {
	const first = lines[at] as Line; // The caller has checked the bound.
	return first.comment ? commentLine(text, first) : classify(text, lines.slice(at, endOfContinued(lines, at)));
}

/** The index after the last line that belongs to the one at `at`. Comments between continued lines belong, too. */
function endOfContinued(lines: readonly Line[], at: number): number {
	let end = at + 1;
	for (let next = end, open = lines[at]?.continues; open && next < lines.length; next++) {
		const line = lines[next] as Line; // Within the bound.
		// Comments after the last continued line stand at the end of the file; they are comments of their own.
		if (!line.comment) end = next + 1;
		open = line.comment || line.continues;
	}
	return end;
}

function classify(text: string, lines: readonly Line[]): Item {
	const span = spanOf(lines);
	const whole = joinLines(text, lines, contentStart(text, span));
	const ink = firstInk(whole.text, { start: 0, contentEnd: whole.text.length });
	if (ink === whole.text.length) return { kind: 'blank', span, lines };
	return whole.text[ink] === '[' ? header(trimmed(whole), span, lines) : assignment(whole, span, lines);
}

function trimmed(whole: Joined): Joined {
	return sliceTrimmed(whole, 0, whole.text.length);
}

function header(content: Joined, span: Span, lines: readonly Line[]): SectionHeader {
	const close = content.text.endsWith(']') ? content.text.length - 1 : content.text.indexOf(']');
	const name = slice(content, 1, close === -1 ? content.text.length : close);
	const fault = headerFault(content.text, name.text);
	return { kind: 'header', span, lines, name, content: content.span, ...(fault && { fault }) };
}

function headerFault(content: string, name: string): HeaderFault | undefined {
	if (!content.endsWith(']')) return content.includes(']') ? 'garbage' : 'unclosed';
	// string_is_safe() of systemd refuses these, and with them the file.
	return /[\u0001-\u001f\u007f"'\\]/.test(name) ? 'unsafe-name' : undefined;
}

function assignment(whole: Joined, span: Span, lines: readonly Line[]): Entry | StrayLine {
	const at = whole.text.indexOf('=');
	if (at === -1) return { kind: 'stray', span, lines, content: trimmed(whole), fault: 'no-equals' };
	const key = sliceTrimmed(whole, 0, at);
	if (key.text === '') return { kind: 'stray', span, lines, content: trimmed(whole), fault: 'no-key' };
	const value = sliceTrimmed(whole, at + 1, whole.text.length);
	return { kind: 'entry', span, lines, key, equals: sourceOffset(whole, at), value };
}

function commentLine(text: string, line: Line): CommentLine {
	const start = firstInk(text, line);
	const end = start + text.slice(start, line.contentEnd).trimEnd().length;
	return { kind: 'comment', span: line, lines: [line], content: { start, end } };
}

/** systemd strips a byte order mark after it has looked for comments, so `BOM # note` is no comment to it. */
function contentStart(text: string, { start }: Span): number {
	return start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : start;
}

function spanOf(lines: readonly Line[]): Span {
	const [first] = lines;
	// A line is a span, and nearly every item is one line: another span would only say the same in more memory.
	if (first !== undefined && lines.length === 1) return first;
	return { start: first?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
}

function groupSections(items: readonly Item[]): { preamble: readonly Item[]; sections: readonly Section[] } {
	const starts: number[] = [];
	items.forEach((item, index) => {
		if (item.kind === 'header') starts.push(index);
	});
	const preamble = items.slice(0, starts[0] ?? items.length);
	const sections = starts.map((start, nth) => section(items.slice(start, starts[nth + 1])));
	return { preamble, sections };
}

function section(all: readonly Item[]): Section {
	const header = all[0] as SectionHeader; // The caller cuts at headers.
	const items = all.slice(1);
	const entries = items.filter((item) => item.kind === 'entry');
	const end = items.at(-1)?.span.end ?? header.span.end;
	return { name: header.name.text, header, items, entries, span: { start: header.span.start, end } };
}
