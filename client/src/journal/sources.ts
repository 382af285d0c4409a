// Which journals are followed: a unit has one on each machine that it is on. What the user asked for is kept as it was
// meant (a unit, a template's instances), so that new instances and machines join by themselves.

import type { ClusterSnapshot } from '../../../cluster/src/model.ts';
import { instancesOf } from '../cluster-view/template-instances.ts';

/** What is to be followed. A `place` is a unit on one machine and stays there. */
export type Wanted =
	| { readonly kind: 'unit'; readonly cluster: string; readonly unit: string }
	| { readonly kind: 'template'; readonly cluster: string; readonly template: string }
	| { readonly kind: 'place'; readonly cluster: string; readonly unit: string; readonly machineId: string };

/** One journal: a unit on a machine of a cluster. */
export interface Source {
	/** Id of the cluster. */
	readonly cluster: string;
	readonly unit: string;
	readonly machineId: string;
}

/** A text that is the same for the same journal. */
export function keyOf({ cluster, unit, machineId }: Source): string {
	return JSON.stringify([cluster, unit, machineId]);
}

/**
 * The journals that are there now, each once, in the order of what is wanted, then of units, then of machines. A cluster
 * that is not known has none.
 */
export function sourcesOf(
	wanted: readonly Wanted[],
	snapshotOf: (cluster: string) => ClusterSnapshot | undefined,
): readonly Source[] {
	const found = wanted.flatMap((one) => {
		const snapshot = snapshotOf(one.cluster);
		return snapshot === undefined ? [] : placesOf(one, snapshot);
	});
	return [...new Map(found.map((source) => [keyOf(source), source])).values()];
}

/** What is wanted in words: `web@1.service`, `web@.service`, `3 units`. */
export function titleOf(wanted: readonly Wanted[]): string {
	const names = [...new Set(wanted.map((one) => (one.kind === 'template' ? one.template : one.unit)))];
	const [only] = names;
	return names.length === 1 && only !== undefined ? only : `${names.length} units`;
}

function placesOf(wanted: Wanted, snapshot: ClusterSnapshot): readonly Source[] {
	const { cluster } = wanted;
	if (wanted.kind === 'place') return [{ cluster, unit: wanted.unit, machineId: wanted.machineId }];
	const units = wanted.kind === 'unit' ? [wanted.unit] : instancesOf(wanted.template, snapshot).map(({ name }) => name);
	return units.flatMap((unit) => machinesOf(unit, snapshot).map((machineId) => ({ cluster, unit, machineId })));
}

/** Where a unit is scheduled to, and wherever it is still loaded. */
function machinesOf(unit: string, { units, states }: ClusterSnapshot): readonly string[] {
	const scheduled = units.flatMap(({ name, machineId }) => (name === unit ? (machineId ?? []) : []));
	const loaded = states.flatMap(({ name, machineId }) => (name === unit ? machineId : []));
	return [...new Set([...scheduled, ...loaded])].sort();
}
