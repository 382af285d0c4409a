// Where a unit is, and would be, in a few words.

import type { ClusterUnit } from '../../../core/src/fleet/model.ts';
import { counted } from '../cluster-view/words.ts';

/** Where a unit is, and would be. Machines go by their IDs. */
export interface Places {
	readonly unit: ClusterUnit;
	readonly isTemplate: boolean;
	readonly placesNow: readonly string[];
	readonly places: readonly string[];
	/** Whether something is tried; else there is only now. */
	readonly isTried: boolean;
}

/** `on 08bb6dd0`, `nowhere`, `08bb6dd0 → nowhere`, `on 3 machines → on 2 machines`; `nameOf` names a machine. */
export function placeWords(
	{ unit, isTemplate, placesNow, places, isTried }: Places,
	nameOf: (id: string) => string,
): string {
	const { global } = unit.requirements;
	if (isTemplate && !global) return 'runs nowhere itself';
	const words = (ids: readonly string[]) =>
		global ? `global, on ${counted(ids.length, 'machine')}` : onOne(ids, nameOf);
	if (!isTried || places.join() === placesNow.join()) return withWish(words(places), unit);
	if (global && places.length === placesNow.length) return `${words(places)}, others than now`;
	return `${words(placesNow)} → ${words(places).replace('global, ', '')}`;
}

function onOne([id]: readonly string[], nameOf: (id: string) => string): string {
	return id === undefined ? 'nowhere' : `on ${nameOf(id)}`;
}

/** A unit that nobody asks for is nowhere for a good reason. */
function withWish(place: string, { desiredState }: ClusterUnit): string {
	return place === 'nowhere' && desiredState === 'inactive' ? 'nowhere, and not asked for' : place;
}
