// What becomes of a cluster if nobody touches it: pass after pass of the engine until one changes nothing, and which
// units end elsewhere if the engine takes them in another order. Machines and wishes stay as they are meanwhile.

import { type EnginePass, enginePass } from './engine-pass.ts';
import { type Cluster, type FleetRelease, latestFleetRelease } from './model.ts';
import { passOutcomes } from './pass-outcomes.ts';
import { applyTasks } from './task.ts';
import { compareTexts } from './text-order.ts';

/** How a simulation is to go. */
export interface SimulateOptions {
	readonly release?: FleetRelease;
	/** More passes than this are not made. */
	readonly passes?: number;
	/** How many other orders to try where there are too many to try them all; 0 asks for none, in small clusters too. */
	readonly otherOrders?: number;
}

/** What a simulation found. */
export interface Simulation {
	/** Each pass that decided something, units taken by name. */
	readonly passes: readonly EnginePass[];
	/** The cluster at the end. */
	readonly cluster: Cluster;
	/** Units that are wanted and have no machine at the end. */
	readonly unplaced: EnginePass['unplaced'];
	readonly end: SimulationEnd;
	readonly orders: OrderDependence;
}

/** `oscillating`: the cluster came back to where it was `period` passes before. `unsettled`: the passes ran out. */
export type SimulationEnd =
	| { readonly kind: 'settled' }
	| { readonly kind: 'oscillating'; readonly period: number }
	| { readonly kind: 'unsettled' };

/** What the order in which the engine takes units decides. */
export interface OrderDependence {
	/** Whether all orders were tried, or some, or only the one by name. */
	readonly tried: 'all' | 'some' | 'one';
	/** Units that may end in more than one place, each with the places; `undefined` is none. */
	readonly units: ReadonlyMap<string, readonly (string | undefined)[]>;
}

/** Lets the engine work on a cluster until nothing changes. */
export function simulate(cluster: Cluster, options: SimulateOptions = {}): Simulation {
	const settings: Settings = { release: latestFleetRelease, passes: 20, otherOrders: 4, ...options };
	const run = runPasses(cluster, settings);
	return {
		...run,
		orders: settings.otherOrders === 0 ? oneOrder : findOrderDependence(cluster, run.cluster, settings),
	};
}

type Settings = Required<SimulateOptions>;
type Run = Omit<Simulation, 'orders'>;

const oneOrder: OrderDependence = { tried: 'one', units: new Map() };

function runPasses(start: Cluster, { release, passes: most }: Settings, order?: readonly string[]): Run {
	const passes: EnginePass[] = [];
	const seen = new Map([[placesOf(start), 0]]);
	let cluster = start;
	for (;;) {
		const pass = enginePass(cluster, { release, ...(order && { order }) });
		const { unplaced } = pass;
		if (pass.tasks.length === 0) return { passes, cluster, unplaced, end: { kind: 'settled' } };
		if (passes.length === most) return { passes, cluster, unplaced, end: { kind: 'unsettled' } };
		passes.push(pass);
		cluster = applyTasks(cluster, pass.tasks);
		const places = placesOf(cluster);
		const before = seen.get(places);
		const end = { kind: 'oscillating', period: passes.length - (before ?? 0) } as const;
		if (before !== undefined) return { passes, cluster, unplaced, end };
		seen.set(places, passes.length);
	}
}

function findOrderDependence(start: Cluster, byName: Cluster, settings: Settings): OrderDependence {
	const all = allEnds(start, settings);
	if (all !== undefined) return { tried: 'all', units: differences(all) };
	const some = otherOrders(start, settings.otherOrders).map((order) => runPasses(start, settings, order).cluster);
	return { tried: 'some', units: differences([byName, ...some]) };
}

/** Every cluster in which some order may come to rest; if none does, every one that can be reached. */
function allEnds(start: Cluster, { release, passes }: Settings): readonly Cluster[] | undefined {
	const reached = new Map([[placesOf(start), start]]);
	const ends: Cluster[] = [];
	let fresh = [start];
	for (let pass = 0; fresh.length > 0; pass++) {
		if (pass > passes || reached.size > mostClusters) return undefined;
		const next: Cluster[] = [];
		for (const cluster of fresh) {
			const found = passOutcomes(cluster, { release });
			if (found.kind === 'many') return undefined;
			if (found.outcomes.some((tasks) => tasks.length === 0)) ends.push(cluster);
			for (const tasks of found.outcomes) {
				const after = applyTasks(cluster, tasks);
				const places = placesOf(after);
				if (reached.has(places)) continue;
				reached.set(places, after);
				next.push(after);
			}
		}
		fresh = next;
	}
	return ends.length > 0 ? ends : [...reached.values()];
}

const mostClusters = 200;

function differences(clusters: readonly Cluster[]): OrderDependence['units'] {
	const places = new Map<string, Set<string | undefined>>();
	for (const { units } of clusters) {
		for (const { name, machineId } of units) places.set(name, (places.get(name) ?? new Set()).add(machineId));
	}
	const differing = [...places].filter(([, ids]) => ids.size > 1).sort(([a], [b]) => compareTexts(a, b));
	return new Map(differing.map(([name, ids]) => [name, [...ids].sort((a, b) => compareTexts(a ?? '', b ?? ''))]));
}

/** The reverse of the order by name, and orders mixed up, always in the same way. */
function otherOrders({ units }: Cluster, count: number): readonly (readonly string[])[] {
	const names = units.map(({ name }) => name).sort(compareTexts);
	const orders = [names.toReversed()];
	while (orders.length < count) orders.push(mixed(names, orders.length));
	return orders.slice(0, count);
}

/** Sorts by a number made of the name and a seed (FNV-1a). */
function mixed(names: readonly string[], seed: number): string[] {
	const rank = (name: string) =>
		Array.from(name).reduce((hash, char) => Math.imul(hash ^ char.charCodeAt(0), 0x01000193), seed * 0x9e3779b1) >>> 0;
	const ranks = new Map(names.map((name) => [name, rank(name)]));
	return names.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) || compareTexts(a, b));
}

function placesOf({ units }: Cluster): string {
	return JSON.stringify(units.map(({ machineId }) => machineId ?? null));
}
