// Turns for what only some may do at the same time. Who waits is served in order, and may give up.

import { orAborted, throwIfAborted } from './deadline.ts';

/** So many at the same time, and no more. */
export class Turns {
	#free: number;
	readonly #waiting: (() => void)[] = [];

	constructor(count: number) {
		this.#free = count;
	}

	/** Does some work when it is its turn. Throws when the signal is aborted before. */
	async take<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
		await this.#wait(signal);
		try {
			return await work();
		} finally {
			this.#pass();
		}
	}

	async #wait(signal: AbortSignal): Promise<void> {
		throwIfAborted(signal);
		if (this.#free > 0) {
			this.#free--;
			return;
		}
		let begin = () => {};
		const turn = new Promise<void>((resolve) => {
			begin = resolve;
		});
		this.#waiting.push(begin);
		await orAborted(signal, turn).catch((error) => {
			this.#giveUp(begin);
			throw error;
		});
	}

	/** A turn that came in the very moment goes to the next. */
	#giveUp(begin: () => void): void {
		const place = this.#waiting.indexOf(begin);
		if (place < 0) this.#pass();
		else this.#waiting.splice(place, 1);
	}

	#pass(): void {
		const next = this.#waiting.shift();
		if (next === undefined) this.#free++;
		else next();
	}
}
