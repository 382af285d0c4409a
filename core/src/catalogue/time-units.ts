// The units of time spans and what they are worth ("Parsing Time Spans" in systemd.time(7)).

/** A unit with its other spellings; each spelling is cut off the text in the order of `timeUnitNames`. */
export interface TimeUnit {
	/** The short spelling that people use most. */
	readonly name: string;
	readonly others: readonly string[];
	readonly microseconds: number;
	/** What it is called, in one and in many. */
	readonly words: readonly [one: string, many: string];
}

const second = 1_000_000;

/** Longest first. A year is 365.25 days, a month a twelfth of it. */
export const timeUnits: readonly TimeUnit[] = [
	{ name: 'y', others: ['year', 'years'], microseconds: 31_557_600 * second, words: ['year', 'years'] },
	{ name: 'month', others: ['months', 'M'], microseconds: 2_629_800 * second, words: ['month', 'months'] },
	{ name: 'w', others: ['week', 'weeks'], microseconds: 604_800 * second, words: ['week', 'weeks'] },
	{ name: 'd', others: ['day', 'days'], microseconds: 86_400 * second, words: ['day', 'days'] },
	{ name: 'h', others: ['hr', 'hour', 'hours'], microseconds: 3600 * second, words: ['hour', 'hours'] },
	{ name: 'min', others: ['minute', 'minutes', 'm'], microseconds: 60 * second, words: ['minute', 'minutes'] },
	{ name: 's', others: ['sec', 'second', 'seconds'], microseconds: second, words: ['second', 'seconds'] },
	{ name: 'ms', others: ['msec'], microseconds: 1000, words: ['millisecond', 'milliseconds'] },
	{ name: 'us', others: ['usec', 'μs', 'µs'], microseconds: 1, words: ['microsecond', 'microseconds'] },
];
