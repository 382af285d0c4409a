// What the engine may decide about one unit, worked out from scratch as fleet does it: every machine's load anew, and
// every resident that may be named as the one in the way. Slow and plain; engine-pass.ts does the same fast.

import { possibleVerdicts, type Verdict } from './eligibility.ts';
import { departureReason, placementReason, refusalReason } from './engine-pass.ts';
import { globalUnits, type MachineLoad, machineLoads } from './machine-load.ts';
import { type Cluster, type ClusterUnit, type FleetRelease, isFleetAtLeast, type Machine } from './model.ts';
import { conflictsWithAny } from './rivalry.ts';
import { moveUnit, type Task } from './task.ts';
import { compareTexts } from './text-order.ts';

/** What the engine has before its eyes in the middle of a pass. */
export interface PassView {
	/** As the pass found it. */
	readonly start: Cluster;
	/** As the engine believes it to be by now. */
	readonly cluster: Cluster;
	readonly release: FleetRelease;
}

/** What is decided about a unit, and what the engine believes the cluster to be then. */
export interface PassStep {
	readonly tasks: readonly Task[];
	readonly cluster: Cluster;
}

/** All that may come of a unit's turn in a phase. The first is what comes of it if all is taken by name. */
export function possibleSteps(phase: 1 | 2, view: PassView, name: string): readonly PassStep[] {
	const unit = view.cluster.units.find((other) => other.name === name);
	if (unit === undefined) return [];
	return phase === 1 ? reviews(view, unit) : placements(view, unit);
}

function reviews(view: PassView, unit: ClusterUnit): readonly PassStep[] {
	const { machineId } = unit;
	const { cluster } = view;
	if (machineId === undefined) return [{ tasks: [], cluster }];
	const machine = cluster.machines.find(({ id }) => id === machineId);
	const departure = departureReason(unit, machineId, machine !== undefined);
	if (departure !== undefined) return [takeOff(cluster, unit, machineId, departure)];
	return machine === undefined ? [] : judgements(view, unit, machine);
}

// Before v1.0 the machines are seen as they were when the phase began.
function judgements(view: PassView, unit: ClusterUnit, machine: Machine): readonly PassStep[] {
	const { start, cluster, release } = view;
	const seen = isFleetAtLeast(release, '1.0') ? cluster : start;
	return possibleLoads(seen, release).flatMap((loads) =>
		possibleVerdicts(unit, machine, loads.get(machine.id) ?? new Map(), release).flatMap((verdict) =>
			judge(view, machine, verdict, unit),
		),
	);
}

function judge(
	{ cluster, release }: PassView,
	{ id }: Machine,
	verdict: Verdict,
	unit: ClusterUnit,
): readonly PassStep[] {
	if (verdict.kind === 'schedule') return [{ tasks: [], cluster }];
	const reason = refusalReason(id, verdict, release);
	if (verdict.kind === 'unschedule') return [takeOff(cluster, unit, id, reason)];
	const resident = cluster.units.find(({ name }) => name === verdict.cause.resident);
	if (resident === undefined || resident.requirements.global) return [{ tasks: [], cluster }];
	return possibleLoads(cluster, release).map((loads) => makeRoom(cluster, resident, id, loads, reason));
}

function makeRoom(
	cluster: Cluster,
	{ name }: ClusterUnit,
	from: string,
	loads: ReadonlyMap<string, MachineLoad>,
	reason: string,
): PassStep {
	const leave: Task = { kind: 'unschedule', unit: name, machine: from, reason };
	const to = byLoad(cluster, loads).find(({ id }) => id !== from);
	if (to === undefined) return { tasks: [leave], cluster }; // The engine forgets to note it.
	return {
		tasks: [leave, { kind: 'schedule', unit: name, machine: to.id, reason }],
		cluster: move(cluster, name, to.id),
	};
}

function placements({ cluster, release }: PassView, unit: ClusterUnit): readonly PassStep[] {
	if (unit.machineId !== undefined || unit.desiredState === 'inactive') return [{ tasks: [], cluster }];
	return possibleLoads(cluster, release).map((loads) => {
		const takes = (machine: Machine) =>
			possibleVerdicts(unit, machine, loads.get(machine.id) ?? new Map(), release)[0].kind !== 'unschedule';
		const machine = byLoad(cluster, loads).find(takes);
		if (machine === undefined) return { tasks: [], cluster };
		const task: Task = { kind: 'schedule', unit: unit.name, machine: machine.id, reason: placementReason(unit) };
		return { tasks: [task], cluster: move(cluster, unit.name, machine.id) };
	});
}

function takeOff(cluster: Cluster, { name }: ClusterUnit, machine: string, reason: string): PassStep {
	return { tasks: [{ kind: 'unschedule', unit: name, machine, reason }], cluster: move(cluster, name, undefined) };
}

function move(cluster: Cluster, name: string, to: string | undefined): Cluster {
	return { ...cluster, units: cluster.units.map((unit) => (unit.name === name ? moveUnit(unit, to) : unit)) };
}

function byLoad({ machines }: Cluster, loads: ReadonlyMap<string, MachineLoad>): readonly Machine[] {
	const loadOf = ({ id }: Machine) => loads.get(id)?.size ?? 0;
	return [...machines].sort((a, b) => loadOf(a) - loadOf(b) || compareTexts(a.id, b.id));
}

/** One load for each order of the globals that are in each other's way, since the engine takes them at random, too. */
function possibleLoads(cluster: Cluster, release: FleetRelease): readonly ReadonlyMap<string, MachineLoad>[] {
	const rivals = isFleetAtLeast(release, '1.0') ? rivalGlobals(cluster) : [];
	const others = globalUnits(cluster).filter((unit) => !rivals.includes(unit));
	return permutations(rivals).map((order) => machineLoads(cluster, release, [...others, ...order]));
}

/** The globals that conflict with another one. */
export function rivalGlobals(cluster: Cluster): readonly ClusterUnit[] {
	const globals = globalUnits(cluster);
	return globals.filter((unit) => conflictsWithAny(unit, globals));
}

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
	if (items.length === 0) return [[]];
	return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}
