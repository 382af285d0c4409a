// What the registry forgets when it is not told again: a machine whose fleetd was killed, and what a machine said of its
// units when its agent hangs or the registry was out of reach. fleet's `agent_ttl` is 30 seconds.

import type { Host } from './machine/host.ts';
import type { Registry } from './registry/registry.ts';
import { nextTick, type Watch } from './watch.ts';

/** Something that the registry will forget of a machine. */
export interface Fading {
	readonly at: number;
	readonly what: 'listing' | 'states';
}

/** What is still to be forgotten of a machine. */
export function fadingsOf({ facts, fleetd, agent, watch }: Host, registry: Registry): readonly Fading[] {
	const fadings: Fading[] = [];
	if (fleetd.kind === 'killed' && registry.machines.has(facts.id))
		fadings.push({ at: listingEnd(watch, fleetd.at), what: 'listing' });
	const silentSince = fleetd.kind === 'killed' ? fleetd.at : agent.wedgedAt;
	if (silentSince !== undefined && registry.states.has(facts.id))
		fadings.push({ at: statesEnd(watch, silentSince), what: 'states' });
	return fadings;
}

/** When the states of a machine fade that has been silent since a moment. Changes that it told of in between count less. */
export function statesEnd(watch: Watch, silentSince: number): number {
	return lastBeat(watch, intervals.report, silentSince) + timeToLive;
}

/** How often fleet v1.0.0 does what, in milliseconds. */
export const intervals = { engine: 2000, agent: 5000, poll: 1000, report: 24_000, announce: 15_000 } as const;

const timeToLive = 30_000;

function listingEnd(watch: Watch, silentSince: number): number {
	return lastBeat(watch, intervals.announce, silentSince) + timeToLive;
}

function lastBeat({ phase }: Watch, interval: number, before: number): number {
	return nextTick(phase, interval, before - interval);
}
