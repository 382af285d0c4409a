// One pass of fleet's engine, which the leader makes every two seconds: first over the units that are scheduled, then
// over those that are not. fleet takes units in an order that it throws dice for; here they come by name, or in an
// order that is handed in. pass-outcomes.ts tells what the other orders would have given.

import { bestMachine, leastLoadedBut, verdictOn } from './board.ts';
import type { Replacement, Verdict } from './eligibility.ts';
import { createFloor, type Floor, move } from './floor.ts';
import { type Cluster, type ClusterUnit, type FleetRelease, isFleetAtLeast, latestFleetRelease } from './model.ts';
import type { Task } from './task.ts';

/** What may be said about a pass beside its cluster. */
export interface PassOptions {
	readonly release?: FleetRelease;
	/** Unit names in the order in which the engine is to take them; those not named follow by name. */
	readonly order?: readonly string[];
}

/** What a pass decided. */
export interface EnginePass {
	readonly tasks: readonly Task[];
	/** Units that are wanted and found no machine. fleet only logs them. */
	readonly unplaced: readonly Unplaced[];
}

/** A unit that found no machine, with the error that fleet logs. */
export interface Unplaced {
	readonly unit: string;
	readonly reason: 'zero agents available' | 'no agents able to run job';
}

/** The tasks of one pass over a cluster. The cluster is not changed; `applyTasks` gives the one after it. */
export function enginePass(cluster: Cluster, { release = latestFleetRelease, order }: PassOptions = {}): EnginePass {
	const floor = createFloor(cluster, release);
	const { units } = floor.cluster;
	const pass: Pass = { floor, tasks: [], wheres: units.map(({ machineId }) => machineId) };
	const jobs = takeInOrder(units, order);
	reviewScheduled(pass, jobs);
	return { tasks: pass.tasks, unplaced: placeUnscheduled(pass, jobs) };
}

/** fleet's reason to take a unit off a machine that refuses it. */
export function refusalReason(
	machineId: string,
	{ reason }: { readonly reason: string },
	release: FleetRelease,
): string {
	const refusal = `target Machine(${machineId}) unable to run unit`;
	return isFleetAtLeast(release, '1.0') ? `${refusal}: ${reason}` : refusal;
}

/** fleet's reason to take a unit off a machine before asking whether the machine could run it. */
export function departureReason({ desiredState }: ClusterUnit, machineId: string, known: boolean): string | undefined {
	if (desiredState === 'inactive') return 'target state inactive';
	return known ? undefined : `target Machine(${machineId}) went away`;
}

/** fleet's reason to schedule a unit. */
export function placementReason({ desiredState }: ClusterUnit): string {
	return `target state ${desiredState} and unit not scheduled`;
}

interface Pass {
	readonly floor: Floor;
	readonly tasks: Task[];
	/** Of each unit the machine that it is scheduled to, known or not. */
	readonly wheres: (string | undefined)[];
}

/** Phase 1. Before v1.0 all of it looked at the machines as they were at its start. */
function reviewScheduled(pass: Pass, jobs: readonly number[]): void {
	const { floor, wheres } = pass;
	const live = isFleetAtLeast(floor.release, '1.0');
	const later: (() => void)[] = [];
	const moveNowOrLater: Move = (unit, to) => {
		wheres[unit] = to === undefined ? undefined : machineId(floor, to);
		if (live) move(floor, unit, to);
		else later.push(() => move(floor, unit, to));
	};
	for (const job of jobs) review(pass, job, moveNowOrLater);
	for (const change of later) change();
}

type Move = (unit: number, to: number | undefined) => void;

function review({ floor, tasks, wheres }: Pass, job: number, moveTo: Move): void {
	const { cluster, release } = floor;
	const unit = cluster.units[job];
	const where = wheres[job];
	if (unit === undefined || where === undefined) return;
	const machine = cluster.finder.numberOf(where);
	const departure = departureReason(unit, where, machine !== undefined);
	const verdict = departure === undefined && machine !== undefined ? verdictOn(floor, job, machine) : undefined;
	if (verdict?.kind === 'reschedule' && machine !== undefined) {
		makeRoom(floor, tasks, machine, verdict.cause, refusalReason(where, verdict, release), moveTo);
		return;
	}
	const reason = departure ?? refusal(where, verdict, release);
	if (reason === undefined) return;
	tasks.push({ kind: 'unschedule', unit: unit.name, machine: where, reason });
	moveTo(job, undefined);
}

function refusal(where: string, verdict: Verdict | undefined, release: FleetRelease): string | undefined {
	return verdict?.kind === 'unschedule' ? refusalReason(where, verdict, release) : undefined;
}

// The resident goes to the least loaded of the other machines, whether that machine can run it or not. If there is no
// other machine, the engine forgets to note that it took the resident off, so that the next unit may still meet it.
function makeRoom(
	floor: Floor,
	tasks: Task[],
	from: number,
	{ resident }: Replacement,
	reason: string,
	moveTo: Move,
): void {
	const { units, unitNumbers } = floor.cluster;
	const number = unitNumbers.get(resident);
	if (number === undefined || units[number]?.requirements.global) return; // Globals have no schedule to change.
	tasks.push({ kind: 'unschedule', unit: resident, machine: machineId(floor, from), reason });
	const to = leastLoadedBut(floor, from);
	if (to === undefined) return;
	tasks.push({ kind: 'schedule', unit: resident, machine: machineId(floor, to), reason });
	moveTo(number, to);
}

/** Phase 2. */
function placeUnscheduled({ floor, tasks, wheres }: Pass, jobs: readonly number[]): readonly Unplaced[] {
	const unplaced: Unplaced[] = [];
	for (const job of jobs) {
		const unit = floor.cluster.units[job];
		if (unit === undefined || wheres[job] !== undefined || unit.desiredState === 'inactive') continue;
		const best = bestMachine(floor, job);
		if (best === undefined) {
			unplaced.push({ unit: unit.name, reason: noMachineReason(floor) });
			continue;
		}
		const machine = machineId(floor, best);
		tasks.push({ kind: 'schedule', unit: unit.name, machine, reason: placementReason(unit) });
		move(floor, job, best);
	}
	return unplaced;
}

function noMachineReason({ cluster }: Floor): Unplaced['reason'] {
	return cluster.machines.length === 0 ? 'zero agents available' : 'no agents able to run job';
}

function machineId({ cluster }: Floor, number: number): string {
	return cluster.machines[number]?.id ?? '';
}

/** The numbers of all units that the engine schedules, which globals are not. */
function takeInOrder(units: readonly ClusterUnit[], order: readonly string[] | undefined): readonly number[] {
	const jobs = units.flatMap(({ requirements }, number) => (requirements.global ? [] : [number]));
	if (order === undefined) return jobs;
	const ranks = new Map(order.map((name, rank) => [name, rank]));
	const rankOf = (job: number) => ranks.get(units[job]?.name ?? '') ?? order.length;
	return jobs.sort((a, b) => rankOf(a) - rankOf(b) || a - b);
}
