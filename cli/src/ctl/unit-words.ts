// What is known of a unit, in a few words: what it shall be, where it is, and what systemd says there.

import type { UnitView } from '../../../cluster/src/operations/unit-view.ts';
import { machineLegend } from './machine-legend.ts';

/** `launched, active (running) on 8e2f3a1c.../10.0.0.1` */
export function unitWords({ unit, machine, states }: UnitView): string {
	if (unit === undefined) return states.length === 0 ? 'not in the registry' : `destroyed, ${stateWords(states)}`;
	if (unit.global)
		return `${unit.desiredState}, global: ${states.length === 0 ? 'loaded nowhere' : stateWords(states)}`;
	const [state] = states;
	const place = unit.machineId === undefined ? '' : machineLegend(unit.machineId, machine ? [machine] : []);
	if (state === undefined)
		return `${unit.desiredState}, ${place === '' ? 'on no machine' : `not loaded yet on ${place}`}`;
	return `${unit.desiredState}, ${systemdWords(state)}${place === '' ? '' : ` on ${place}`}`;
}

/** What systemd says, such as `active (running)`. */
export function systemdWords({ load, active, sub }: UnitView['states'][number]): string {
	return load === 'loaded' ? `${active} (${sub})` : `${load}, ${active} (${sub})`;
}

function stateWords(states: UnitView['states']): string {
	return states.map((state) => `${systemdWords(state)} on ${machineLegend(state.machineId, [])}`).join(', ');
}
