// Tries reads again. Writes are never sent twice: whoever writes does not come here.

import { isClusterError } from '../errors.ts';
import { pause } from './deadline.ts';
import { isBroken } from './http/failure.ts';

/** How often and how fast a read is tried again; the defaults give up after about half a second. */
export interface RetryOptions {
	/** Tries in all. */
	readonly attempts?: number;
	/** Milliseconds before the second try; each further pause is twice as long. */
	readonly firstPause?: number;
	readonly longestPause?: number;
	/** Between 0 and 1, as `Math.random` gives. */
	readonly random?: () => number;
	readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Reads, and reads again while nobody answers or connections break. What took its whole time limit is not tried again,
 * so that nobody waits a multiple of it.
 */
export async function retryReads<T>(
	read: () => Promise<T>,
	signal: AbortSignal,
	options: RetryOptions = {},
): Promise<T> {
	const { attempts = 3, wait = pause } = options;
	for (let attempt = 1; ; attempt++) {
		try {
			return await read();
		} catch (error) {
			if (attempt >= attempts || signal.aborted || !isWorthAnother(error)) throw error;
		}
		await wait(pauseAfter(attempt, options), signal);
	}
}

/** Half of the pause is by chance, so that many who lost the same server do not come back at the same moment. */
export function pauseAfter(attempt: number, options: RetryOptions = {}): number {
	const { firstPause = 100, longestPause = 5_000, random = Math.random } = options;
	const whole = Math.min(firstPause * 2 ** (attempt - 1), longestPause);
	return whole / 2 + (whole / 2) * random();
}

function isWorthAnother(error: unknown): boolean {
	return isClusterError(error, 'unreachable') || isBroken(error);
}
