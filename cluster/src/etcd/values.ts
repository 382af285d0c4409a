// What fleet writes into its keys: which text a unit has, the text, a machine, a machine's word on a unit, the lease.
// Each value is read once however often it is asked for. A value that makes no sense is a fault with a phrase.

import { readOptions } from '../../../core/src/fleet/options.ts';
import {
	DecodeFault,
	type Decoder,
	decodeJson,
	toList,
	toName,
	toNumber,
	toObject,
	toRecord,
	toText,
} from '../decode.ts';
import { hashOf } from '../hash.ts';
import type { UnitOption, UnitState } from '../model.ts';
import type { Leaf } from './tree.ts';

/** A value that could be read, or why it could not. */
export type Reading<T> =
	| { readonly kind: 'value'; readonly value: T }
	| { readonly kind: 'fault'; readonly fault: string };

/** The text of a unit, read as fleet reads it. */
export interface UnitText {
	readonly options: readonly UnitOption[];
	/** Of the options as they were read; of a text that is not as fleet writes it, not the hash in its key. */
	readonly hash: string;
}

/** A machine as its fleetd announces it. */
export interface MachineObject {
	readonly id: string;
	readonly primaryIP: string;
	readonly metadata: Readonly<Record<string, string>>;
	readonly version: string;
	/** Whether it can keep its states in the leader's memory. */
	readonly speaksGrpc: boolean;
}

/** The hash of the text that a unit has (`job/<unit>/object`), and the unit's name as it stands there. */
export const readObject = readingOnce((value) => decodeJson(value, 'the object', toUnitObject));

/** A text of a unit (`unit/<hash>`). */
export const readText = readingOnce((value) => toUnitText(decodeJson(value, 'the text', toRaw)));

/** A machine (`machines/<id>/object`). */
export const readMachine = readingOnce((value) => decodeJson(value, 'the machine', toMachine));

/** What a machine says of a unit (`states/<unit>/<machine>`), without the two names. */
export const readState = readingOnce((value) => decodeJson(value, 'the state', toState));

/** The machine that holds the lease; older engines wrote its bare ID. */
export function leaderIn(value: string): string | undefined {
	if (!value.trimStart().startsWith('{')) return value === '' ? undefined : value;
	try {
		return decodeJson(value, 'the lease', (lease, place) => toName(toObject(lease, place)['MachineID'], place));
	} catch {
		return undefined;
	}
}

/** How fleet writes which text a unit has: Go's JSON of a name and of twenty bytes. */
export function printObject(name: string, hash: string): string {
	return JSON.stringify({ Name: name, UnitHash: [...Buffer.from(hash, 'hex')] });
}

/** How fleet writes a text. */
export function printText(raw: string): string {
	return JSON.stringify({ Raw: raw });
}

function readingOnce<T>(read: (value: string) => T): (leaf: Leaf) => Reading<T> {
	const readings = new WeakMap<Leaf, Reading<T>>();
	return (leaf) => {
		const reading = readings.get(leaf) ?? readingOf(() => read(leaf.value));
		readings.set(leaf, reading);
		return reading;
	};
}

function readingOf<T>(read: () => T): Reading<T> {
	try {
		return { kind: 'value', value: read() };
	} catch (error) {
		if (error instanceof DecodeFault) return { kind: 'fault', fault: error.message };
		throw error;
	}
}

const toUnitObject: Decoder<{ readonly name: string; readonly hash: string }> = (value, place) => {
	const { Name, UnitHash } = toObject(value, place);
	return { name: toName(Name, `${place}.Name`), hash: toHash(UnitHash, `${place}.UnitHash`) };
};

const toHash: Decoder<string> = (value, place) => {
	const bytes = toList(toNumber)(value, place);
	const isHash = bytes.length === 20 && bytes.every((byte) => Number.isInteger(byte) && byte >= 0 && byte <= 255);
	if (!isHash) throw new DecodeFault(`${place} is no list of 20 bytes`);
	return Buffer.from(bytes).toString('hex');
};

const toRaw: Decoder<string> = (value, place) => toText(toObject(value, place)['Raw'] ?? '', `${place}.Raw`);

function toUnitText(raw: string): UnitText {
	const { options, error } = readOptions(raw);
	if (error !== undefined) throw new DecodeFault(error);
	const plain = options.map(({ section, name, value }) => ({ section, name, value }));
	return { options: plain, hash: hashOf(plain) };
}

const toMachine: Decoder<MachineObject> = (value, place) => {
	const { ID, PublicIP, Metadata, Capabilities, Version } = toObject(value, place);
	return {
		id: toName(ID, `${place}.ID`),
		primaryIP: toText(PublicIP ?? '', `${place}.PublicIP`),
		metadata: toRecord(toText)(Metadata, `${place}.Metadata`),
		version: toText(Version ?? '', `${place}.Version`),
		speaksGrpc: toObject(Capabilities ?? {}, `${place}.Capabilities`)['GRPC'] === true,
	};
};

const toState: Decoder<Omit<UnitState, 'name' | 'machineId'>> = (value, place) => {
	const { loadState, activeState, subState, unitHash } = toObject(value, place);
	const hash = toText(unitHash ?? '', `${place}.unitHash`);
	return {
		...(hash !== '' && { hash }),
		load: toText(loadState ?? '', `${place}.loadState`),
		active: toText(activeState ?? '', `${place}.activeState`),
		sub: toText(subState ?? '', `${place}.subState`),
	};
};
