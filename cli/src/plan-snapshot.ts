// A snapshot of a cluster, `{ machines, units, states }` as fleet's HTTP API gives them, checked before anything in it
// is believed. States are checked to be a list and not used: the scheduler does not look at them.

import type { DesiredState, Machine, UnitOption } from '../../core/src/index.ts';

/** A unit of a snapshot. */
export interface SnapshotUnit {
	readonly name: string;
	readonly options: readonly UnitOption[];
	readonly desiredState: DesiredState;
	readonly machineId: string | undefined;
}

/** What a snapshot tells the scheduler. */
export interface Snapshot {
	readonly machines: readonly Machine[];
	readonly units: readonly SnapshotUnit[];
}

/** What is wrong with a snapshot, in a phrase that begins with the place. */
export class SnapshotFault extends Error {}

/** Reads a snapshot. Throws `SnapshotFault`. */
export function readSnapshot(text: string): Snapshot {
	const snapshot = toObject(parseJson(text), 'it');
	const known = ['machines', 'units', 'states'];
	if (!known.some((name) => name in snapshot)) throw new SnapshotFault(`it has none of ${known.join(', ')}`);
	toList(snapshot['states'], 'states', toObject);
	return {
		machines: eachOnce(toList(snapshot['machines'], 'machines', toMachine), ({ id }) => id, 'machines'),
		units: eachOnce(toList(snapshot['units'], 'units', toUnit), ({ name }) => name, 'units'),
	};
}

type Fields = Readonly<Record<string, unknown>>;

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text.replace(/^\ufeff/, ''));
	} catch (error) {
		throw new SnapshotFault(`it is no JSON: ${error instanceof Error ? error.message : String(error)}`);
	}
}

function toMachine(value: unknown, place: string): Machine {
	const { id, primaryIP, metadata } = toObject(value, place);
	const pairs = Object.entries(toObject(metadata ?? {}, `${place}.metadata`));
	const address = toText(primaryIP ?? '', `${place}.primaryIP`);
	return {
		id: toName(id, `${place}.id`),
		...(address !== '' && { primaryIP: address }),
		metadata: Object.fromEntries(pairs.map(([key, one]) => [key, toText(one, `${place}.metadata.${key}`)])),
	};
}

function toUnit(value: unknown, place: string): SnapshotUnit {
	const { name, options, desiredState, machineID } = toObject(value, place);
	return {
		name: toName(name, `${place}.name`),
		options: toList(options, `${place}.options`, toOption),
		desiredState: toDesiredState(desiredState ?? 'loaded', `${place}.desiredState`),
		// The API leaves empty texts out.
		machineId: toText(machineID ?? '', `${place}.machineID`) || undefined,
	};
}

function toOption(value: unknown, place: string): UnitOption {
	const option = toObject(value, place);
	return {
		section: toText(option['section'] ?? '', `${place}.section`),
		name: toText(option['name'] ?? '', `${place}.name`),
		value: toText(option['value'] ?? '', `${place}.value`),
	};
}

// A unit without one is one whose target state is lost in the registry; the engine takes it as wanted.
function toDesiredState(value: unknown, place: string): DesiredState {
	if (value === 'inactive' || value === 'loaded' || value === 'launched') return value;
	throw new SnapshotFault(`${place} is ${JSON.stringify(value)}; fleet knows inactive, loaded and launched`);
}

/** An absent list is an empty one. */
function toList<T>(value: unknown, place: string, to: (item: unknown, place: string) => T): readonly T[] {
	if (value === undefined || value === null) return [];
	if (!Array.isArray(value)) throw new SnapshotFault(`${place} is no list`);
	return value.map((item: unknown, index) => to(item, `${place}[${index}]`));
}

function toObject(value: unknown, place: string): Fields {
	if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields; // Checked just now.
	throw new SnapshotFault(`${place} is no object`);
}

function toText(value: unknown, place: string): string {
	if (typeof value === 'string') return value;
	throw new SnapshotFault(`${place} is no text`);
}

function toName(value: unknown, place: string): string {
	const name = toText(value ?? '', place);
	if (name === '') throw new SnapshotFault(`${place} is missing`);
	return name;
}

function eachOnce<T>(items: readonly T[], idOf: (item: T) => string, place: string): readonly T[] {
	const seen = new Set<string>();
	const twice = items.map(idOf).find((id) => seen.size === seen.add(id).size);
	if (twice !== undefined) throw new SnapshotFault(`${place} has \`${twice}\` twice`);
	return items;
}
