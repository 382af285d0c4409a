// How a unit is and where, in one phrase, for every place that has room for no more than that.

import type { ClusterUnit } from '../../../cluster/src/model.ts';
import { conditionOf } from './condition.ts';
import type { Facts } from './facts.ts';
import { machineName } from './words.ts';

/** `active (running) on 08bb6dd0 (10.0.0.1)`, `active (running) on 3, global`, `not scheduled`. */
export function stateAndPlace(unit: ClusterUnit, facts: Facts): string {
	const { words } = conditionOf(unit, facts.statesOf(unit.name));
	const place = placeOf(unit, facts);
	return place.startsWith('on ') ? `${words} ${place}` : [words, place].filter((part) => part !== '').join(', ');
}

/** `on 08bb6dd0 (10.0.0.1)`; globals and units on several machines count those in their state already. */
export function placeOf(unit: ClusterUnit, facts: Facts): string {
	const states = facts.statesOf(unit.name);
	const machineId = states.length === 1 ? states[0]?.machineId : unit.machineId;
	if (states.length > 1 || machineId === undefined) return unit.global ? 'global' : '';
	return `on ${machineName(machineId, facts.machine(machineId))}`;
}
