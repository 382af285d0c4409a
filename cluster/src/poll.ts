// Watching a cluster that has no push: it is looked at again and again. When, poll-pace.ts knows; what is read at each
// look, poll-reader.ts does. Trouble is told once, and the watch goes on.

import type { WatchEvent, WatchOptions } from './backend.ts';
import { type Clock, systemClock } from './clock.ts';
import { differences } from './differences.ts';
import type { ClusterSnapshot } from './model.ts';
import { createPace } from './poll-pace.ts';
import { createPollReader, type PollSource } from './poll-reader.ts';

/** Watches a cluster by polling, until the signal is aborted. No looks overlap. */
export async function* pollCluster(
	source: PollSource,
	options: WatchOptions,
	signal: AbortSignal,
	clock: Clock = systemClock,
): AsyncGenerator<WatchEvent> {
	const pace = createPace(options, clock);
	const reader = createPollReader(source, clock);
	let before: ClusterSnapshot | undefined;
	let isTroubled = false;
	try {
		for (;;) {
			const look = await pace.rest(signal);
			const result = await read(() => reader.read(look, signal));
			if (signal.aborted) return;
			if (result.kind === 'trouble') {
				pace.failed();
				if (!isTroubled) yield result;
				isTroubled = true;
				continue;
			}
			if (isTroubled) yield { kind: 'recovered' };
			isTroubled = false;
			const event = toEvent(before, result.snapshot);
			pace.succeeded(event.kind === 'snapshot' || event.changes.length > 0);
			before = result.snapshot;
			yield event;
		}
	} catch (error) {
		if (!signal.aborted) throw error;
	} finally {
		pace.dispose();
	}
}

type Told = Extract<WatchEvent, { kind: 'snapshot' | 'changes' }>;

function toEvent(before: ClusterSnapshot | undefined, snapshot: ClusterSnapshot): Told {
	if (before === undefined) return { kind: 'snapshot', snapshot };
	return { kind: 'changes', changes: differences(before, snapshot) };
}

type Reading =
	| { readonly kind: 'read'; readonly snapshot: ClusterSnapshot }
	| { readonly kind: 'trouble'; readonly error: Error };

async function read(look: () => Promise<ClusterSnapshot>): Promise<Reading> {
	try {
		return { kind: 'read', snapshot: await look() };
	} catch (error) {
		return { kind: 'trouble', error: error instanceof Error ? error : new Error(String(error)) };
	}
}
