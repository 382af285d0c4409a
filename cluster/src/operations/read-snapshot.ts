// The whole cluster at one moment, read once; and as JSON in the shape of fleet's API, for `plan` and for bug reports.

import type { ClusterBackend } from '../backend.ts';
import type { ClusterMachine, ClusterSnapshot, ClusterUnit, UnitState } from '../model.ts';

/** Reads machines, units and states. */
export async function readSnapshot(backend: ClusterBackend, signal: AbortSignal): Promise<ClusterSnapshot> {
	const [machines, units, states] = await Promise.all([
		backend.machines(signal),
		backend.units(signal),
		backend.states(signal),
	]);
	return { machines, units, states };
}

/** A snapshot as fleet's API would give it: `{ machines, units, states }`, names of members as in its schema v1. */
export function snapshotAsApi({ machines, units, states }: ClusterSnapshot): object {
	return { machines: machines.map(machineAsApi), units: units.map(unitAsApi), states: states.map(stateAsApi) };
}

/** A machine as `GET /machines` gives it. */
function machineAsApi({ id, primaryIP, metadata }: ClusterMachine): object {
	return { id, ...(primaryIP !== undefined && { primaryIP }), metadata };
}

/** A unit as `GET /units` gives it. */
export function unitAsApi({ name, options, desiredState, currentState, machineId }: ClusterUnit): object {
	return {
		name,
		options,
		desiredState,
		...(currentState !== undefined && { currentState }),
		...(machineId !== undefined && { machineID: machineId }),
	};
}

/** A state as `GET /state` gives it. */
function stateAsApi({ name, machineId, hash, load, active, sub }: UnitState): object {
	return {
		name,
		machineID: machineId,
		...(hash !== undefined && { hash }),
		systemdLoadState: load,
		systemdActiveState: active,
		systemdSubState: sub,
	};
}
