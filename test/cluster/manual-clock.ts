// A clock that stands still until the test moves it, so that nothing really waits.

import type { Clock } from '../../cluster/src/clock.ts';

/** A clock in the hands of a test. */
export interface ManualClock extends Clock {
	/** Lets time pass, and everything happen that was waiting for it. */
	advance(milliseconds: number): Promise<void>;
}

/** A clock at 0. Chance is always one half. */
export function manualClock(): ManualClock {
	let now = 0;
	const waiting = new Set<{ readonly until: number; readonly resolve: () => void }>();
	const wakeDue = (): void => {
		for (const wait of [...waiting].filter(({ until }) => until <= now)) {
			waiting.delete(wait);
			wait.resolve();
		}
	};
	return {
		now: () => now,
		random: () => 0.5,
		wait: (milliseconds, signal) =>
			new Promise((resolve, reject) => {
				const wait = { until: now + milliseconds, resolve };
				waiting.add(wait);
				signal.addEventListener('abort', () => {
					waiting.delete(wait);
					reject(signal.reason);
				});
				if (signal.aborted) reject(signal.reason);
			}),
		advance: async (milliseconds) => {
			await settled();
			const end = now + milliseconds;
			for (;;) {
				const next = Math.min(...[...waiting].map(({ until }) => until));
				if (!(next <= end)) break;
				now = Math.max(now, next);
				wakeDue();
				await settled();
			}
			now = end;
		},
	};
}

/** Resolves when everything that can happen without waiting has happened. */
export async function settled(): Promise<void> {
	for (let round = 0; round < 5; round++) await new Promise((resolve) => setImmediate(resolve));
}
