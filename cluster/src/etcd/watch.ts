// The watch over a registry: what etcd tells of keys, as changes of units, machines and states. Goes on through trouble,
// at whichever endpoint answers.

import type { WatchEvent } from '../backend.ts';
import { isClusterError } from '../errors.ts';
import { pause } from '../transport/deadline.ts';
import { pauseAfter } from '../transport/retry.ts';
import type { Transport } from '../transport/transport.ts';
import type { Pace } from './batches.ts';
import type { Endpoints } from './endpoints.ts';
import { follow, type Told } from './follow.ts';
import type { KeyPath } from './keys.ts';
import { applyEvents, emptyFolder } from './tree.ts';
import { changesBetween, type RegistryView, snapshotOf, viewOf } from './view.ts';

/** Which registry is watched, and how. */
export interface Watched {
	readonly endpoints: Endpoints;
	readonly prefix: KeyPath;
	readonly pace: Pace;
}

/** What is usual: changes are told at most twenty times a second, and a silent connection is asked for anew. */
export const usualPace: Pace = { gather: 50, silence: 20_000, most: 1_000 };

/**
 * Everything once, then what changes, until the signal is aborted. Trouble is told once, and its end. A connection that
 * breaks is no trouble yet: every endpoint is asked once more before.
 */
export async function* watchRegistry(watched: Watched, signal: AbortSignal): AsyncGenerator<WatchEvent> {
	const progress: Progress = { position: undefined, failures: 0, troubled: false };
	while (!signal.aborted) {
		const endpoint = watched.endpoints.preferred();
		try {
			yield* tell(watched, endpoint, progress, signal);
		} catch (error) {
			if (signal.aborted) return;
			// The backend was disposed of.
			if (isClusterError(error, 'cancelled')) throw error;
			watched.endpoints.skip(endpoint);
			progress.failures++;
			if (progress.failures > watched.endpoints.count) yield* trouble(progress, error);
			await pause(pauseAfter(progress.failures, backOff), signal).catch(() => {});
		}
	}
}

/** How far a watch came. */
interface Progress {
	position: Position | undefined;
	/** Attempts in a row in which nothing was learnt. */
	failures: number;
	/** Trouble was told, and its end not yet. */
	troubled: boolean;
}

/** What is known, and up to which index. */
interface Position {
	readonly index: number;
	readonly view: RegistryView;
}

type News = Exclude<Told, { kind: 'connected' }>;

const backOff = { firstPause: 250, longestPause: 15_000 } as const;

async function* tell(
	{ prefix, pace }: Watched,
	endpoint: Transport,
	progress: Progress,
	signal: AbortSignal,
): AsyncGenerator<WatchEvent> {
	for await (const told of follow(endpoint, prefix, progress.position?.index, pace, signal)) {
		if (signal.aborted) return;
		if (progress.troubled) yield { kind: 'recovered' };
		progress.troubled = false;
		const { position } = progress;
		if (told.kind === 'connected') {
			if (position !== undefined && told.isCurrent) yield { kind: 'changes', changes: [] };
			continue;
		}
		const now = advance(position, told, prefix);
		progress.position = now;
		progress.failures = 0;
		yield* eventsOf(told, position, now);
	}
}

function* trouble(progress: Progress, error: unknown): Generator<WatchEvent> {
	if (!progress.troubled) yield { kind: 'trouble', error: toError(error) };
	progress.troubled = true;
}

function advance(before: Position | undefined, told: News, prefix: KeyPath): Position {
	const tree = told.kind === 'tree' ? told.tree : applyEvents(before?.view.tree ?? emptyFolder, prefix, told.events);
	return { index: told.index, view: viewOf(tree, before?.view) };
}

function* eventsOf(told: News, before: Position | undefined, now: Position): Generator<WatchEvent> {
	if (told.kind === 'tree' || before === undefined) {
		yield { kind: 'snapshot', snapshot: snapshotOf(now.view) };
		return;
	}
	yield { kind: 'changes', changes: changesBetween(before.view, now.view) };
}

function toError(error: unknown): Error {
	return error instanceof Error ? error : new Error(String(error));
}
