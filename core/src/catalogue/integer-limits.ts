// The largest number that each directive takes where a number stands for a word of its set.

/** Where `since` is there, releases before it take larger numbers, too, and fail when they use them. */
export interface IntegerLimit {
	readonly most: number;
	readonly since?: number;
}

/** By key; where a key is not named, any number that fits an `int`. */
export const integerLimits: Readonly<Record<string, IntegerLimit>> = {
	CPUSchedulingPolicy: { most: 7, since: 258 },
	IOSchedulingClass: { most: 7 },
	IPTOS: { most: 255 },
	LogLevelMax: { most: 7 },
	SyslogFacility: { most: 127 },
	SyslogLevel: { most: 7 },
};
