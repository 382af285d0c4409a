// What can be tried with a unit, as buttons offer it.

import type { DesiredState } from '../../../core/src/fleet/model.ts';
import { splitUnitName, templateName } from '../../../core/src/fleet/unit-name.ts';
import type { MapCluster } from './map-cluster.ts';
import type { Trial } from './trials.ts';

/** A change to try, and the words on its button. */
export interface Choice {
	readonly words: string;
	readonly trial: Trial;
}

/** The states that a unit can be brought to from what it is. Templates, and what does not exist, can be in no other. */
export function stateChoices(name: string, { units }: MapCluster): readonly Choice[] {
	const unit = units.find((one) => one.name === name);
	if (unit === undefined || splitUnitName(name)?.isTemplate) return [];
	return nextStates[unit.desiredState].map((state) => ({
		words: stateVerbs[state],
		trial: { kind: 'desired', unit: name, state },
	}));
}

/** The template that new instances may be made of, for a template and for one of its instances. */
export function templateToTry(name: string): string | undefined {
	return splitUnitName(name)?.isTemplate ? name : templateName(name);
}

const nextStates: Readonly<Record<DesiredState, readonly DesiredState[]>> = {
	inactive: ['launched'],
	loaded: ['launched', 'inactive'],
	launched: ['loaded', 'inactive'],
};

const stateVerbs: Readonly<Record<DesiredState, string>> = {
	launched: 'Start it',
	loaded: 'Stop it (it keeps its place)',
	inactive: 'Unload it (it gives up its place)',
};
