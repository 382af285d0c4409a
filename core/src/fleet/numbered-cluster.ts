// A cluster by numbers: units and machines go by their places among the names and the IDs in order, so that what a pass
// looks up again and again stands in arrays. Who is on which machine is not known here.

import { type GlobIndex, indexGlobs } from './glob-index.ts';
import { createMachineFinder, type MachineFinder } from './machine-finder.ts';
import type { Cluster, ClusterUnit, Machine } from './model.ts';
import { compareNames, compareTexts } from './text-order.ts';

/** The units and machines of a cluster in order, and what never changes about them. */
export interface NumberedCluster {
	readonly units: readonly ClusterUnit[];
	readonly machines: readonly Machine[];
	readonly unitNumbers: ReadonlyMap<string, number>;
	readonly finder: MachineFinder;
	/** Of each unit those that must be on its machine; `undefined` is one that the cluster does not have. */
	readonly peers: readonly (readonly (number | undefined)[])[];
	readonly conflicts: GlobIndex;
	readonly replaces: GlobIndex;
}

/** Numbers a cluster. */
export function numberCluster(cluster: Cluster): NumberedCluster {
	const units = [...cluster.units].sort(compareNames);
	const machines = [...cluster.machines].sort((a, b) => compareTexts(a.id, b.id));
	const names = units.map(({ name }) => name);
	const unitNumbers = new Map(names.map((name, number) => [name, number]));
	const conflicts = units.map(({ requirements }) => requirements.conflicts);
	const replaces = units.map(({ requirements }) => requirements.replaces);
	return {
		units,
		machines,
		unitNumbers,
		finder: createMachineFinder(machines),
		peers: units.map(({ requirements }) => requirements.peers.map((peer) => unitNumbers.get(peer))),
		conflicts: indexGlobs(names, conflicts),
		replaces: indexGlobs(names, replaces),
	};
}
