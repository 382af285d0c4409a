// One watch of a cluster for however many listeners. It runs while somebody listens, as fast as the most attentive of
// them wants, and keeps the snapshot up to date.

import type { Attention, ClusterBackend, WatchEvent, WatchOptions } from './backend.ts';
import { type Clock, systemClock } from './clock.ts';
import { createFeedMemory, type FeedState } from './feed-memory.ts';

/** Is told what happens, once the feed's state knows of it. The feed knows it by its identity. */
export type FeedListener = (event: WatchEvent) => void;

/** A cluster that is watched. */
export interface Feed {
	current(): FeedState;
	/** Listens from now on, with the attention `normal`. Returns the way to end that; the last to end it ends the watch. */
	subscribe(listener: FeedListener): () => void;
	setAttention(listener: FeedListener, attention: Attention): void;
	/** Looks at once, and closely for a while: the user has done something, and its effect is awaited. */
	nudge(): void;
}

/** What may be set of a feed. */
export interface FeedOptions extends Pick<WatchOptions, 'interval'> {
	readonly clock?: Clock;
}

/** A feed over a backend. There should be one for each. */
export function createFeed(backend: Pick<ClusterBackend, 'watch'>, options: FeedOptions = {}): Feed {
	const { clock = systemClock, ...watchOptions } = options;
	const listeners = new Map<FeedListener, Attention>();
	const memory = createFeedMemory();
	let closelyUntil = Number.NEGATIVE_INFINITY;
	const attention = (): Attention => (clock.now() < closelyUntil ? 'active' : highestAttention(listeners.values()));
	const watch = createRestartableWatch(backend, { ...watchOptions, attention }, (event) => {
		const { readAt: before = 0 } = memory.current();
		memory.take(event);
		const { readAt: now = 0 } = memory.current();
		// Looks at which nothing changed are no news, unless what is known had grown old.
		if (event.kind === 'changes' && event.changes.length === 0 && now - before < oldAge) return;
		for (const listener of [...listeners.keys()]) tell(listener, event);
	});
	return {
		current: memory.current,
		subscribe: (listener) => {
			listeners.set(listener, 'normal');
			watch.begin();
			return () => {
				if (listeners.delete(listener) && listeners.size === 0) watch.end();
			};
		},
		setAttention: (listener, wanted) => {
			const before = attention();
			if (listeners.has(listener)) listeners.set(listener, wanted);
			if (ranks.indexOf(attention()) > ranks.indexOf(before)) watch.wake();
		},
		nudge: () => {
			closelyUntil = clock.now() + effectTime;
			if (listeners.size > 0) watch.begin();
			watch.wake();
		},
	};
}

/** Milliseconds after which what was read is old: somebody who looks at it should be told. */
export const oldAge = 60_000;

/** Milliseconds until an action has had its effect on a real fleet: up to 7 to start, about 10 to replace a unit. */
const effectTime = 12_000;

const ranks: readonly Attention[] = ['off', 'quiet', 'normal', 'active'];

/** The closest of several; `off` where there is none. */
export function highestAttention(attentions: Iterable<Attention>): Attention {
	return ranks[Math.max(0, ...[...attentions].map((attention) => ranks.indexOf(attention)))] ?? 'off';
}

/** A watch that is begun and ended as often as needed; it runs once at a time. */
interface RestartableWatch {
	/** Does nothing while it runs. One that ended by itself is begun anew. */
	begin(): void;
	end(): void;
	/** Has it look at once. */
	wake(): void;
}

function createRestartableWatch(
	backend: Pick<ClusterBackend, 'watch'>,
	options: WatchOptions,
	take: (event: WatchEvent) => void,
): RestartableWatch {
	let running: AbortController | undefined;
	let wake = (): void => {};
	const onAttention = (callback: () => void): (() => void) => {
		wake = callback;
		return () => {};
	};
	return {
		begin: () => {
			if (running !== undefined) return;
			const run = new AbortController();
			running = run;
			void follow(backend.watch({ ...options, onAttention }, run.signal), run.signal, take).then(() => {
				if (running === run) running = undefined;
			});
		},
		end: () => {
			running?.abort();
			running = undefined;
		},
		wake: () => wake(),
	};
}

async function follow(
	events: AsyncIterable<WatchEvent>,
	signal: AbortSignal,
	take: (event: WatchEvent) => void,
): Promise<void> {
	try {
		for await (const event of events) {
			if (signal.aborted) return;
			take(event);
		}
	} catch (error) {
		if (!signal.aborted) take({ kind: 'trouble', error: error instanceof Error ? error : new Error(String(error)) });
	}
}

// A listener that fails is a mistake in the program; it must be heard of, and must not keep others from their news.
function tell(listener: FeedListener, event: WatchEvent): void {
	try {
		listener(event);
	} catch (error) {
		queueMicrotask(() => {
			throw error;
		});
	}
}
