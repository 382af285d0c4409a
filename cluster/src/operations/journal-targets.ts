// Which journals and statuses units have: a unit has one on each machine that has it loaded, a global unit on several.

import type { ClusterBackend } from '../backend.ts';
import { ClusterError } from '../errors.ts';
import type { ClusterMachine, ClusterUnit, UnitState } from '../model.ts';
import { findUnits } from './find-units.ts';

/** A unit on one machine. */
export interface PlacedUnit {
	readonly name: string;
	readonly machine: ClusterMachine;
	/** Absent where the machine says nothing of it. */
	readonly state?: UnitState;
}

/** Where the units are that arguments mean, and what is not anywhere. */
export interface PlacedUnits {
	readonly placed: readonly PlacedUnit[];
	/** Names and globs that mean no unit. */
	readonly missing: readonly string[];
	/** Units that are on no machine. */
	readonly nowhere: readonly ClusterUnit[];
}

/** Finds out where units are: on the machine they are scheduled to, and wherever they are still loaded. */
export async function placeUnits(
	backend: ClusterBackend,
	args: readonly string[],
	signal: AbortSignal,
): Promise<PlacedUnits> {
	const [{ units, missing }, machines, states] = await Promise.all([
		findUnits(backend, args, signal),
		backend.machines(signal),
		backend.states(signal),
	]);
	const placed = units.flatMap((unit) => placesOf(unit, machines, states));
	return { placed, missing, nowhere: units.filter(({ name }) => !placed.some((place) => place.name === name)) };
}

/** The machine that an ID or the beginning of one means. Throws a `ClusterError` where that is none or several. */
export function findMachine(machines: readonly ClusterMachine[], id: string): ClusterMachine {
	const found = machines.filter((machine) => machine.id.startsWith(id.replace(/\.+$/, '')));
	const [machine, another] = found;
	if (machine === undefined || id === '') throw new ClusterError('not-found', `there is no machine \`${id}\``);
	if (another === undefined) return machine;
	const ids = found.map((one) => one.id).join(', ');
	throw new ClusterError('refused', `\`${id}\` means several machines: ${ids}`, { advice: 'write more of the ID' });
}

function placesOf(
	{ name, machineId }: ClusterUnit,
	machines: readonly ClusterMachine[],
	states: readonly UnitState[],
): readonly PlacedUnit[] {
	return machines.flatMap((machine): readonly PlacedUnit[] => {
		const state = states.find((other) => other.name === name && other.machineId === machine.id);
		if (state === undefined && machine.id !== machineId) return [];
		return [{ name, machine, ...(state && { state }) }];
	});
}
