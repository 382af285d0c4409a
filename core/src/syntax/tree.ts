// The shape of a parsed unit file: a flat list of items whose spans tile the text, and the sections they form.
// The tree holds what stands in the file and nothing about what it means; that is the catalogue's business.

import type { Line } from './lines.ts';
import type { Span } from './span.ts';

/** A piece of text as systemd reads it: continuation lines joined, comments between them left out, blanks stripped. */
export interface Joined {
	/** What systemd sees. Each backslash at a line end is one space, as systemd makes it. */
	readonly text: string;
	/** From the first to the last character of the piece in the file. */
	readonly span: Span;
	/** Where the parts of `text` stand in the file, in order, each as long there as here. None: it stands at `span`. */
	readonly parts: readonly JoinedPart[];
}

/** `text[at …]` of a joined piece stands at `span` in the file. */
export interface JoinedPart {
	readonly at: number;
	readonly span: Span;
}

interface ItemBase {
	/** Whole physical lines, line ends included. */
	readonly span: Span;
	readonly lines: readonly Line[];
}

/** An empty line, or one of blanks only. */
export interface BlankLine extends ItemBase {
	readonly kind: 'blank';
}

/** A comment line. Its backslash at the end, if any, means nothing to systemd. */
export interface CommentLine extends ItemBase {
	readonly kind: 'comment';
	/** From `#` or `;` to the end of the line, blanks at the end left out. */
	readonly content: Span;
}

/** A section header. Malformed ones are kept as headers, so that what follows still finds its section. */
export interface SectionHeader extends ItemBase {
	readonly kind: 'header';
	/** The name between the brackets. */
	readonly name: Joined;
	/** The whole header, from `[` to the last character that is no blank. */
	readonly content: Span;
	/** Why systemd refuses the whole file at this header. */
	readonly fault?: HeaderFault;
}

/** `garbage`: text after `]`. `unclosed`: no `]`. `unsafe-name`: control characters, quotes or backslashes inside. */
export type HeaderFault = 'garbage' | 'unclosed' | 'unsafe-name';

/** An assignment `Key=value`, over one or more physical lines. */
export interface Entry extends ItemBase {
	readonly kind: 'entry';
	readonly key: Joined;
	/** Offset of the `=`. */
	readonly equals: number;
	readonly value: Joined;
}

/** A line that is neither: no `=` in it, or no key before the `=`. systemd logs it and goes on. */
export interface StrayLine extends ItemBase {
	readonly kind: 'stray';
	readonly content: Joined;
	readonly fault: 'no-equals' | 'no-key';
}

/** Anything that stands on its own lines in a unit file. */
export type Item = BlankLine | CommentLine | SectionHeader | Entry | StrayLine;

/** A header and all items up to the next one. Sections of the same name stay apart, as they stand in the file. */
export interface Section {
	readonly name: string;
	readonly header: SectionHeader;
	readonly items: readonly Item[];
	readonly entries: readonly Entry[];
	readonly span: Span;
}

/** A parsed unit file. Immutable; what is derived from it hangs on its identity. */
export interface UnitFile {
	readonly text: string;
	/** Everything in file order; the spans tile the text. */
	readonly items: readonly Item[];
	/** What stands before the first header. */
	readonly preamble: readonly Item[];
	readonly sections: readonly Section[];
}
