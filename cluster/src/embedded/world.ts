// The whole practice cluster as one value: the registry, the engine that leads, and the machines. Every step of it is
// a function of the world; only the server holds a world that changes.

import type { Cluster } from '../../../core/src/fleet/model.ts';
import { freshAgent, type Host } from './machine/host.ts';
import { withEntry } from './maps.ts';
import { listMachine } from './registry/changes.ts';
import { emptyRegistry, type ListedMachine, type Registry } from './registry/registry.ts';
import { emptySystemd } from './systemd/systemd.ts';
import { freshWatch, phaseOf } from './watch.ts';

/** A practice cluster at one moment. */
export interface World {
	/** Milliseconds since 1970. Everything up to then has happened. */
	readonly now: number;
	readonly registry: Registry;
	/** When a key that fleet watches was last written. */
	readonly eventAt: number;
	readonly engine: Engine;
	readonly hosts: ReadonlyMap<string, Host>;
	/** Since when the registry cannot be reached, if so. */
	readonly outageSince?: number;
}

/** The engine that leads. */
export interface Engine {
	/** What it worked on at its last pass. */
	readonly seen: Cluster | undefined;
	/** Where its ticks lie, a number from 0 to 1. */
	readonly phase: number;
	readonly passes: number;
	readonly leadsSince: number;
}

/** A world with machines and nothing to do. */
export function createWorld(machines: readonly ListedMachine[], now: number): World {
	const engine = { seen: undefined, phase: phaseOf('engine'), passes: 0, leadsSince: now };
	const empty: World = { now, registry: emptyRegistry, eventAt: 0, engine, hosts: new Map() };
	return machines.reduce(addMachine, empty);
}

/** The world with one machine more. */
function addMachine(world: World, facts: ListedMachine): World {
	const host: Host = {
		facts,
		fleetd: { kind: 'running' },
		files: new Map(),
		systemd: emptySystemd,
		agent: freshAgent,
		watch: freshWatch(facts.id),
		busyUntil: 0,
		published: new Map(),
		withdrawn: [],
	};
	return { ...setHost(world, host), registry: listMachine(world.registry, facts) };
}

/** The world with a machine in another condition. */
export function setHost(world: World, host: Host): World {
	const hosts = withEntry(world.hosts, host.facts.id, host);
	return hosts === world.hosts ? world : { ...world, hosts };
}

/** The world with another registry; what fleet watches is noticed. */
export function setRegistry(world: World, registry: Registry): World {
	if (registry === world.registry) return world;
	const eventAt = registry.events === world.registry.events ? world.eventAt : world.now;
	return { ...world, registry, eventAt };
}
