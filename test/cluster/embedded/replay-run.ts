// Replays all recorded exchanges against practice clusters in fast time, over HTTP, and tells of each how it went.

import { readListenAddress } from '../../../cluster/src/embedded/listen.ts';
import { LiveWorld } from '../../../cluster/src/embedded/live-world.ts';
import { serve } from '../../../cluster/src/embedded/serve.ts';
import { createWorld } from '../../../cluster/src/embedded/world.ts';
import { type Exchange, readExchanges } from '../exchanges.ts';
import { difference, resend } from './replay.ts';
import { beginsAnew, eventsBefore, recordedMachines } from './replay-events.ts';
import { follow, passesBy, startTracks, type Track } from './replay-moments.ts';

/**
 * How an exchange went. `equal`: the answer is the recorded one. `moving`: the recorded cluster was on its way, and a
 * practice cluster in real time comes by that answer, too. `different`: neither.
 */
export interface Outcome {
	readonly exchange: Exchange;
	readonly kind: 'equal' | 'moving' | 'different';
	readonly difference?: string;
}

/** Replays everything. Scenarios that began on a clean cluster begin on one here. */
export async function replayAll(): Promise<readonly Outcome[]> {
	const outcomes: Outcome[] = [];
	for (const scenario of groupByCluster(readExchanges())) outcomes.push(...(await replay(scenario)));
	return outcomes;
}

async function replay(exchanges: readonly Exchange[]): Promise<readonly Outcome[]> {
	const outcomes: Outcome[] = [];
	// The clock is that of the recording.
	let now = Date.parse(exchanges[0]?.t ?? '') - 1000;
	const live = new LiveWorld(createWorld(recordedMachines, now), 'fast', () => now);
	const service = await serve(live, [readListenAddress('tcp:127.0.0.1:0')]);
	let tracks = startTracks(now);
	for (const exchange of exchanges) {
		now = Date.parse(exchange.t);
		for (const event of eventsBefore(exchange)) live.change(event);
		const found = difference(exchange, await resend(service, exchange));
		tracks = tracks.map((track) => follow(track, exchange));
		outcomes.push(judge(exchange, found, tracks));
	}
	live.stop();
	await service.close();
	return outcomes;
}

function judge(exchange: Exchange, found: string | undefined, tracks: readonly Track[]): Outcome {
	if (found === undefined) return { exchange, kind: 'equal' };
	const mayMove = exchange.method === 'GET' && exchange.status === 200 && found === 'body';
	const isMoving = mayMove && tracks.some((track) => passesBy(track, exchange));
	return { exchange, kind: isMoving ? 'moving' : 'different', difference: found };
}

function groupByCluster(exchanges: readonly Exchange[]): readonly (readonly Exchange[])[] {
	const groups: Exchange[][] = [];
	let scenario: string | undefined;
	for (const exchange of exchanges) {
		const isNew = exchange.scenario !== scenario && beginsAnew(exchange.scenario);
		if (isNew || groups.length === 0) groups.push([]);
		groups.at(-1)?.push(exchange);
		scenario = exchange.scenario;
	}
	return groups;
}
