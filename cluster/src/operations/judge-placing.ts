// Whether a unit can get a machine at all. fleet says nothing when it cannot; its engine is asked in its stead.

import { explain } from '../../../core/src/fleet/explain.ts';
import { machineLoads } from '../../../core/src/fleet/machine-load.ts';
import { simulate } from '../../../core/src/fleet/simulate.ts';
import type { ClusterMachine, ClusterUnit } from '../model.ts';
import { toCluster } from './fleet-cluster.ts';
import { type JudgedCluster, type Judgement, underWay } from './judge.ts';

/** Judges a unit that is wanted and has no machine yet. */
export function judgePlacing(unit: ClusterUnit, { snapshot, release }: JudgedCluster): Judgement {
	const cluster = toCluster(snapshot, release);
	const explanation = explain(unit.name, cluster, {}, release);
	const isStuck = explanation.kind === 'no-machine-fits' || explanation.kind === 'no-machines';
	// What stands in the way may be about to go: the peer may be waiting itself, a rival about to move.
	if (!isStuck || getsMachine(unit, cluster, release)) return underWay;
	const reason = `${explanation.answer}; it stays wanted, and is placed as soon as a machine fits`;
	const outcome = { kind: 'failed', problem: 'no-machine-fits', reason, explanation } as const;
	return { kind: 'doubtful', outcome, patience: 'placing' };
}

/** Machines that a global unit is to run on. */
export function machinesOfGlobal(unit: ClusterUnit, { snapshot, release }: JudgedCluster): readonly ClusterMachine[] {
	const loads = machineLoads(toCluster(snapshot, release), release);
	return snapshot.machines.filter(({ id }) => loads.get(id)?.has(unit.name) === true);
}

function getsMachine(
	{ name }: ClusterUnit,
	...[cluster, release]: [ReturnType<typeof toCluster>, JudgedCluster['release']]
) {
	const { units } = simulate(cluster, { release, otherOrders: 0 }).cluster;
	return units.find((unit) => unit.name === name)?.machineId !== undefined;
}
