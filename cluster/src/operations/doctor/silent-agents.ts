// Machines that are listed and whose agent does not do what is asked: units are not loaded, run an old text, or run
// on though they shall not. What takes its time (starting, stopping) is not held against it.

import { machineLoads } from '../../../../core/src/fleet/machine-load.ts';
import type { ClusterSnapshot, ClusterUnit, UnitState } from '../../model.ts';
import { toCluster } from '../fleet-cluster.ts';
import { isUp } from '../unit-view.ts';
import type { Check, Evidence, Finding } from './finding.ts';
import { shortId } from './finding.ts';

/** Finds machines whose agent is silent or stuck. */
export const silentAgents: Check = {
	id: 'silent-agent',
	isPassing: true,
	find: (evidence) =>
		evidence.snapshot.machines.flatMap(({ id }): readonly Omit<Finding, 'check'>[] => {
			const units = unitsFor(id, evidence);
			const undone = units.flatMap((unit) => undoneOf(unit, stateOf(unit, id, evidence.snapshot)));
			if (undone.length === 0) return [];
			return [
				{
					severity: 'error',
					subject: id,
					sentence: `the agent on ${shortId(id)} does not act (${undone.length} of ${units.length} units): ${undone.join(', ')}`,
					advice: 'look at fleet’s journal there, and restart fleetd if it says nothing',
				},
			];
		}),
};

/** The units that an agent has to do with: those scheduled to its machine, and the globals that are its, too. */
function unitsFor(machineId: string, { snapshot, release }: Evidence): readonly ClusterUnit[] {
	const load = machineLoads(toCluster(snapshot, release), release).get(machineId);
	return snapshot.units.filter(
		(unit) => unit.desiredState !== 'inactive' && (unit.global ? load?.has(unit.name) : unit.machineId === machineId),
	);
}

function stateOf({ name }: ClusterUnit, machineId: string, { states }: ClusterSnapshot): UnitState | undefined {
	return states.find((state) => state.name === name && state.machineId === machineId);
}

function undoneOf({ name, hash, desiredState }: ClusterUnit, state: UnitState | undefined): readonly string[] {
	if (state === undefined) return [`${name} is not loaded`];
	if (state.hash !== undefined && state.hash !== hash) return [`${name} has its former text`];
	const runsOn = desiredState === 'loaded' && isUp(state) && state.active !== 'deactivating';
	return runsOn ? [`${name} is not stopped`] : [];
}
