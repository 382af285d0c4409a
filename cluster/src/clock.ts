// Time and chance for what waits, so that tests need not.

import { pause } from './transport/deadline.ts';

/** A clock that can be waited for. */
export interface Clock {
	/** Milliseconds; only differences mean something. */
	now(): number;
	/** From 0 up to 1. */
	random(): number;
	/** Ends after some milliseconds, or never for `Infinity`. Throws when the signal is aborted. */
	wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** The clock of this computer. */
export const systemClock: Clock = {
	now: () => performance.now(),
	random: Math.random,
	// Timers know no longer times, and take them for none.
	wait: (milliseconds, signal) => pause(Math.min(milliseconds, 2 ** 31 - 1), signal),
};
