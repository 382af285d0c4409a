// Everything that one pass of the engine may decide. fleet keeps units in maps, which Go walks in random order, so that
// the same cluster may get different tasks: this tries every order.

import { fixedObstacle } from './eligibility.ts';
import { type Cluster, type ClusterUnit, type FleetRelease, latestFleetRelease } from './model.ts';
import { possibleSteps, rivalGlobals } from './pass-steps.ts';
import { conflictsWithAny, replacementBetween } from './rivalry.ts';
import { printTask, type Task } from './task.ts';
import { compareNames } from './text-order.ts';

/** The task lists that a pass may give, each once, or that they are too many to tell. */
export type PassOutcomes =
	| { readonly kind: 'all'; readonly outcomes: readonly (readonly Task[])[] }
	| { readonly kind: 'many' };

/** How far to look. */
export interface OutcomeLimits {
	readonly release?: FleetRelease;
	/** More task lists than this are “many”. */
	readonly outcomes?: number;
	/** More decisions than this to be tried are “many”, too. */
	readonly decisions?: number;
}

/** All task lists that one pass over a cluster may give. */
export function passOutcomes(cluster: Cluster, limits: OutcomeLimits = {}): PassOutcomes {
	const { release = latestFleetRelease, outcomes: most = 1000, decisions = 5000 } = limits;
	if (cluster.units.length > mostUnits || rivalGlobals(cluster).length > mostRivalGlobals) return { kind: 'many' };
	const search: Search = { start: cluster, release, most, left: decisions, known: new Map() };
	const phase1 = { phase: 1, cluster, remaining: namesOf(cluster, (unit) => mayBeReviewed(unit, cluster)) } as const;
	const outcomes = outcomesFrom(search, phase1);
	return outcomes === undefined ? { kind: 'many' } : { kind: 'all', outcomes: [...outcomes.values()] };
}

// Beyond these it takes too long to find out even that there is little to decide.
const mostUnits = 300;
const mostRivalGlobals = 5;

interface Search {
	readonly start: Cluster;
	readonly release: FleetRelease;
	readonly most: number;
	/** Decisions that may still be tried. */
	left: number;
	/** What is known to follow from a state. */
	readonly known: Map<string, Outcomes | undefined>;
}

/** Task lists by their text; `undefined` are too many. */
type Outcomes = ReadonlyMap<string, readonly Task[]>;

interface State {
	readonly phase: 1 | 2;
	readonly cluster: Cluster;
	/** Units whose turn has not come in this phase. */
	readonly remaining: readonly string[];
}

function outcomesFrom(search: Search, state: State): Outcomes | undefined {
	const key = keyOf(state);
	if (!search.known.has(key)) search.known.set(key, findOutcomes(search, state));
	return search.known.get(key);
}

function findOutcomes(search: Search, { phase, cluster, remaining }: State): Outcomes | undefined {
	if (remaining.length === 0) return phase === 2 ? new Map([['', []]]) : outcomesFrom(search, secondPhase(cluster));
	const found = new Map<string, readonly Task[]>();
	for (const name of remaining) {
		if (--search.left < 0) return undefined;
		const rest = remaining.filter((other) => other !== name);
		for (const step of possibleSteps(phase, { ...search, cluster }, name)) {
			const following = outcomesFrom(search, { phase, cluster: step.cluster, remaining: rest });
			if (following === undefined) return undefined;
			for (const tasks of following.values()) {
				const all = [...step.tasks, ...tasks];
				found.set(all.map(printTask).join('\n'), all);
			}
			if (found.size > search.most) return undefined;
		}
	}
	return found;
}

function secondPhase(cluster: Cluster): State {
	return { phase: 2, cluster, remaining: namesOf(cluster, (unit) => mayBePlaced(unit, cluster)) };
}

/** Units that stay where they are whatever the order need not be tried in all orders. */
function mayBeReviewed(unit: ClusterUnit, { units, machines }: Cluster): boolean {
	if (unit.machineId === undefined) return false;
	const machine = machines.find(({ id }) => id === unit.machineId);
	if (unit.desiredState === 'inactive' || machine === undefined || unit.requirements.peers.length > 0) return true;
	if (fixedObstacle(unit, machine) !== undefined) return true;
	return conflictsWithAny(unit, units) || units.some((other) => replacementBetween(unit, other) !== undefined);
}

function mayBePlaced(unit: ClusterUnit, { machines }: Cluster): boolean {
	if (unit.machineId !== undefined || unit.desiredState === 'inactive') return false;
	return machines.some((machine) => fixedObstacle(unit, machine) === undefined);
}

function namesOf({ units }: Cluster, wanted: (unit: ClusterUnit) => boolean): readonly string[] {
	const jobs = units.filter((unit) => !unit.requirements.global && wanted(unit));
	return jobs.sort(compareNames).map(({ name }) => name);
}

function keyOf({ phase, cluster, remaining }: State): string {
	const places = cluster.units.map(({ machineId }) => machineId ?? null);
	return JSON.stringify([phase, remaining, places]);
}
