// What is said before files are submitted that were dropped on the tree: where each would land, and where they were
// dropped on a machine, how it is with that one. fleet chooses machines itself; a drop on one is only a wish.

import type { PlanResults, UnitResult } from '../../../cluster/src/operations/placement.ts';
import { ableToRun } from '../../../core/src/fleet/eligibility.ts';
import { verdictSentence } from '../../../core/src/fleet/explain.ts';
import { machineLoads } from '../../../core/src/fleet/machine-load.ts';
import type { FleetRelease, Machine } from '../../../core/src/fleet/model.ts';
import { machineName } from '../cluster-view/words.ts';
import { landingLine } from './placement-text.ts';

/** A line for each unit; `machineId` is the machine that the files were dropped on, if they were. */
export function dropLines(
	results: PlanResults,
	machineId: string | undefined,
	release: FleetRelease,
): readonly string[] {
	const machine = results.machines.find(({ id }) => id === machineId);
	return results.units.map((unit) => {
		const line = landingLine(unit, results);
		return machine === undefined ? line : `${line}${wishText(unit, machine, results, release)}`;
	});
}

/** How it is with the machine that was wished for: nothing is to be said where the unit comes there. */
function wishText(
	{ name, landing }: UnitResult,
	machine: Machine,
	results: PlanResults,
	release: FleetRelease,
): string {
	const { cluster } = results.simulation;
	const unit = cluster.units.find((one) => one.name === name);
	const loads = machineLoads(cluster, release);
	const load = loads.get(machine.id) ?? new Map();
	const isThere = landing.kind === 'placed' ? landing.machine.id === machine.id : load.has(name);
	if (unit === undefined || isThere) return '';
	const verdict = ableToRun(unit, machine, load, release);
	const wished = machineName(machine.id, machine);
	return verdict.kind === 'unschedule'
		? `\n  not on ${wished}, which ${verdictSentence(verdict)}`
		: `\n  ${wished} would take it, too, but fleet chooses the machine itself; MachineID= binds a unit to one`;
}
