// Fast time: everything that would happen by itself happens at once, until nothing does any more. Only what a unit
// needs to start or stop, and the fading of a lost machine, takes time, and that time is skipped.

import { fadingsOf } from './fading.ts';
import { agentHasNews } from './machine/agent.ts';
import { hasUnreported, isForgotten, reportAll, reportChanges } from './machine/report.ts';
import { agentStep, engineHasNews, engineStep, fadeStep, siteStep, unitsStep } from './steps.ts';
import { isMoving } from './systemd/systemd.ts';
import type { World } from './world.ts';

/** Lets a cluster come to rest from a moment on. The world that comes back may be of a later moment. */
export function settle(world: World, now: number): World {
	let current = passTime(world, Math.max(world.now, now));
	const latest = current.now + longestSkip;
	for (let round = 0; round < mostRounds; round++) {
		const after = goRound(current);
		const next = after === current ? nextMovement(current) : current.now;
		if (next === undefined || next > latest) return after;
		current = passTime(after, next);
	}
	return current;
}

/** Whether nothing is on its way any more. */
export function isQuiet(world: World): boolean {
	if (nextMovement(world) !== undefined) return false;
	if (world.outageSince !== undefined) return true;
	if (engineHasNews(world)) return false;
	return [...world.hosts.values()].every((host) => {
		const site = { registry: world.registry, host };
		return !agentHasNews(site) && !hasUnreported(host) && !isForgotten(site);
	});
}

// Units that replace each other go round for ever.
const mostRounds = 200;
const longestSkip = 5 * 60_000;

function passTime(world: World, now: number): World {
	const later = now > world.now ? { ...world, now } : world;
	return [...later.hosts.keys()].reduce((current, id) => {
		const host = current.hosts.get(id);
		return host === undefined ? current : unitsStep(current, host);
	}, later);
}

function goRound(world: World): World {
	if (world.outageSince !== undefined) return world;
	const planned = engineHasNews(world) ? engineStep(world) : world;
	return [...planned.hosts.keys()].reduce(goRoundAt, planned);
}

function goRoundAt(world: World, id: string): World {
	const before = world.hosts.get(id);
	if (before === undefined) return world;
	const worked = agentHasNews({ registry: world.registry, host: before }) ? agentStep(world, before) : world;
	const host = worked.hosts.get(id) ?? before;
	const told = hasUnreported(host) ? siteStep(worked, host, reportChanges) : worked;
	return repeatReport(told, id);
}

function repeatReport(world: World, id: string): World {
	const host = world.hosts.get(id);
	if (host === undefined || !isForgotten({ registry: world.registry, host })) return fade(world, id);
	return siteStep(world, host, reportAll);
}

function fade(world: World, id: string): World {
	const host = world.hosts.get(id);
	const fadings = host === undefined ? [] : fadingsOf(host, world.registry);
	return fadings.filter(({ at }) => at <= world.now).reduce((current, { what }) => fadeStep(current, id, what), world);
}

/** When the next unit is up or down, or the registry forgets the next machine. */
function nextMovement({ now, registry, hosts, outageSince }: World): number | undefined {
	const times = [...hosts.values()].flatMap((host) => {
		const moving = [...host.systemd.units.values()].filter((unit) => isMoving(unit, now));
		const units = moving.flatMap(({ coming }) => coming[0]?.at ?? []);
		return outageSince === undefined ? [...units, ...fadingsOf(host, registry).map(({ at }) => at)] : units;
	});
	return times.length === 0 ? undefined : Math.min(...times);
}
