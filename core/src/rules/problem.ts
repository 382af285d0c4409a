// What a rule says of a place in a unit file, and how it can be mended.

import type { Span } from '../syntax/span.ts';

/** How bad a problem is, worst first. */
export const severities = ['error', 'warning', 'info', 'hint'] as const;

/**
 * `error`: systemd or fleet refuses the file, or what it reads is cut off from what was written.
 * `warning`: a line has no effect, or another than it seems. `info`, `hint`: it works, and could be said better.
 */
export type Severity = (typeof severities)[number];

/** A fault at a place. */
export interface Problem {
	/** Id of the rule that found it. */
	readonly rule: string;
	readonly severity: Severity;
	/** What, why if that is short, and what to do; one line without a full stop. Names are in backticks. */
	readonly message: string;
	readonly span: Span;
	/** The best one first. */
	readonly fixes: readonly Fix[];
	readonly tags: readonly ProblemTag[];
	readonly related: readonly RelatedPlace[];
}

/** How an editor may draw the text: faded, or struck through. */
export type ProblemTag = 'unnecessary' | 'deprecated';

/** Another place of the same file that explains the problem. */
export interface RelatedPlace {
	readonly span: Span;
	readonly message: string;
}

/** A change that mends a problem. `safe`: certain enough to be applied unseen; `unsafe`: a person should look. */
export interface Fix {
	/** Imperative, such as “Rename to `ExecStart`”. */
	readonly title: string;
	readonly kind: 'safe' | 'unsafe';
	readonly edits: readonly TextEdit[];
}

/** Replaces a span of the file by a text. The edits of one fix do not overlap. */
export interface TextEdit {
	readonly span: Span;
	readonly text: string;
}
