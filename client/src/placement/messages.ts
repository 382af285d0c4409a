// What the panel of the placement map and its page say to each other. Each side checks what it gets before it believes it.

import {
	type Decoder,
	type Fields,
	toList,
	toName,
	toObject,
	toRecord,
	toText,
	toWord,
} from '../../../cluster/src/decode.ts';
import { fleetReleases, type Machine, type UnitOption } from '../../../core/src/fleet/model.ts';
import type { MapCluster, MapUnit } from './map-cluster.ts';
import { type Trial, toDesiredState, toTrial } from './trials.ts';

/** What the panel tells the page. */
export type ToPage =
	/** The cluster is another than it was. */
	| { readonly kind: 'cluster'; readonly cluster: MapCluster }
	/** A trial was really done. */
	| { readonly kind: 'done'; readonly trial: Trial };

/** What the page asks of the panel. */
export type FromPage =
	/** The page is there, for the first time or again, and knows nothing of the cluster. */
	| { readonly kind: 'ready' }
	| { readonly kind: 'connect' }
	/** Do it really. */
	| { readonly kind: 'do'; readonly trial: Trial }
	/** Keep a picture in a file: SVG text, or a PNG in base64. */
	| { readonly kind: 'save'; readonly format: 'svg' | 'png'; readonly data: string }
	/** A picture could not be made; tell the user why. */
	| { readonly kind: 'fault'; readonly message: string };

/** Checks what the page gets. Throws a `DecodeFault`. */
export const toPageMessage: Decoder<ToPage> = (value, place) => {
	const fields = toObject(value, place);
	const kind = toWord(['cluster', 'done'])(fields['kind'], `${place}.kind`);
	if (kind === 'done') return { kind, trial: toTrial(fields['trial'], `${place}.trial`) };
	return { kind, cluster: toMapCluster(fields['cluster'], `${place}.cluster`) };
};

/** Checks what the panel gets. Throws a `DecodeFault`. */
export const fromPageMessage: Decoder<FromPage> = (value, place) => {
	const fields = toObject(value, place);
	const kind = toWord(['ready', 'connect', 'do', 'save', 'fault'])(fields['kind'], `${place}.kind`);
	switch (kind) {
		case 'do':
			return { kind, trial: toTrial(fields['trial'], `${place}.trial`) };
		case 'save': {
			const format = toWord(['svg', 'png'])(fields['format'], `${place}.format`);
			return { kind, format, data: toName(fields['data'], `${place}.data`) };
		}
		case 'fault':
			return { kind, message: toName(fields['message'], `${place}.message`) };
		default:
			return { kind };
	}
};

const toMapCluster: Decoder<MapCluster> = (value, place) => {
	const fields = toObject(value, place);
	const can = toObject(fields['can'], `${place}.can`);
	return {
		name: toName(fields['name'], `${place}.name`),
		trouble: toText(fields['trouble'], `${place}.trouble`),
		release: toWord(fleetReleases)(fields['release'], `${place}.release`),
		machines: toList(toMachine)(fields['machines'], `${place}.machines`),
		units: toList(toMapUnit)(fields['units'], `${place}.units`),
		can: { setMetadata: can['setMetadata'] === true, changeUnits: can['changeUnits'] === true },
		localTemplates: toList(toName)(fields['localTemplates'], `${place}.localTemplates`),
	};
};

const toMachine: Decoder<Machine> = (value, place) => {
	const fields = toObject(value, place);
	return {
		id: toName(fields['id'], `${place}.id`),
		metadata: toRecord(toText)(fields['metadata'], `${place}.metadata`),
		...optionalText(fields, 'primaryIP', place),
	};
};

const toMapUnit: Decoder<MapUnit> = (value, place) => {
	const fields = toObject(value, place);
	return {
		name: toName(fields['name'], `${place}.name`),
		asks: toList(toOption)(fields['asks'], `${place}.asks`),
		desiredState: toDesiredState(fields['desiredState'], `${place}.desiredState`),
		condition: toText(fields['condition'], `${place}.condition`),
		on: toRecord(toText)(fields['on'], `${place}.on`),
		...optionalText(fields, 'machineId', place),
	};
};

const toOption: Decoder<UnitOption> = (value, place) => {
	const fields = toObject(value, place);
	const text = (key: string) => toText(fields[key], `${place}.${key}`);
	return { section: text('section'), name: text('name'), value: text('value') };
};

function optionalText<const K extends string>(fields: Fields, key: K, place: string): { readonly [Key in K]?: string } {
	if (fields[key] === undefined) return {};
	// One key, and it is K.
	return { [key]: toText(fields[key], `${place}.${key}`) } as { readonly [Key in K]?: string };
}
