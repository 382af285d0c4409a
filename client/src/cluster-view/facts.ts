// What can be derived from a snapshot of a cluster, each thing once: the states of a unit, the machine of an ID, why
// a unit is nowhere. Hangs on the snapshot's identity; nothing is kept up to date.

import type { ClusterMachine, ClusterSnapshot, ClusterUnit, UnitState } from '../../../cluster/src/model.ts';
import { type Explanation, explain } from '../../../core/src/fleet/explain.ts';
import type { Cluster } from '../../../core/src/fleet/model.ts';
import { requirementsOf } from '../../../core/src/fleet/requirements.ts';

/** Questions to a snapshot. */
export interface Facts {
	readonly snapshot: ClusterSnapshot;
	readonly machine: (id: string) => ClusterMachine | undefined;
	readonly unit: (name: string) => ClusterUnit | undefined;
	readonly statesOf: (unit: string) => readonly UnitState[];
	readonly statesOn: (machineId: string) => readonly UnitState[];
	/** Why a unit is where it is, or nowhere, with a sentence for each machine. */
	readonly explanationOf: (unit: ClusterUnit) => Explanation;
}

/** The facts of a snapshot; the same for the same one. */
export function factsOf(snapshot: ClusterSnapshot): Facts {
	const known = factsBySnapshot.get(snapshot) ?? createFacts(snapshot);
	factsBySnapshot.set(snapshot, known);
	return known;
}

const factsBySnapshot = new WeakMap<ClusterSnapshot, Facts>();

function createFacts(snapshot: ClusterSnapshot): Facts {
	const machines = new Map(snapshot.machines.map((machine) => [machine.id, machine]));
	const units = new Map(snapshot.units.map((unit) => [unit.name, unit]));
	const byUnit = groupBy(snapshot.states, ({ name }) => name);
	const byMachine = groupBy(snapshot.states, ({ machineId }) => machineId);
	const explanations = new Map<string, Explanation>();
	let cluster: Cluster | undefined;
	return {
		snapshot,
		machine: (id) => machines.get(id),
		unit: (name) => units.get(name),
		statesOf: (unit) => byUnit.get(unit) ?? [],
		statesOn: (machineId) => byMachine.get(machineId) ?? [],
		explanationOf(unit) {
			cluster ??= schedulerView(snapshot);
			const found = explanations.get(unit.name) ?? explainUnit(unit, cluster, byUnit.get(unit.name) ?? []);
			explanations.set(unit.name, found);
			return found;
		},
	};
}

function explainUnit(unit: ClusterUnit, cluster: Cluster, states: readonly UnitState[]): Explanation {
	const state = states.find(({ machineId }) => machineId === unit.machineId);
	return explain(unit.name, cluster, {
		...(unit.currentState !== undefined && { currentState: unit.currentState }),
		...(state !== undefined && { systemdActiveState: state.active }),
	});
}

/** The cluster as the engine sees it. */
export function schedulerView({ machines, units }: ClusterSnapshot): Cluster {
	return {
		machines,
		units: units.map(({ name, options, desiredState, machineId }) => ({
			name,
			desiredState,
			requirements: requirementsOf(options, name),
			...(machineId !== undefined && { machineId }),
		})),
	};
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const group = groups.get(keyOf(item));
		if (group === undefined) groups.set(keyOf(item), [item]);
		else group.push(item);
	}
	return groups;
}
