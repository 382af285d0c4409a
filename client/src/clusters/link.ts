// A backend that is followed: as closely as somebody looks, and with word of how the connection stands. When it is
// made and given up is the session's business.

import type { Attention, ClusterBackend } from '../../../cluster/src/backend.ts';
import { createFeed, type Feed } from '../../../cluster/src/feed.ts';
import type { Connection } from '../cluster-view/view.ts';
import { failureOf } from './failure.ts';

/** A backend that is followed. */
export interface Link {
	readonly backend: ClusterBackend;
	readonly feed: Feed;
	readonly setAttention: (attention: Attention) => void;
	readonly close: () => Promise<void>;
}

/** Follows a backend and tells how the connection stands; `undefined` where only the cluster's contents changed. */
export function followBackend(
	backend: ClusterBackend,
	interval: () => number | undefined,
	attention: Attention,
	tell: (connection: Connection | undefined) => void,
): Link {
	const feed = createFeed(backend, { interval });
	let asked = attention;
	// Without an interval, the first look and those that are asked for are all there are.
	const attend = () => {
		const isOnDemand = interval() === undefined && feed.current().readAt !== undefined;
		feed.setAttention(listener, isOnDemand ? 'off' : asked);
	};
	const listener: Parameters<Feed['subscribe']>[0] = (event) => {
		attend();
		if (event.kind === 'changes') return tell(undefined);
		if (event.kind === 'snapshot' || event.kind === 'recovered') {
			tell({ kind: 'connected' });
			return tell(undefined);
		}
		const kind = feed.current().snapshot === undefined ? 'failed' : 'lost';
		tell({ kind, failure: failureOf(event.error) });
	};
	const unsubscribe = feed.subscribe(listener);
	attend();
	return {
		backend,
		feed,
		setAttention: (wanted) => {
			asked = wanted;
			attend();
		},
		close: async () => {
			unsubscribe();
			await backend.dispose();
		},
	};
}
