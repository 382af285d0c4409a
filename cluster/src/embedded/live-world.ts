// The one thing in a practice cluster that changes: the world as it is now. Real time lets things happen when they are
// due; fast time lets all that is to happen happen at once, and its clock runs ahead by what was skipped.

import { advance, nextDue } from './due.ts';
import { isQuiet, settle } from './settle.ts';
import { nextMoment } from './systemd/systemd.ts';
import type { World } from './world.ts';

/** `real`: with the times of a real cluster. `fast`: at once. */
export type Speed = 'real' | 'fast';

/** A world that lives until it is stopped. */
export class LiveWorld {
	readonly speed: Speed;
	readonly #clock: () => number;
	readonly #waiting = new Set<() => void>();
	#world: World;
	#timer: NodeJS.Timeout | undefined;
	#stopped = false;
	/** Milliseconds that were skipped: time does not go back, or what has happened would lie in the future. */
	#ahead = 0;

	/** `clock` gives milliseconds since 1970. */
	constructor(start: World, speed: Speed, clock: () => number) {
		this.#world = start;
		this.speed = speed;
		this.#clock = clock;
		this.change((world) => world);
	}

	/** The world as it is now. */
	read(): World {
		this.change((world) => world);
		return this.#world;
	}

	/** Changes the world. In fast time it is at rest again afterwards. */
	change(step: (world: World) => World): void {
		this.#world = this.#pass(step(this.#pass(this.#world)));
		this.#ahead += Math.max(0, this.#world.now - this.#now());
		this.#wakeInTime();
		if (this.#waiting.size > 0 && isQuiet(this.#world)) for (const resolve of this.#waiting) resolve();
	}

	/** Resolves when nothing is on its way any more. Rejects with the signal's reason when that is aborted before. */
	async settled(signal?: AbortSignal): Promise<void> {
		signal?.throwIfAborted();
		if (isQuiet(this.read())) return;
		await new Promise<void>((resolve, reject) => {
			const end = (): void => {
				this.#waiting.delete(end);
				resolve();
			};
			this.#waiting.add(end);
			signal?.addEventListener('abort', () => {
				this.#waiting.delete(end);
				reject(signal.reason);
			});
		});
	}

	/** Ends the passing of time. */
	stop(): void {
		this.#stopped = true;
		clearTimeout(this.#timer);
	}

	#now(): number {
		return this.#clock() + this.#ahead;
	}

	#pass(world: World): World {
		return this.speed === 'real' ? advance(world, this.#now()) : settle(world, this.#now());
	}

	#wakeInTime(): void {
		clearTimeout(this.#timer);
		const due = this.#stopped ? undefined : nextWake(this.#world, this.speed);
		if (due === undefined) return;
		const wait = Math.min(Math.max(1, due - this.#now()), longestTimer);
		this.#timer = setTimeout(() => this.change((world) => world), wait);
		this.#timer.unref();
	}
}

/** What setTimeout() can take. */
const longestTimer = 2 ** 31 - 1;

// In fast time nothing is left over but what units do in their own time.
function nextWake(world: World, speed: Speed): number | undefined {
	if (speed === 'real') return nextDue(world)?.at;
	const next = Math.min(...[...world.hosts.values()].map(({ systemd }) => nextMoment(systemd)));
	return Number.isFinite(next) ? next : undefined;
}
