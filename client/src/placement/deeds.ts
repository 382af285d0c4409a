// What would really be done for a trial, and what cannot be done from here. Doing it is perform-deed.ts; asking first is
// the business of whoever offers it.

import type { MapCluster } from './map-cluster.ts';
import { type MetadataChange, readMetadata } from './metadata-text.ts';
import { type Trial, trialKey } from './trials.ts';
import { tryOut } from './try-out.ts';

/** What would be done for a trial, or why nothing can be. */
export type Deed =
	| { readonly kind: 'none'; readonly reason: string }
	| { readonly kind: 'metadata'; readonly machineId: string; readonly change: MetadataChange }
	| UnitDeed;

/** A change of units. */
export interface UnitDeed {
	readonly kind: 'units';
	readonly verb: 'Start' | 'Stop' | 'Unload';
	readonly units: readonly string[];
	/** The template whose file in this workspace has the text; absent where the cluster has it. */
	readonly localTemplate?: string;
}

/** What would be done for a trial on a cluster as it is now. */
export function deedOf(trial: Trial, map: MapCluster): Deed {
	const effect = tryOut(map, [trial]).effects.get(trialKey(trial));
	if (effect?.kind !== 'tried') return none(effect?.words ?? '');
	switch (trial.kind) {
		case 'down':
			return none('fleet cannot take a machine away; stop fleetd there, and its units move as planned');
		case 'metadata':
			return metadataDeed(trial, map);
		case 'instances':
			return instancesDeed(trial.template, effect.units, map);
		case 'desired':
			return stateDeed(trial, map);
	}
}

function metadataDeed({ machineId, text }: Extract<Trial, { readonly kind: 'metadata' }>, { can }: MapCluster): Deed {
	if (!can.setMetadata)
		return none('metadata of this cluster cannot be set from here; it stands in fleet.conf of the machine');
	return { kind: 'metadata', machineId, change: readMetadata(text) ?? {} };
}

function instancesDeed(
	template: string,
	units: readonly string[],
	{ can, units: known, localTemplates }: MapCluster,
): Deed {
	if (!can.changeUnits) return none(readOnly);
	if (known.some(({ name }) => name === template)) return { kind: 'units', verb: 'Start', units };
	if (localTemplates.includes(template)) return { kind: 'units', verb: 'Start', units, localTemplate: template };
	return none(`neither the cluster nor this workspace has ${template}; submit it first`);
}

function stateDeed({ unit, state }: Extract<Trial, { readonly kind: 'desired' }>, { can }: MapCluster): Deed {
	if (!can.changeUnits) return none(readOnly);
	return { kind: 'units', verb: verbs[state], units: [unit] };
}

const verbs = { launched: 'Start', loaded: 'Stop', inactive: 'Unload' } as const;

const readOnly = 'this cluster can only be read from here';

function none(reason: string): Deed {
	return { kind: 'none', reason };
}
