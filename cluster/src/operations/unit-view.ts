// One unit out of a snapshot with all that is known of it there.

import type { Machine } from '../../../core/src/fleet/model.ts';
import type { ClusterSnapshot, ClusterUnit, UnitState } from '../model.ts';

/** A unit as a snapshot has it. */
export interface UnitView {
	readonly name: string;
	/** Absent where the registry has no unit of that name. */
	readonly unit?: ClusterUnit;
	/** The machine it is scheduled to, if that is there. */
	readonly machine?: Machine;
	/** What machines that are there say of it, in the order of their IDs. */
	readonly states: readonly UnitState[];
}

/** The unit of that name. States of machines that are gone are old news for half a minute, and are left out. */
export function viewOf(name: string, { machines, units, states }: ClusterSnapshot): UnitView {
	const unit = units.find((other) => other.name === name);
	const machine = machines.find(({ id }) => id === unit?.machineId);
	const present = new Set(machines.map(({ id }) => id));
	return {
		name,
		...(unit && { unit }),
		...(machine && { machine }),
		states: states.filter((state) => state.name === name && present.has(state.machineId)),
	};
}

/** What the machine says that the unit is scheduled to. */
export function scheduledState({ unit, states }: UnitView): UnitState | undefined {
	return unit?.machineId === undefined ? undefined : states.find(({ machineId }) => machineId === unit.machineId);
}

/** Whether something of the unit runs, begins or has not come to an end yet (`ActiveState` of systemd). */
export function isUp({ active }: UnitState): boolean {
	return active !== 'inactive' && active !== 'failed';
}
