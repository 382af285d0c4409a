// What the recorded cluster might have answered on its way: practice clusters in real time, with the requests at the
// times at which they were recorded. Several of them, since nobody knows when the recorded fleetds ticked.

import { answerRequest } from '../../../cluster/src/embedded/api/router.ts';
import { advance, nextDue } from '../../../cluster/src/embedded/due.ts';
import { answerInOutage } from '../../../cluster/src/embedded/outage.ts';
import { createWorld, setRegistry, type World } from '../../../cluster/src/embedded/world.ts';
import type { Exchange } from '../exchanges.ts';
import { isClipped, toRequest } from './replay.ts';
import { eventsBefore, recordedMachines } from './replay-events.ts';

/** A cluster in real time, and what it was right after the last change from outside. */
export interface Track {
	readonly world: World;
	readonly since: World;
}

/** Clusters that tick at different times. */
export function startTracks(at: number, count = 24): readonly Track[] {
	return Array.from({ length: count }, (_, nth) => {
		const world = withPhases(createWorld(recordedMachines, at), nth);
		return { world, since: world };
	});
}

/** The cluster after a recorded exchange and what happened before it. Units of megabytes are left out. */
export function follow(track: Track, exchange: Exchange): Track {
	if (isClipped(exchange)) return track;
	const at = Date.parse(exchange.t);
	const events = eventsBefore(exchange);
	const before = events.reduce((world, event) => event(world), advance(track.world, at - 1));
	const reached = advance(before, at);
	const outage = answerInOutage(reached, toRequest(exchange)) !== undefined;
	const registry = outage ? reached.registry : answerRequest(reached.registry, toRequest(exchange)).registry;
	const world = setRegistry(reached, registry);
	const isChanged = registry !== reached.registry;
	return { world, since: isChanged ? world : events.length > 0 ? before : track.since };
}

/** Whether a cluster gives the recorded answer at some moment after the last change from outside. */
export function passesBy({ since }: Track, exchange: Exchange): boolean {
	const end = Date.parse(exchange.t) + longestWay;
	for (let world = since; ; ) {
		if (answerRequest(world.registry, toRequest(exchange)).answer?.body === exchange.response_body) return true;
		const due = nextDue(world);
		if (due === undefined || due.at > end) return false;
		world = due.step({ ...world, now: Math.max(world.now, due.at) });
	}
}

/** Milliseconds: the time to live of what machines report. */
const longestWay = 30_000;

/** The cluster with other ticks, made of a number in always the same way. */
function withPhases(world: World, seed: number): World {
	// Multiples of irrational numbers are spread evenly.
	const phase = (actor: number): number => (seed * Math.sqrt([2, 3, 5, 7][actor] ?? 11)) % 1;
	const hosts = [...world.hosts].map(([id, host], nth) => {
		return [id, { ...host, watch: { ...host.watch, phase: phase(nth + 1) } }] as const;
	});
	return { ...world, engine: { ...world.engine, phase: phase(0) }, hosts: new Map(hosts) };
}
