// One pass of fleet's engine, which the leader makes every two seconds: first over the units that are scheduled, then
// over those that are not. fleet takes units in an order that it throws dice for; here they come by name, or in an
// order that is handed in. pass-outcomes.ts tells what the other orders would have given.

import { type Board, createBoard } from './board.ts';
import type { Replacement, Verdict } from './eligibility.ts';
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
	const board = createBoard(cluster, release);
	const pass: Pass = { board, release, tasks: [], wheres: board.units.map(({ machineId }) => machineId) };
	const jobs = takeInOrder(board.units, order);
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
	readonly board: Board;
	readonly release: FleetRelease;
	readonly tasks: Task[];
	/** Of each unit the machine that it is scheduled to, known or not. */
	readonly wheres: (string | undefined)[];
}

/** Phase 1. Before v1.0 all of it looked at the machines as they were at its start. */
function reviewScheduled(pass: Pass, jobs: readonly number[]): void {
	const later: (() => void)[] = [];
	const live = isFleetAtLeast(pass.release, '1.0');
	const move = (unit: number, to: number | undefined) => {
		pass.wheres[unit] = to === undefined ? undefined : pass.board.machines[to]?.id;
		if (live) pass.board.move(unit, to);
		else later.push(() => pass.board.move(unit, to));
	};
	for (const job of jobs) review(pass, job, move);
	for (const change of later) change();
}

type Move = (unit: number, to: number | undefined) => void;

function review({ board, release, tasks, wheres }: Pass, job: number, move: Move): void {
	const unit = board.units[job];
	const where = wheres[job];
	if (unit === undefined || where === undefined) return;
	const machine = board.machineNumber(where);
	const departure = departureReason(unit, where, machine !== undefined);
	const verdict = departure === undefined && machine !== undefined ? board.verdict(job, machine) : undefined;
	if (verdict?.kind === 'reschedule' && machine !== undefined) {
		makeRoom(board, tasks, machine, verdict.cause, refusalReason(where, verdict, release), move);
		return;
	}
	const reason = departure ?? refusal(where, verdict, release);
	if (reason === undefined) return;
	tasks.push({ kind: 'unschedule', unit: unit.name, machine: where, reason });
	move(job, undefined);
}

function refusal(where: string, verdict: Verdict | undefined, release: FleetRelease): string | undefined {
	return verdict?.kind === 'unschedule' ? refusalReason(where, verdict, release) : undefined;
}

// The resident goes to the least loaded of the other machines, whether that machine can run it or not. If there is no
// other machine, the engine forgets to note that it took the resident off, so that the next unit may still meet it.
function makeRoom(
	{ units, machines, unitNumber, leastLoadedBut }: Board,
	tasks: Task[],
	from: number,
	{ resident }: Replacement,
	reason: string,
	move: Move,
): void {
	const number = unitNumber(resident);
	if (number === undefined || units[number]?.requirements.global) return; // Globals have no schedule to change.
	tasks.push({ kind: 'unschedule', unit: resident, machine: machines[from]?.id ?? '', reason });
	const to = leastLoadedBut(from);
	if (to === undefined) return;
	tasks.push({ kind: 'schedule', unit: resident, machine: machines[to]?.id ?? '', reason });
	move(number, to);
}

/** Phase 2. */
function placeUnscheduled({ board, tasks, wheres }: Pass, jobs: readonly number[]): readonly Unplaced[] {
	const unplaced: Unplaced[] = [];
	for (const job of jobs) {
		const unit = board.units[job];
		if (unit === undefined || wheres[job] !== undefined || unit.desiredState === 'inactive') continue;
		const machine = board.bestFor(job);
		if (machine === undefined) {
			unplaced.push({ unit: unit.name, reason: noMachineReason(board) });
			continue;
		}
		tasks.push({
			kind: 'schedule',
			unit: unit.name,
			machine: board.machines[machine]?.id ?? '',
			reason: placementReason(unit),
		});
		board.move(job, machine);
	}
	return unplaced;
}

function noMachineReason({ machines }: Board): Unplaced['reason'] {
	return machines.length === 0 ? 'zero agents available' : 'no agents able to run job';
}

/** The numbers of all units that the engine schedules, which globals are not. */
function takeInOrder(units: readonly ClusterUnit[], order: readonly string[] | undefined): readonly number[] {
	const jobs = units.flatMap(({ requirements }, number) => (requirements.global ? [] : [number]));
	if (order === undefined) return jobs;
	const ranks = new Map(order.map((name, rank) => [name, rank]));
	const rankOf = (job: number) => ranks.get(units[job]?.name ?? '') ?? order.length;
	return jobs.sort((a, b) => rankOf(a) - rankOf(b) || a - b);
}
