// Follows fleet's keys at one endpoint until something goes wrong: everything once, then the events, without a gap and
// without an event twice. Trouble, other endpoints and what the keys mean stand in watch.ts.

import { ClusterError } from '../errors.ts';
import type { Transport } from '../transport/transport.ts';
import type { EtcdEvent } from './answers.ts';
import { inBatches, type Pace } from './batches.ts';
import { type EventStream, openEvents } from './event-stream.ts';
import { type KeyPath, requestPath } from './keys.ts';
import { readTree } from './read-tree.ts';
import type { Folder } from './tree.ts';

/** What is told of the keys, with the index up to which all is told. */
export type Told =
	/**
	 * The endpoint answers: at first, and whenever it was asked again because it was silent. `isCurrent`: nothing has
	 * happened since what was told last.
	 */
	| { readonly kind: 'connected'; readonly isCurrent: boolean }
	/** All keys as they are: at first where nothing was known, and wherever events may have been lost. */
	| { readonly kind: 'tree'; readonly tree: Folder; readonly index: number }
	| { readonly kind: 'events'; readonly events: readonly EtcdEvent[]; readonly index: number };

/**
 * Follows the keys below a prefix, from an index on, or from a reading on where none is known. Never ends by itself:
 * throws what goes wrong, or what the signal says.
 */
export async function* follow(
	transport: Transport,
	prefix: KeyPath,
	known: number | undefined,
	pace: Pace,
	signal: AbortSignal,
): AsyncGenerator<Told, never> {
	let index = known;
	// Streams in a row that gave an event of etcd's history, and with that their last.
	let steps = 0;
	for (;;) {
		const watching = new AbortController();
		const ends = AbortSignal.any([signal, watching.signal]);
		try {
			const from = index === undefined || steps >= mostSteps ? undefined : index + 1;
			const stream = await openEvents(transport, requestPath(prefix, []), from, ends);
			// etcd's history does not go back so far; or it is behind, because it was set up anew or this member lags.
			if (stream.kind === 'cleared' || (from !== undefined && stream.index < from - 1)) {
				index = undefined;
				continue;
			}
			yield { kind: 'connected', isCurrent: stream.index === index };
			// The events of the stream begin before the reading, so that none can fall between the two.
			if (from === undefined) index = yield* tellTree(transport, prefix, signal);
			const end = yield* tellEvents(stream, index ?? 0, pace);
			index = end.index;
			steps = end.isHistory ? steps + 1 : 0;
		} finally {
			watching.abort();
		}
	}
}

/**
 * From where on catching up step by step may never come to its end: on a busy cluster that is far away, more happens in
 * the time of each step than one event.
 */
const mostSteps = 20;

/** How a stream ended: with an event out of the history, or after events as they happened. */
interface StreamEnd {
	readonly index: number;
	readonly isHistory: boolean;
}

async function* tellTree(transport: Transport, prefix: KeyPath, signal: AbortSignal): AsyncGenerator<Told, number> {
	const all = await readTree(transport, prefix, signal);
	yield { kind: 'tree', ...all };
	return all.index;
}

async function* tellEvents(
	stream: Extract<EventStream, { kind: 'open' }>,
	known: number,
	pace: Pace,
): AsyncGenerator<Told, StreamEnd> {
	const batches = inBatches(stream.events, pace);
	let index = known;
	for (;;) {
		const { done, value } = await batches.next();
		if (done === true) {
			if (value === 'ended' && index === known) throw new ClusterError('unreachable', 'etcd ended the watch at once');
			return { index, isHistory: false };
		}
		const events = value.filter((event) => event.index > index);
		index = events.at(-1)?.index ?? index;
		if (events.length > 0) yield { kind: 'events', events, index };
		if (value.some((event) => event.index <= stream.index)) return { index, isHistory: true };
	}
}
