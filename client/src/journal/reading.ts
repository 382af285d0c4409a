// Which lines are asked of the machines: since when, how many of the last, how urgent. What is picked out of them by a
// text is decided where they are shown.

import type { JournalOptions } from '../../../cluster/src/model.ts';

/** What is asked for. */
export interface Reading {
	/** Minutes before now; absent where only the number counts. */
	readonly sinceMinutes?: number;
	/** Of the last lines of each journal. */
	readonly lines: number;
	/** That urgent or more, 0 (emergency) … 7 (debug). */
	readonly priority: number;
}

/** What a panel begins with. */
export const usualReading: Reading = { lines: 200, priority: 7 };

/** One of a list of answers. */
export interface Choice {
	readonly value: number;
	readonly words: string;
}

/** Since when; 0 stands for whenever. */
export const sinceChoices: readonly Choice[] = [
	{ value: 0, words: 'any time' },
	{ value: 5, words: '5 minutes' },
	{ value: 60, words: '1 hour' },
	{ value: 360, words: '6 hours' },
	{ value: 1_440, words: '1 day' },
	{ value: 10_080, words: '7 days' },
];

/** How many lines of each journal. */
export const lineChoices: readonly Choice[] = [50, 200, 1_000, 10_000].map((value) => ({
	value,
	words: value.toLocaleString('en'),
}));

/** How urgent. */
export const priorityChoices: readonly Choice[] = [
	{ value: 7, words: 'everything' },
	{ value: 6, words: 'no debug' },
	{ value: 5, words: 'notices and worse' },
	{ value: 4, words: 'warnings and worse' },
	{ value: 3, words: 'errors and worse' },
];

/** What is asked of a machine at the beginning. `now` is in milliseconds since 1970. */
export function optionsOf({ sinceMinutes, lines, priority }: Reading, now: number): JournalOptions {
	// All lines have a priority of 7 or more urgent, and old journals name none for some.
	const urgent = priority < 7 ? { priority } : {};
	// journalctl(1) takes the first lines in place of the last where it is given both a time and a number.
	if (sinceMinutes === undefined) return { lines, ...urgent };
	return { since: Math.floor(now - sinceMinutes * 60_000), ...urgent };
}
