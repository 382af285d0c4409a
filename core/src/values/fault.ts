// A fault of a value: where it is, what systemd makes of it, and how it is said. How a severity follows from that, and
// where the fault stands in the file, is the rule's business.

import type { Span } from '../syntax/span.ts';

/**
 * What comes of a fault. `skips-setting`: systemd logs a line and goes on without the setting. `skips-item`: likewise,
 * but the other items of the list count. `refuses-unit`: it does not load the unit. `misled`: it takes the value
 * without a word, and it certainly means something else than it seems. `doubtful`: likewise, but that is a guess.
 */
export type ValueEffect = 'skips-setting' | 'skips-item' | 'refuses-unit' | 'misled' | 'doubtful';

/** A fault at a place of a value. */
export interface ValueFault {
	/** Counted from the value's start. */
	readonly span: Span;
	readonly effect: ValueEffect;
	/** What, what comes of it, and what to do; a message for people. */
	readonly message: string;
	/** What would be right, where one repair is obvious. */
	readonly fix?: ValueFix;
}

/** Replaces a span of the value. `certain` ones may be applied unseen. */
export interface ValueFix {
	readonly span: Span;
	readonly text: string;
	readonly certain: boolean;
}

/** What is wrong with a piece of text, before anybody knows where it stands and what that does to the setting. */
export interface Flaw {
	/** What is wrong, a clause that may be followed by “, so systemd skips the setting”. */
	readonly what: string;
	/** What to do, a clause without a full stop. */
	readonly advice?: string;
	/** The text to write instead of the flawed part. */
	readonly instead?: string;
	/** The repair is beyond doubt. */
	readonly certain?: boolean;
	/** The flawed part of the piece; all of it if absent. */
	readonly part?: Span;
	/** Another effect than the kind's usual one. */
	readonly effect?: ValueEffect;
}

/** Makes a fault of a flaw of the text at `span`. Flaws of parts give the part's place in `part`, counted from there. */
export function toFault(flaw: Flaw, span: Span, usual: ValueEffect): ValueFault {
	const { part, instead, certain = false, effect = usual } = flaw;
	const place = part === undefined ? span : { start: span.start + part.start, end: span.start + part.end };
	const message = faultMessage(flaw, effect);
	return instead === undefined
		? { span: place, effect, message }
		: { span: place, effect, message, fix: { span: place, text: instead, certain } };
}

/** Closes a quote at the end of a value. Where it was meant to end is a guess. */
export function closingFix(value: string, quote: number): ValueFix {
	return { span: { start: value.length, end: value.length }, text: value.charAt(quote), certain: false };
}

/** A flaw of all of a text where only a part of it was judged: without the place of the part, and without a repair. */
export function ofWhole({ what, advice, effect, instead }: Flaw): Flaw {
	const hint = advice ?? (instead === undefined ? undefined : `did you mean \`${instead}\`?`);
	return { what, ...(hint === undefined ? {} : { advice: hint }), ...(effect === undefined ? {} : { effect }) };
}

const consequences: Readonly<Record<ValueEffect, string>> = {
	'skips-setting': ', so systemd skips the setting',
	'skips-item': ', so systemd skips it',
	'refuses-unit': ', so systemd refuses the unit',
	misled: '',
	doubtful: '',
};

function faultMessage({ what, advice, instead }: Flaw, effect: ValueEffect): string {
	const hint = advice ?? (instead === undefined ? undefined : `did you mean \`${instead}\`?`);
	return `${what}${consequences[effect]}${hint === undefined ? '' : `; ${hint}`}`;
}
