// A snapshot of a cluster, `{ machines, units, states }` as fleet's HTTP API gives them, checked before anything in it
// is believed. States are checked to be a list and not used: the scheduler does not look at them.

import { DecodeFault, decodeJson, toList, toObject } from '../../cluster/src/decode.ts';
import { type ApiUnit, toApiUnit, toMachine } from '../../cluster/src/fleet-api/entities.ts';
import type { Machine } from '../../core/src/index.ts';

/** What a snapshot tells the scheduler. */
export interface Snapshot {
	readonly machines: readonly Machine[];
	readonly units: readonly ApiUnit[];
}

/** Reads a snapshot. Throws `DecodeFault`, whose message begins with the place. */
export function readSnapshot(text: string): Snapshot {
	return decodeJson(text.replace(/^\ufeff/, ''), 'it', toSnapshot);
}

function toSnapshot(value: unknown, place: string): Snapshot {
	const snapshot = toObject(value, place);
	const known = ['machines', 'units', 'states'];
	if (!known.some((name) => name in snapshot)) throw new DecodeFault(`${place} has none of ${known.join(', ')}`);
	toList(toObject)(snapshot['states'], 'states');
	return {
		machines: eachOnce(toList(toMachine)(snapshot['machines'], 'machines'), ({ id }) => id, 'machines'),
		units: eachOnce(toList(toApiUnit)(snapshot['units'], 'units'), ({ name }) => name, 'units'),
	};
}

function eachOnce<T>(items: readonly T[], idOf: (item: T) => string, place: string): readonly T[] {
	const seen = new Set<string>();
	const twice = items.map(idOf).find((id) => seen.size === seen.add(id).size);
	if (twice !== undefined) throw new DecodeFault(`${place} has \`${twice}\` twice`);
	return items;
}
