// Whether a unit can get a machine at all. fleet says nothing when it cannot; its engine is asked in its stead.

import { explain } from '../../../core/src/fleet/explain.ts';
import { machineLoads } from '../../../core/src/fleet/machine-load.ts';
import type { Cluster, FleetRelease } from '../../../core/src/fleet/model.ts';
import { simulate } from '../../../core/src/fleet/simulate.ts';
import type { ClusterMachine, ClusterUnit } from '../model.ts';
import { toCluster } from './fleet-cluster.ts';
import { type JudgedCluster, type Judgement, underWay } from './judge.ts';

/** Judges a unit that is wanted and has no machine yet. */
export function judgePlacing(unit: ClusterUnit, { snapshot, release }: JudgedCluster): Judgement {
	const cluster = toCluster(snapshot, release);
	// What stands in the way may be about to go: the peer may be waiting itself, a rival about to move.
	if (placesAtRest(cluster, release).has(unit.name)) return underWay;
	const explanation = explain(unit.name, cluster, {}, release);
	if (explanation.kind !== 'no-machine-fits' && explanation.kind !== 'no-machines') return underWay;
	const reason = `${explanation.answer}; it stays wanted, and is placed as soon as a machine fits`;
	const outcome = { kind: 'failed', problem: 'no-machine-fits', reason, explanation } as const;
	return { kind: 'doubtful', outcome, patience: 'placing' };
}

/** Machines that a global unit is to run on. */
export function machinesOfGlobal(unit: ClusterUnit, { snapshot, release }: JudgedCluster): readonly ClusterMachine[] {
	const loads = machineLoads(toCluster(snapshot, release), release);
	return snapshot.machines.filter(({ id }) => loads.get(id)?.has(unit.name) === true);
}

/** Names of the units that have a machine once the engine has come to rest. */
function placesAtRest(cluster: Cluster, release: FleetRelease): ReadonlySet<string> {
	const known = atRest.get(cluster);
	if (known !== undefined) return known;
	const { units } = simulate(cluster, { release, otherOrders: 0 }).cluster;
	const placed = new Set(units.filter(({ machineId }) => machineId !== undefined).map(({ name }) => name));
	atRest.set(cluster, placed);
	return placed;
}

/** Many units may wait for a machine of the same cluster. */
const atRest = new WeakMap<Cluster, ReadonlySet<string>>();
