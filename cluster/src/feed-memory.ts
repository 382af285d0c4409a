// What a feed knows: the snapshot, how old it is, and whether the cluster can be read.

import type { WatchEvent } from './backend.ts';
import { applyChanges } from './differences.ts';
import type { ClusterSnapshot } from './model.ts';

/** What is known of a cluster by now. */
export interface FeedState {
	/** Absent before the cluster was read for the first time. */
	readonly snapshot: ClusterSnapshot | undefined;
	/** When the snapshot was last told to be true, in milliseconds since 1970; with push, when it last changed. */
	readonly readAt: number | undefined;
	/** Why the cluster cannot be read now. The snapshot stays, and grows old. */
	readonly trouble: Error | undefined;
}

/** A state that follows the events of a watch. */
export interface FeedMemory {
	take(event: WatchEvent): void;
	/** The state; the same object until something happens. */
	current(): FeedState;
}

/** A memory of nothing yet. */
export function createFeedMemory(now: () => number = Date.now): FeedMemory {
	let state: FeedState = { snapshot: undefined, readAt: undefined, trouble: undefined };
	return {
		take: (event) => {
			state = next(state, event, now());
		},
		current: () => state,
	};
}

function next(state: FeedState, event: WatchEvent, now: number): FeedState {
	switch (event.kind) {
		case 'snapshot':
			return { snapshot: event.snapshot, readAt: now, trouble: undefined };
		case 'changes':
			return { ...state, snapshot: state.snapshot && applyChanges(state.snapshot, event.changes), readAt: now };
		case 'trouble':
			return { ...state, trouble: event.error };
		case 'recovered':
			return { ...state, trouble: undefined };
	}
}
