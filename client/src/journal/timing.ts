// Time and chance for what follows journals, so that tests need not wait.

import { systemClock } from '../../../cluster/src/clock.ts';

/** Time and chance. */
export interface Timing {
	/** Milliseconds since 1970. */
	now(): number;
	/** From 0 up to 1. */
	random(): number;
	/** Throws when the signal is aborted. */
	wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** Those of this computer. */
export const systemTiming: Timing = { now: Date.now, random: systemClock.random, wait: systemClock.wait };
