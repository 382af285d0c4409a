// Real time: what happens next by itself in a practice cluster, and when, with the intervals of fleet v1.0.0.

import { agentHasNews, type Site } from './machine/agent.ts';
import type { Host } from './machine/host.ts';
import { hasUnreported, isForgotten, reportAll, reportChanges } from './machine/report.ts';
import { agentStep, engineHasNews, engineStep, expireStep, siteStep, unitsStep, unlistStep } from './steps.ts';
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

/** When the registry stops believing in a machine that was killed, and when in what it said. */
export function fadingOf({ fleetd, watch }: Host): { readonly listing: number; readonly states: number } | undefined {
	if (fleetd.kind !== 'killed') return undefined;
	const lastBeat = (interval: number) => nextTick(watch.phase, interval, fleetd.at - interval);
	return {
		listing: Math.max(fleetd.at, lastBeat(intervals.machineBeat) + timeToLive),
		states: Math.max(fleetd.at, lastBeat(intervals.report) + timeToLive),
	};
}

const intervals = { engine: 2000, agent: 5000, poll: 1000, report: 24_000, machineBeat: 15_000 } as const;
const timeToLive = 30_000;

function* dues(world: World): Iterable<Due> {
	const { now, engine, eventAt } = world;
	if (engineHasNews(world)) yield { at: nextLook(engine.watch, intervals.engine, eventAt, now), step: engineStep };
	for (const host of world.hosts.values()) yield* duesOf(host, world);
}

function* duesOf(host: Host, { registry, now, eventAt }: World): Iterable<Due> {
	const { watch } = host;
	const { id } = host.facts;
	const site = { registry, host };
	const moment = nextMoment(host.systemd);
	if (Number.isFinite(moment)) yield { at: moment, step: atHost(id, unitsStep) };
	if (agentHasNews(site)) yield { at: nextLook(watch, intervals.agent, eventAt, now), step: atHost(id, agentStep) };
	if (hasUnreported(host)) yield { at: nextTick(watch.phase, intervals.poll, now), step: bySite(id, reportChanges) };
	if (isForgotten(site)) yield { at: nextTick(watch.phase, intervals.report, now), step: bySite(id, reportAll) };
	yield* fadingDues(host, registry);
}

function* fadingDues(host: Host, registry: World['registry']): Iterable<Due> {
	const { id } = host.facts;
	const fading = fadingOf(host);
	if (fading === undefined) return;
	if (registry.machines.has(id)) yield { at: fading.listing, step: atHost(id, unlistStep) };
	if (registry.states.has(id)) yield { at: fading.states, step: atHost(id, expireStep) };
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
