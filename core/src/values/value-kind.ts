// The shape of a value kind: what can be asked of a value, and what it is judged by. One file a kind; which kind a
// directive takes stands in its row, which file a kind is in `kinds.ts`. Nothing here knows of files or entries: spans
// count from the value's own start, and whoever asks puts them where the value stands.

import type { Directive } from '../catalogue/directive.ts';
import type { SectionName } from '../catalogue/section-name.ts';
import type { UnitFileName } from '../catalogue/unit-file-name.ts';
import type { Span } from '../syntax/span.ts';
import type { ValueFault } from './fault.ts';

/** What a value kind does. A value is the text after the `=`, continuation lines joined, blanks at both ends gone. */
export interface ValueBehaviour {
	/** What is wrong with a value; nothing where systemd takes it and it means what it seems to mean. */
	readonly check: (value: string, context: ValueContext) => readonly ValueFault[];
	/** What may be written at an offset of the value, which may lie in the middle of a list or a word. */
	readonly complete: (value: string, offset: number, context: ValueContext) => readonly ValueItem[];
	/** What the value, or its part at an offset, means; `undefined` where the text says it all or is wrong. */
	readonly describe: (value: string, offset: number, context: ValueContext) => ValueNote | undefined;
}

/** What a value is judged by, beside its text. */
export interface ValueContext {
	/** The row of the key, with the parameters of the kind. */
	readonly directive: Directive;
	readonly section: SectionName;
	/** The release of systemd that will read the value. */
	readonly release: number;
	/** What the file's name tells; absent for text in no file. Specifiers are resolved from it. */
	readonly file: UnitFileName | undefined;
	/** The moment that “next” counts from. Absent: nothing is said of times to come. */
	readonly now?: Moment;
}

/** A moment in a time zone, handed in by a host that has a clock. */
export interface Moment {
	/** Microseconds since 1970 in UTC. */
	readonly microseconds: number;
	/** IANA name, such as `Europe/Berlin`, or `UTC`. */
	readonly zone: string;
}

/** Something that may be written in a value. */
export interface ValueItem {
	readonly label: string;
	/** What it means, a phrase; empty where the label says it all. */
	readonly detail: string;
	/** The text to insert, where that is not the label. */
	readonly insert?: string;
	/** What the text replaces in the value. */
	readonly replace: Span;
	/** First release that takes it, where that is younger than the tables. Younger ones than the target are no items. */
	readonly since?: number;
}

/** What a part of a value means. */
export interface ValueNote {
	/** The part of the value that the text is about. */
	readonly span: Span;
	/** Plain text, one line or more. */
	readonly text: string;
}

/** Nothing to complain of: one list for all values that are right. */
export const noFaults: readonly ValueFault[] = [];

/** Nothing to offer. */
export const noItems: readonly ValueItem[] = [];
