// A practice cluster as JSON text, to go on with another day: machines, units and where they were scheduled. What ran on
// the machines is not in it; as after a power cut, they start their units again.

import {
	DecodeFault,
	type Decoder,
	decodeJson,
	toList,
	toName,
	toObject,
	toRecord,
	toText,
	toWord,
} from '../decode.ts';
import { practiceRelease } from './machines.ts';
import { readUnitText } from './registry/changes.ts';
import type { ListedMachine, Registry, UnitText } from './registry/registry.ts';
import type { World } from './world.ts';

/** A state that was read. */
export interface SavedState {
	readonly machines: readonly ListedMachine[];
	/** The registry with the units of the state. */
	fill(registry: Registry): Registry;
}

/** The state of a world, as text that people can read. */
export function saveState({ hosts, registry }: World): string {
	const { jobs, texts, metadata } = registry;
	const used = new Set([...jobs.values()].map(({ hash }) => hash));
	const state = {
		version: stateVersion,
		machines: [...hosts.values()].map(({ facts }) => facts),
		metadata: Object.fromEntries([...metadata].map(([id, values]) => [id, Object.fromEntries(values)])),
		units: [...jobs.values()].map(({ name, hash, targetState, target }) => ({ name, hash, targetState, target })),
		texts: Object.fromEntries([...texts].filter(([hash]) => used.has(hash)).map(([hash, { raw }]) => [hash, raw])),
	};
	return `${JSON.stringify(state, undefined, '\t')}\n`;
}

/** Reads a saved state. Throws a `DecodeFault` that names the place of what is wrong. */
export function loadState(text: string): SavedState {
	const state = decodeJson(text, 'the saved state', toState);
	return {
		machines: state.machines,
		fill: (registry) => ({
			...registry,
			jobs: new Map(state.units.map((unit) => [unit.name, unit])),
			texts: state.texts,
			metadata: state.metadata,
			events: registry.events + 1,
		}),
	};
}

const stateVersion = '1';

interface State {
	readonly machines: readonly ListedMachine[];
	readonly metadata: Registry['metadata'];
	readonly units: readonly SavedUnit[];
	readonly texts: ReadonlyMap<string, UnitText>;
}

interface SavedUnit {
	readonly name: string;
	readonly hash: string;
	readonly targetState: string;
	readonly target?: string;
}

const toState: Decoder<State> = (value, place) => {
	const fields = toObject(value, place);
	const texts = toRecord(toText)(fields['texts'], `${place}.texts`);
	const metadata = toRecord(toRecord(toText))(fields['metadata'], `${place}.metadata`);
	toWord([stateVersion])(fields['version'], `${place}.version`);
	const machines = toList(toMachine)(fields['machines'], `${place}.machines`);
	const units = toList(toUnit)(fields['units'], `${place}.units`);
	checkState(machines, units, texts, place);
	return {
		machines,
		metadata: new Map(Object.entries(metadata).map(([id, values]) => [id, new Map(Object.entries(values))])),
		units,
		texts: new Map(Object.entries(texts).map(([hash, raw]) => [hash, readUnitText(raw)])),
	};
};

function checkState(
	machines: readonly ListedMachine[],
	units: readonly SavedUnit[],
	texts: Readonly<Record<string, string>>,
	place: string,
): void {
	const twice = machines.find(({ id }, nth) => machines.findIndex((one) => one.id === id) !== nth);
	if (twice !== undefined) throw new DecodeFault(`${place}.machines has ${twice.id} twice`);
	const textless = units.find(({ hash }) => !Object.hasOwn(texts, hash));
	if (textless !== undefined) throw new DecodeFault(`${place}.texts has no text for the unit ${textless.name}`);
}

/** A machine as it stands in a saved state; also what people write by hand. */
export const toMachine: Decoder<ListedMachine> = (value, place) => {
	const fields = toObject(value, place);
	const primaryIP = toText(fields['primaryIP'] ?? '', `${place}.primaryIP`);
	return {
		id: toName(fields['id'], `${place}.id`),
		...(primaryIP !== '' && { primaryIP }),
		metadata: toRecord(toText)(fields['metadata'], `${place}.metadata`),
		version: toName(fields['version'] ?? practiceRelease, `${place}.version`),
	};
};

const toUnit: Decoder<SavedUnit> = (value, place) => {
	const fields = toObject(value, place);
	const target = toText(fields['target'] ?? '', `${place}.target`);
	return {
		name: toName(fields['name'], `${place}.name`),
		hash: toName(fields['hash'], `${place}.hash`),
		targetState: toText(fields['targetState'], `${place}.targetState`),
		...(target !== '' && { target }),
	};
};
