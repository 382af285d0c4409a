// How the journals of a panel are told from each other: in words, and by a colour that never says anything alone.

import type { ClusterMachine } from '../../../cluster/src/model.ts';
import type { Source } from './sources.ts';

/** A journal as people tell it from others. */
export interface Label {
	/** `web@1 on 08bb6dd0`; no two journals of a panel have the same. */
	readonly words: string;
	/** Everything: `web@1.service on machine 08bb…(32 digits), 10.0.0.1, of cluster prod`. */
	readonly full: string;
	/** Number of a colour, from 0 up to `colourCount`. Instances have different ones as long as there are enough. */
	readonly colour: number;
}

/** How many colours there are. */
export const colourCount = 6;

/** What is known of clusters and machines for labels. */
export interface Names {
	readonly clusterName: (id: string) => string;
	readonly machine: (cluster: string, id: string) => ClusterMachine | undefined;
}

/** The labels of journals, in their order. */
export function labelsOf(sources: readonly Source[], names: Names): readonly Label[] {
	const all = sources.map(({ cluster }) => cluster);
	const areSeveral = new Set(all).size > 1;
	const digits = enoughDigits(sources.map(({ machineId }) => machineId));
	const short = shortUnits(sources.map(({ unit }) => unit));
	const colours = coloursOf(sources);
	return sources.map((source, nth) => {
		const { cluster, unit, machineId } = source;
		const place = `${short(unit)} on ${machineId.slice(0, digits)}`;
		return {
			words: areSeveral ? `${place} (${names.clusterName(cluster)})` : place,
			full: fullLabel(source, names),
			colour: colours[nth] ?? 0,
		};
	});
}

function fullLabel({ cluster, unit, machineId }: Source, { clusterName, machine }: Names): string {
	const address = machine(cluster, machineId)?.primaryIP;
	const place = address === undefined ? machineId : `${machineId}, ${address}`;
	return `${unit} on machine ${place}, of ${clusterName(cluster)}`;
}

/** As many digits of the IDs as tell them apart; eight, as fleetctl shows, where that is enough. */
function enoughDigits(ids: readonly string[]): number {
	const different = new Set(ids);
	for (let digits = 8; digits < 32; digits++) {
		if (new Set([...different].map((id) => id.slice(0, digits))).size === different.size) return digits;
	}
	return Number.POSITIVE_INFINITY;
}

/** `.service` goes without saying, as for systemctl(1). */
function shortUnits(units: readonly string[]): (unit: string) => string {
	return units.every((unit) => unit.endsWith('.service'))
		? (unit) => unit.slice(0, -'.service'.length)
		: (unit) => unit;
}

/** By unit; where all are of one unit, by machine. Who comes later gets the next colour, and leaves the others theirs. */
function coloursOf(sources: readonly Source[]): readonly number[] {
	const units = new Set(sources.map(({ cluster, unit }) => JSON.stringify([cluster, unit])));
	const keys = sources.map(({ cluster, unit, machineId }) =>
		units.size > 1 ? JSON.stringify([cluster, unit]) : machineId,
	);
	const order = [...new Set(keys)];
	return keys.map((key) => order.indexOf(key) % colourCount);
}
