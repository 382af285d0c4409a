// When a poller looks again. It follows how much someone looks at what it tells: fleet's agents work every 1 to 5 s, and
// a unit that was launched is active after 1.3 to 7 s, so that looking more often than twice a second shows nothing more.

import type { Attention, WatchOptions } from './backend.ts';
import type { Clock } from './clock.ts';
import { onAbort } from './transport/deadline.ts';
import { pauseAfter } from './transport/retry.ts';

/** Why it is looked at the cluster now. */
export interface Look {
	readonly attention: Exclude<Attention, 'off'>;
	/** Someone asked for it: an action was done, or the attention rose. */
	readonly isAwaited: boolean;
}

/** The pace of one poller. */
export interface Pace {
	/** Waits until it is time to look; the first time, at once. Throws when the signal is aborted. */
	rest(signal: AbortSignal): Promise<Look>;
	succeeded(isChanged: boolean): void;
	failed(): void;
	/** Listens to the attention no longer. */
	dispose(): void;
}

/** A pace that follows the attention of a watch. */
export function createPace(options: WatchOptions, clock: Clock): Pace {
	const { attention = () => 'normal', onAttention, interval = () => undefined } = options;
	const bell = createBell(clock);
	const dispose = onAttention?.(bell.ring);
	let last: number | undefined;
	let quietLooks = 0;
	let failures = 0;
	let afterTrouble = 0;

	function timeLeft(now: Attention): number {
		if (now === 'off') return Number.POSITIVE_INFINITY;
		if (bell.hasRung() || last === undefined) return 0;
		return last + Math.max(calmPause(now, quietLooks, interval()), afterTrouble) - clock.now();
	}

	return {
		rest: async (signal) => {
			for (;;) {
				signal.throwIfAborted();
				const now = attention();
				const left = timeLeft(now);
				if (now !== 'off' && left <= 0) return { attention: now, isAwaited: bell.quieten() };
				await bell.wait(left, signal);
			}
		},
		succeeded: (isChanged) => {
			[last, failures, afterTrouble] = [clock.now(), 0, 0];
			quietLooks = isChanged ? 0 : quietLooks + 1;
		},
		failed: () => {
			[last, failures] = [clock.now(), failures + 1];
			afterTrouble = pauseAfter(failures, { ...troubledPauses, random: clock.random });
		},
		dispose: () => dispose?.(),
	};
}

/** Wakes one who waits, and is remembered until it is heard. */
interface Bell {
	readonly ring: () => void;
	readonly hasRung: () => boolean;
	/** Gives whether it had rung. */
	readonly quieten: () => boolean;
	/** Ends after that time, when the bell rings, or when the signal is aborted. */
	readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

function createBell(clock: Clock): Bell {
	let rung = false;
	let wake = (): void => {};
	return {
		ring: () => {
			rung = true;
			wake();
		},
		hasRung: () => rung,
		quieten: () => {
			const before = rung;
			rung = false;
			return before;
		},
		wait: async (milliseconds, signal) => {
			const woken = new AbortController();
			wake = () => woken.abort();
			const stop = onAbort(signal, wake);
			await clock.wait(milliseconds, woken.signal).catch(() => {});
			stop();
		},
	};
}

/** Milliseconds between two looks: right after a change, and when nothing has changed for a while. */
const calmPauses = {
	active: { shortest: 500, longest: 500 },
	normal: { shortest: 2_000, longest: 5_000 },
	quiet: { shortest: 15_000, longest: 30_000 },
} as const;

/** Of each further look at which nothing has changed. */
const slowDown = 1.25;

const troubledPauses = { firstPause: 2_000, longestPause: 60_000 };

/** Looks in the background for each that somebody sees, where the interval is set. */
const quietIntervals = 6;

function calmPause(attention: keyof typeof calmPauses, quietLooks: number, interval: number | undefined): number {
	if (interval !== undefined && attention !== 'active')
		return attention === 'normal' ? interval : interval * quietIntervals;
	const { shortest, longest } = calmPauses[attention];
	return Math.min(longest, shortest * slowDown ** quietLooks);
}
