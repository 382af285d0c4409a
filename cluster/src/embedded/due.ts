// Real time: what happens next by itself in a practice cluster, and when, with the intervals of fleet v1.0.0.

import { fadingsOf, intervals } from './fading.ts';
import { agentHasNews, type Site } from './machine/agent.ts';
import type { Host } from './machine/host.ts';
import { hasUnreported, isForgotten, reportAll, reportChanges } from './machine/report.ts';
import { agentStep, engineHasNews, engineStep, fadeStep, siteStep, unitsStep } from './steps.ts';
import { nextMoment } from './systemd/systemd.ts';
import { nextLook, nextTick } from './watch.ts';
import type { World } from './world.ts';

/** Something that will happen. */
export interface Due {
	readonly at: number;
	readonly step: (world: World) => World;
}

/** Lets time pass until a moment; all that is due by then happens, each at its time. */
export function advance(world: World, until: number): World {
	let current = world;
	for (let due = nextDue(current); due !== undefined && due.at <= until; due = nextDue(current)) {
		current = due.step({ ...current, now: Math.max(current.now, due.at) });
	}
	return until > current.now ? { ...current, now: until } : current;
}

/** What happens next, or nothing as long as nobody does anything. */
export function nextDue(world: World): Due | undefined {
	let next: Due | undefined;
	for (const due of dues(world)) if (next === undefined || due.at < next.at) next = due;
	return next;
}

function* dues(world: World): Iterable<Due> {
	for (const host of world.hosts.values()) yield* momentsOf(host);
	if (world.outageSince === undefined) yield* fleetDues(world);
}

function* momentsOf({ facts, systemd }: Host): Iterable<Due> {
	const at = nextMoment(systemd);
	if (Number.isFinite(at)) yield { at, step: atHost(facts.id, unitsStep) };
}

/** What fleet does, which needs the registry. */
function* fleetDues(world: World): Iterable<Due> {
	const { now, engine } = world;
	if (engineHasNews(world)) yield { at: nextTick(engine.phase, intervals.engine, now), step: engineStep };
	for (const host of world.hosts.values()) yield* agentDues(host, world);
}

function* agentDues(host: Host, { registry, now, eventAt }: World): Iterable<Due> {
	const { watch } = host;
	const { id } = host.facts;
	const site = { registry, host };
	if (agentHasNews(site)) yield { at: nextLook(watch, intervals.agent, eventAt, now), step: atHost(id, agentStep) };
	const free = Math.max(now, host.busyUntil);
	if (hasUnreported(host)) yield { at: nextTick(watch.phase, intervals.poll, free), step: bySite(id, reportChanges) };
	if (isForgotten(site)) yield { at: nextTick(watch.phase, intervals.report, now), step: bySite(id, reportAll) };
	for (const { at, what } of fadingsOf(host, registry)) yield { at, step: (current) => fadeStep(current, id, what) };
}

function atHost(id: string, step: (world: World, host: Host) => World): Due['step'] {
	return (world) => {
		const host = world.hosts.get(id);
		return host === undefined ? world : step(world, host);
	};
}

function bySite(id: string, change: (site: Site) => Site): Due['step'] {
	return atHost(id, (world, host) => siteStep(world, host, change));
}
