// A watch over a backend for tests: what it has told so far, and what that comes to.

import type { ClusterBackend, WatchEvent } from '../../cluster/src/backend.ts';
import { applyChanges } from '../../cluster/src/differences.ts';
import type { ClusterSnapshot } from '../../cluster/src/model.ts';

/** A watch that goes on in the background. */
export interface Watching {
	readonly events: readonly WatchEvent[];
	/** What the events add up to; `undefined` before the first snapshot. */
	sum(): ClusterSnapshot | undefined;
	/** Ends the watch; resolves when it has ended, and fails as it did. */
	stop(): Promise<void>;
}

/** Watches a backend as somebody does who looks on. */
export function startWatching(backend: ClusterBackend): Watching {
	const events: WatchEvent[] = [];
	const controller = new AbortController();
	let told: ClusterSnapshot | undefined;
	const collect = async (): Promise<void> => {
		for await (const event of backend.watch({ attention: () => 'active' }, controller.signal)) {
			events.push(event);
			if (event.kind === 'snapshot') told = event.snapshot;
			if (event.kind === 'changes' && told !== undefined) told = applyChanges(told, event.changes);
		}
	};
	const ended = collect();
	// Told to whoever stops the watch.
	ended.catch(() => {});
	return {
		events,
		sum: () => told,
		stop: async () => {
			controller.abort();
			await ended;
		},
	};
}
