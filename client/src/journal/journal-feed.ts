// What stands behind a page: the journals that are followed, and the way of their rows to it. Does as the page asks, as
// far as the editor is not needed for it.

import { createFollower, type JournalClusters } from './follower.ts';
import type { Followed, ToPage } from './messages.ts';
import { createOutbox } from './outbox.ts';
import { type Reading, usualReading } from './reading.ts';
import type { Source, Wanted } from './sources.ts';
import type { Timing } from './timing.ts';

/** What a feed works with. */
export interface JournalFeedParts {
	readonly wanted: readonly Wanted[];
	readonly clusters: JournalClusters;
	readonly timing: Timing;
	/** Resolves when the page has been given the message. */
	readonly post: (message: ToPage) => PromiseLike<unknown>;
}

/** Journals on their way to a page. */
export interface JournalFeed {
	followed(): Followed;
	sources(): readonly Source[];
	/** The page is there, for the first time or made anew. */
	pageIsReady(): void;
	/** Other lines are wanted; those that were read are forgotten. */
	read(reading: Reading): void;
	/** Tries at once what is waiting or was given up. */
	retry(): void;
	/** To be called when a cluster has changed. */
	update(): void;
	dispose(): void;
}

/** Begins to follow. Nothing is sent before the page is ready. */
export function createJournalFeed({ wanted, clusters, timing, post }: JournalFeedParts): JournalFeed {
	const end = new AbortController();
	const outbox = createOutbox({
		post,
		start: (dropped) => ({ kind: 'start', dropped, reading: follower.reading(), ...follower.followed() }),
		sources: () => ({ kind: 'sources', ...follower.followed() }),
		timing,
		signal: end.signal,
	});
	const { add: rows, sourcesChanged: changed } = outbox;
	const follower = createFollower({ wanted, reading: usualReading, clusters, timing, rows, changed });
	return {
		followed: follower.followed,
		sources: follower.sources,
		pageIsReady: outbox.pageIsReady,
		read(reading) {
			follower.read(reading);
			outbox.clear();
		},
		retry: follower.retry,
		update: follower.update,
		dispose() {
			end.abort();
			follower.dispose();
		},
	};
}
