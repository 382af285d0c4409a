// The things that happen by themselves in a practice cluster, one by one: a pass of the engine, a round of an agent, a
// report, a moment of a unit, and the fading of a machine that was lost. When each is due is in due.ts and settle.ts.

import { enginePass } from '../../../core/src/fleet/engine-pass.ts';
import type { Task } from '../../../core/src/fleet/task.ts';
import type { Fading } from './fading.ts';
import { agentRound, type Site } from './machine/agent.ts';
import type { Host } from './machine/host.ts';
import { expireStates, scheduleUnit, unlistMachine, unscheduleUnit } from './registry/changes.ts';
import { engineView } from './registry/reading.ts';
import type { Registry } from './registry/registry.ts';
import { runDue } from './systemd/manage.ts';
import { looked } from './watch.ts';
import { setHost, setRegistry, type World } from './world.ts';

/** Whether the engine would see anything new. */
export function engineHasNews({ registry, engine }: World): boolean {
	return engineView(registry) !== engine.seen;
}

/** One pass of the engine. */
export function engineStep(world: World): World {
	const seen = engineView(world.registry);
	const { tasks } = enginePass(seen);
	const engine = { ...world.engine, seen, passes: world.engine.passes + 1 };
	return setRegistry({ ...world, engine }, tasks.reduce(carryOut, world.registry));
}

/** One round of a machine's agent. */
export function agentStep(world: World, host: Host): World {
	const { registry, host: after } = agentRound({ registry: world.registry, host }, world.now);
	const isLoading = [...after.agent.asked].some(([unit, what]) => host.agent.asked.get(unit) !== what);
	const busyUntil = isLoading ? world.now + timeOfWork : host.busyUntil;
	return atSite(world, { registry, host: { ...after, busyUntil, watch: looked(after.watch, world.now) } });
}

/** Something a machine does with itself and the registry. */
export function siteStep(world: World, host: Host, change: (site: Site) => Site): World {
	return atSite(world, change({ registry: world.registry, host }));
}

/** What is due in a machine's units happens. */
export function unitsStep(world: World, host: Host): World {
	const systemd = runDue(host.systemd, world.now);
	return systemd === host.systemd ? world : setHost(world, { ...host, systemd });
}

/** The registry forgets a machine, or what it said. */
export function fadeStep(world: World, id: string, what: Fading['what']): World {
	const forget = what === 'listing' ? unlistMachine : expireStates;
	return setRegistry(world, forget(world.registry, id));
}

/** Milliseconds that loading, reloading and starting take. */
const timeOfWork = 900;

function carryOut(registry: Registry, { kind, unit, machine }: Task): Registry {
	return kind === 'schedule' ? scheduleUnit(registry, unit, machine) : unscheduleUnit(registry, unit, machine);
}

function atSite(world: World, { registry, host }: Site): World {
	return setRegistry(setHost(world, host), registry);
}
