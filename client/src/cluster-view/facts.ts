// What can be derived from a snapshot of a cluster, each thing once: the states of a unit, the machine of an ID, why
// a unit is nowhere. Hangs on the snapshot's identity; nothing is kept up to date.

import type { ClusterMachine, ClusterSnapshot, ClusterUnit, UnitState } from '../../../cluster/src/model.ts';
import { toScheduledUnit } from '../../../cluster/src/operations/fleet-cluster.ts';
import { type Explanation, explain } from '../../../core/src/fleet/explain.ts';
import { type Cluster, latestFleetRelease } from '../../../core/src/fleet/model.ts';
import { createMemo } from './memo.ts';

/** Questions to a snapshot. */
export interface Facts {
	readonly snapshot: ClusterSnapshot;
	readonly machine: (id: string) => ClusterMachine | undefined;
	readonly unit: (name: string) => ClusterUnit | undefined;
	/** What machines that are there say of a unit. */
	readonly statesOf: (unit: string) => readonly UnitState[];
	readonly statesOn: (machineId: string) => readonly UnitState[];
	readonly scheduledOn: (machineId: string) => readonly ClusterUnit[];
	/** Why a unit without any state is where it is, or nowhere, with a sentence for each machine. */
	readonly explanationOf: (unit: ClusterUnit) => Explanation;
}

/** The facts of a snapshot; the same for the same one. */
export function factsOf(snapshot: ClusterSnapshot): Facts {
	return facts(snapshot, [], () => createFacts(snapshot));
}

const facts = createMemo<ClusterSnapshot, Facts>();

function createFacts(snapshot: ClusterSnapshot): Facts {
	const machines = new Map(snapshot.machines.map((machine) => [machine.id, machine]));
	const units = new Map(snapshot.units.map((unit) => [unit.name, unit]));
	// What a machine said that is gone stays in the registry for half a minute, and is old news.
	const states = snapshot.states.filter(({ machineId }) => machines.has(machineId));
	const byUnit = groupBy(states, ({ name }) => name);
	const byMachine = groupBy(states, ({ machineId }) => machineId);
	const scheduled = groupBy(snapshot.units, ({ machineId = '' }) => machineId);
	return {
		snapshot,
		machine: (id) => machines.get(id),
		unit: (name) => units.get(name),
		statesOf: (unit) => byUnit.get(unit) ?? [],
		statesOn: (machineId) => byMachine.get(machineId) ?? [],
		scheduledOn: (machineId) => scheduled.get(machineId) ?? [],
		explanationOf: (unit) => explainUnit(unit, schedulerView(snapshot)),
	};
}

/** The cluster as the engine sees it; the same while neither units nor machines are others. */
function schedulerView({ machines, units }: ClusterSnapshot): Cluster {
	return clusters(units, [machines], () => ({ machines, units: units.map(scheduledUnit) }));
}

const clusters = createMemo<ClusterSnapshot['units'], Cluster>();

function scheduledUnit(unit: ClusterUnit): Cluster['units'][number] {
	return scheduledUnits(unit, [], () => toScheduledUnit(unit, latestFleetRelease));
}

const scheduledUnits = createMemo<ClusterUnit, Cluster['units'][number]>();

function explainUnit(unit: ClusterUnit, cluster: Cluster): Explanation {
	const { name, currentState } = unit;
	return explanations(unit, [cluster], () =>
		explain(name, cluster, currentState === undefined ? {} : { currentState }),
	);
}

const explanations = createMemo<ClusterUnit, Explanation>();

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const group = groups.get(keyOf(item));
		if (group === undefined) groups.set(keyOf(item), [item]);
		else group.push(item);
	}
	return groups;
}
