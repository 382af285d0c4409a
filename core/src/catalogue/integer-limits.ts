// The largest number that each directive takes where a number stands for a word of its set.

/** A limit, and where it was another one: until which release, and which. */
export interface IntegerLimit {
	readonly most: number;
	readonly since?: number;
	readonly before?: number;
}

/** By key; where a key is not named, any number that fits an `int`. */
const integerLimits: Readonly<Record<string, IntegerLimit>> = {
	CPUSchedulingPolicy: { most: 7, since: 258 },
	IOSchedulingClass: { most: 7, since: 258, before: 8 },
	IPTOS: { most: 255 },
	LogLevelMax: { most: 7 },
	SyslogFacility: { most: 127 },
	SyslogLevel: { most: 7 },
};

/** The largest number that a directive takes in a release. */
export function largestInteger(key: string, release: number): number {
	const { most, since = 0, before } = integerLimits[key] ?? { most: int };
	return since <= release ? most : (before ?? int);
}

const int = 2 ** 31 - 1;
