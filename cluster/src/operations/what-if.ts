// What would become of a cluster if machines were lost or had other metadata, or if anything else about it were
// another: which units would move where, and which would be left without a machine. Nothing is done; fleet has no way to
// drain a machine but to take it away.

import { ableToRun } from '../../../core/src/fleet/eligibility.ts';
import { verdictSentence } from '../../../core/src/fleet/explain.ts';
import { machineLoads } from '../../../core/src/fleet/machine-load.ts';
import type { Cluster, ClusterUnit, FleetRelease, Machine } from '../../../core/src/fleet/model.ts';
import { type Simulation, simulate } from '../../../core/src/fleet/simulate.ts';
import type { ClusterSnapshot } from '../model.ts';
import { toCluster } from './fleet-cluster.ts';

/** A change to the machines of a cluster. */
export type MachineChange =
	| { readonly kind: 'lost'; readonly machineIds: readonly string[] }
	/** `undefined` takes a key away. */
	| {
			readonly kind: 'metadata';
			readonly machineId: string;
			readonly metadata: Readonly<Record<string, string | undefined>>;
	  };

/** What a change would bring about. */
export interface WhatIf {
	/** Units that would be elsewhere, by name. */
	readonly moves: readonly PlannedMove[];
	/** Global units that would run on other machines than now. */
	readonly globals: readonly GlobalChange[];
	/** How the engine would come to rest. */
	readonly end: Simulation['end'];
}

/** A unit that would move. */
export interface PlannedMove {
	readonly name: string;
	/** Machine ID; absent where it has none now. */
	readonly from?: string;
	/** Machine ID; absent where no machine would take it. */
	readonly to?: string;
	/** Where else it may go, as the engine takes units in no order; `undefined` is nowhere. */
	readonly otherwise: readonly (string | undefined)[];
	/** Where it would go nowhere: why each machine does not take it. */
	readonly refusals: readonly { readonly machineId: string; readonly sentence: string }[];
}

/** A global unit that would come to machines, or leave them. */
export interface GlobalChange {
	readonly name: string;
	readonly added: readonly string[];
	readonly removed: readonly string[];
}

/** Works out what a change would bring about. */
export function whatIf(snapshot: ClusterSnapshot, change: MachineChange, release: FleetRelease): WhatIf {
	const before = toCluster(snapshot, release);
	const changed: Cluster = { ...before, machines: changeMachines(before.machines, change) };
	return consequencesOf(before, simulate(changed, { release }), release);
}

/** What is other at the end of a simulation than before it. Units may be new, and others may be wanted. */
export function consequencesOf(before: Cluster, simulation: Simulation, release: FleetRelease): WhatIf {
	return {
		moves: movesOf(before, simulation, release),
		globals: globalChanges(before, simulation.cluster, release),
		end: simulation.end,
	};
}

/** The machines of a cluster after a change to them. */
export function changeMachines(machines: readonly Machine[], change: MachineChange): readonly Machine[] {
	if (change.kind === 'lost') return machines.filter(({ id }) => !change.machineIds.includes(id));
	return machines.map((machine) => {
		if (machine.id !== change.machineId) return machine;
		const pairs = Object.entries({ ...machine.metadata, ...change.metadata });
		const kept = pairs.filter((pair): pair is [string, string] => pair[1] !== undefined);
		return { ...machine, metadata: Object.fromEntries(kept) };
	});
}

function movesOf(before: Cluster, { cluster, orders }: Simulation, release: FleetRelease): readonly PlannedMove[] {
	const known = new Map(before.units.map((unit) => [unit.name, unit]));
	const loads = machineLoads(cluster, release);
	return cluster.units.flatMap((unit): readonly PlannedMove[] => {
		const { name, machineId: to } = unit;
		const was = known.get(name);
		const from = was?.machineId;
		const otherwise = (orders.units.get(name) ?? []).filter((id) => id !== to);
		if (isAsBefore(unit, was) && otherwise.length === 0) return [];
		const refusals = (to === undefined ? cluster.machines : []).map((machine) => ({
			machineId: machine.id,
			sentence: verdictSentence(ableToRun(unit, machine, loads.get(machine.id) ?? new Map(), release)),
		}));
		return [{ name, ...(from !== undefined && { from }), ...(to !== undefined && { to }), otherwise, refusals }];
	});
}

/** Whether a unit is where it was. A unit that is nowhere, and newly wanted, is none such; globals are told apart. */
function isAsBefore({ machineId, desiredState, requirements }: ClusterUnit, was: ClusterUnit | undefined): boolean {
	if (requirements.global) return true;
	if (was === undefined || was.machineId !== machineId) return false;
	return machineId !== undefined || desiredState === 'inactive' || was.desiredState !== 'inactive';
}

function globalChanges(before: Cluster, after: Cluster, release: FleetRelease): readonly GlobalChange[] {
	const [was, willBe] = [before, after].map((cluster) => machineLoads(cluster, release));
	const machineIds = [...new Set([...before.machines, ...after.machines].map(({ id }) => id))];
	const globals = before.units.filter(({ requirements }) => requirements.global);
	return globals
		.map(({ name }) => ({
			name,
			added: machineIds.filter((id) => !was?.get(id)?.has(name) && willBe?.get(id)?.has(name)),
			removed: machineIds.filter((id) => was?.get(id)?.has(name) && !willBe?.get(id)?.has(name)),
		}))
		.filter(({ added, removed }) => added.length + removed.length > 0);
}
