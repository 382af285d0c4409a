// The one thing in a practice cluster that changes: the world as it is now. Real time lets things happen when they are
// due; fast time lets all that is to happen happen at once, and its clock runs ahead by what was skipped.

import { advance, nextDue } from './due.ts';
import { isQuiet, settle } from './settle.ts';
import { nextMoment } from './systemd/systemd.ts';
import type { World } from './world.ts';

/** `real`: with the times of a real cluster. `fast`: at once. */
export type Speed = 'real' | 'fast';

/** A world that lives. */
export interface LiveWorld {
	readonly speed: Speed;
	/** The world as it is now. */
	read(): World;
	/** Changes the world. In fast time it is at rest again afterwards. */
	change(step: (world: World) => World): void;
	/** Calls back after every change, also those by itself. Gives the way to end that. */
	onChange(listener: () => void): () => void;
	/** Resolves when nothing is on its way any more. */
	settled(signal?: AbortSignal): Promise<void>;
	/** Ends the passing of time. */
	stop(): void;
}

/** Lets a world live. `clock` gives milliseconds since 1970. */
export function createLiveWorld(start: World, speed: Speed, clock: () => number): LiveWorld {
	const listeners = new Set<() => void>();
	let world = start;
	let timer: NodeJS.Timeout | undefined;
	let stopped = false;
	// Skipped time does not come back, or what has happened would lie in the future.
	let ahead = 0;
	const now = () => clock() + ahead;
	const move = (step: (world: World) => World) => {
		const before = world;
		world = pass(step(pass(world, speed, now())), speed, now());
		ahead += Math.max(0, world.now - now());
		arm();
		if (before !== world && !isSame(before, world)) for (const listener of listeners) listener();
	};
	const arm = () => {
		clearTimeout(timer);
		const due = stopped ? undefined : nextWake(world, speed);
		if (due === undefined) return;
		timer = setTimeout(() => move((current) => current), Math.min(Math.max(1, due - now()), longestTimer));
		timer.unref();
	};
	const onChange = (listener: () => void) => {
		listeners.add(listener);
		return () => {
			listeners.delete(listener);
		};
	};
	move((current) => current);
	return {
		speed,
		read() {
			move((current) => current);
			return world;
		},
		change: move,
		onChange,
		settled: (signal) => untilQuiet(() => world, onChange, signal),
		stop() {
			stopped = true;
			clearTimeout(timer);
		},
	};
}

/** What setTimeout() can take. */
const longestTimer = 2 ** 31 - 1;

function pass(world: World, speed: Speed, now: number): World {
	return speed === 'real' ? advance(world, now) : settle(world, now);
}

// In fast time nothing is left over but what units do in their own time.
function nextWake(world: World, speed: Speed): number | undefined {
	if (speed === 'real') return nextDue(world)?.at;
	const next = Math.min(...[...world.hosts.values()].map(({ systemd }) => nextMoment(systemd)));
	return Number.isFinite(next) ? next : undefined;
}

function isSame(a: World, b: World): boolean {
	return a.registry === b.registry && a.hosts === b.hosts && a.engine === b.engine && a.outageSince === b.outageSince;
}

function untilQuiet(
	world: () => World,
	onChange: LiveWorld['onChange'],
	signal: AbortSignal | undefined,
): Promise<void> {
	return new Promise((resolve, reject) => {
		if (isQuiet(world())) return resolve();
		const end = onChange(() => {
			if (!isQuiet(world())) return;
			end();
			resolve();
		});
		signal?.addEventListener('abort', () => {
			end();
			reject(signal.reason);
		});
	});
}
