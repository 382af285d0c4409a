// What is said before files are submitted that were dropped on the tree: where each would land, and where they were
// dropped on a machine, how it is with that one. fleet chooses machines itself; a drop on one is only a wish.

import type { PlanResults } from '../../../cluster/src/operations/placement.ts';
import { verdictSentence } from '../../../core/src/fleet/explain.ts';
import type { FleetRelease } from '../../../core/src/fleet/model.ts';
import { machineName } from '../cluster-view/words.ts';
import { type MachineVerdict, machineVerdicts } from './machine-verdicts.ts';
import { landingLine } from './placement-text.ts';

/** A line for each unit; `machineId` is the machine that the files were dropped on, if they were. */
export function dropLines(
	results: PlanResults,
	machineId: string | undefined,
	release: FleetRelease,
): readonly string[] {
	return results.units.map((unit) => {
		const verdicts = machineId === undefined ? [] : machineVerdicts(unit.name, results, release);
		const wished = verdicts.find(({ machine }) => machine.id === machineId);
		return `${landingLine(unit, results)}${wished === undefined ? '' : wishText(wished)}`;
	});
}

/** How it is with the machine that was wished for: nothing is to be said where the unit comes there. */
function wishText({ machine, verdict, isThere }: MachineVerdict): string {
	if (isThere) return '';
	const name = machineName(machine.id, machine);
	return verdict.kind === 'unschedule'
		? `\n  not on ${name}, which ${verdictSentence(verdict)}`
		: `\n  ${name} would take it, too, but fleet chooses the machine itself; MachineID= binds a unit to one`;
}
