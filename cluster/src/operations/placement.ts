// What becomes of planned units in a cluster: fleet's engine is let loose on it, and the end is told unit by unit.

import { ableToRun, type Verdict } from '../../../core/src/fleet/eligibility.ts';
import { machineLoads } from '../../../core/src/fleet/machine-load.ts';
import type { Cluster, ClusterUnit, FleetRelease, Machine, Requirements } from '../../../core/src/fleet/model.ts';
import { type Simulation, simulate } from '../../../core/src/fleet/simulate.ts';

/** A unit to place. */
export interface PlannedUnit {
	readonly name: string;
	readonly requirements: Requirements;
	/** Why it is not even tried: fleet refuses it, or it is a template. */
	readonly refusal: string | undefined;
}

/** A plan as it came out. */
export interface PlanResults {
	readonly units: readonly UnitResult[];
	/** Units of the cluster that do not stay where they are. */
	readonly moved: readonly Move[];
	readonly machines: readonly Machine[];
	readonly simulation: Simulation;
}

/** What becomes of one unit. */
export interface UnitResult {
	readonly name: string;
	readonly landing: Landing;
	/** Machine IDs where the unit may end instead, if fleet takes units in another order; `undefined` is nowhere. */
	readonly otherwise: readonly (string | undefined)[];
}

/** Where a unit lands. `refused`: fleet or the engine does not even try. */
export type Landing =
	| { readonly kind: 'placed'; readonly machine: Machine }
	| { readonly kind: 'nowhere'; readonly refusals: readonly Refusal[] }
	| { readonly kind: 'global'; readonly machines: readonly Machine[]; readonly refusals: readonly Refusal[] }
	| { readonly kind: 'refused'; readonly reason: string };

/** A machine that does not take a unit, with what the scheduler thinks. */
export interface Refusal {
	readonly machine: Machine;
	readonly verdict: Verdict;
}

/** A unit of the cluster that is elsewhere at the end. */
export interface Move {
	readonly name: string;
	readonly from: string | undefined;
	readonly to: string | undefined;
}

/** Puts the planned units into a cluster, as wanted and not placed, in place of units of the same names. */
export function planUnits(cluster: Cluster, planned: readonly PlannedUnit[], release: FleetRelease): PlanResults {
	const wanted = planned.filter(({ refusal }) => refusal === undefined).map(toClusterUnit);
	const names = new Set(planned.map(({ name }) => name));
	const others = cluster.units.filter(({ name }) => !names.has(name));
	const before: Cluster = { machines: cluster.machines, units: [...others, ...wanted] };
	const simulation = simulate(before, { release });
	const judge: Judge = { simulation, release, loads: machineLoads(simulation.cluster, release) };
	return {
		units: planned.map((unit) => resultOf(unit, judge)),
		moved: movesOf(others, simulation.cluster),
		machines: cluster.machines,
		simulation,
	};
}

/** Whether a unit lands nowhere, or may, as the order of units will have it. */
export function isLost({ landing, otherwise }: UnitResult): boolean {
	return !isLanded(landing) || otherwise.includes(undefined);
}

/** Whether there is a machine for a unit, units taken by name. */
export function isLanded(landing: Landing): boolean {
	return landing.kind === 'placed' || (landing.kind === 'global' && landing.machines.length > 0);
}

interface Judge {
	readonly simulation: Simulation;
	readonly release: FleetRelease;
	readonly loads: ReturnType<typeof machineLoads>;
}

function toClusterUnit({ name, requirements }: PlannedUnit): ClusterUnit {
	return { name, requirements, desiredState: 'launched' };
}

function resultOf({ name, refusal }: PlannedUnit, judge: Judge): UnitResult {
	const { cluster, orders } = judge.simulation;
	const unit = cluster.units.find((other) => other.name === name);
	if (unit === undefined) return { name, landing: { kind: 'refused', reason: refusal ?? '' }, otherwise: [] };
	const otherwise = (orders.units.get(name) ?? []).filter((id) => id !== unit.machineId);
	return { name, landing: landingOf(unit, judge), otherwise };
}

function landingOf(unit: ClusterUnit, judge: Judge): Landing {
	const { machines } = judge.simulation.cluster;
	if (unit.requirements.global) return globalLanding(unit, judge);
	const machine = machines.find(({ id }) => id === unit.machineId);
	if (machine !== undefined) return { kind: 'placed', machine };
	return { kind: 'nowhere', refusals: machines.map((other) => refusalOf(unit, other, judge)) };
}

function globalLanding(unit: ClusterUnit, judge: Judge): Landing {
	const { machines } = judge.simulation.cluster;
	const runsOn = ({ id }: Machine) => judge.loads.get(id)?.has(unit.name) === true;
	const refusals = machines.filter((machine) => !runsOn(machine)).map((machine) => refusalOf(unit, machine, judge));
	return { kind: 'global', machines: machines.filter(runsOn), refusals };
}

function refusalOf(unit: ClusterUnit, machine: Machine, { loads, release }: Judge): Refusal {
	return { machine, verdict: ableToRun(unit, machine, loads.get(machine.id) ?? new Map(), release) };
}

function movesOf(before: readonly ClusterUnit[], { units }: Cluster): readonly Move[] {
	const after = new Map(units.map(({ name, machineId }) => [name, machineId]));
	return before
		.map(({ name, machineId }) => ({ name, from: machineId, to: after.get(name) }))
		.filter(({ from, to }) => from !== to);
}
