// Units that a machine has loaded and that the registry does not know, or knows to be elsewhere. For a few seconds that
// is how every destroyed or moved unit looks.

import type { ClusterUnit, UnitState } from '../../model.ts';
import type { Check, Finding } from './finding.ts';
import { shortId } from './finding.ts';

/** Finds units that run where the registry has none. */
export const orphanStates: Check = {
	id: 'orphan-state',
	isPassing: true,
	find: ({ snapshot: { machines, units, states }, health }) => {
		const present = new Set(machines.map(({ id }) => id));
		const known = new Map(units.map((unit) => [unit.name, unit]));
		const ghosts = new Set((health?.ghosts ?? []).map(({ name }) => name));
		return states
			.filter(({ name, machineId }) => present.has(machineId) && !ghosts.has(name))
			.flatMap((state) => orphanOf(state, known.get(state.name)));
	},
};

function orphanOf(
	{ name, machineId, active, sub }: UnitState,
	unit: ClusterUnit | undefined,
): readonly Omit<Finding, 'check'>[] {
	if (unit?.global || (unit !== undefined && unit.machineId === machineId)) return [];
	const seen = `${name} is ${active} (${sub}) on ${shortId(machineId)}`;
	const place = unit?.machineId === undefined ? 'scheduled nowhere' : `scheduled to ${shortId(unit.machineId)}`;
	const sentence = unit === undefined ? `${seen}, and no longer in the registry` : `${seen}, and ${place}`;
	const advice = 'the agent there should unload it; if it does not, look at fleet’s journal on that machine';
	return [{ severity: 'warning', subject: name, sentence, advice }];
}
