// Where planned units would land, as text.

import type { Landing, PlanResults, UnitResult } from '../../../cluster/src/operations/placement.ts';
import { verdictSentence } from '../../../core/src/fleet/explain.ts';
import type { FleetRelease, Machine } from '../../../core/src/fleet/model.ts';
import { counted, machineName } from '../cluster-view/words.ts';
import { type MachineVerdict, machineVerdicts } from './machine-verdicts.ts';

/** The whole plan: each unit with what every machine says of it, then what else would move. */
export function placementText(cluster: string, results: PlanResults, release: FleetRelease): string {
	const heading = `On ${cluster}, as it is now:`;
	const moved = results.moved.map(
		({ name, from, to }) => `${name} would move: ${nameOf(from, results)} → ${nameOf(to, results)}`,
	);
	return [
		heading,
		'',
		...results.units.flatMap((unit) => [...unitLines(unit, results, release), '']),
		...moved,
		'',
	].join('\n');
}

/** Where a unit would land, in a line. */
export function landingLine(unit: UnitResult, results: PlanResults): string {
	return `${unit.name} would land ${landingWords(unit.landing)}${otherwiseText(unit, results)}`;
}

function unitLines(unit: UnitResult, results: PlanResults, release: FleetRelease): readonly string[] {
	return [landingLine(unit, results), ...machineVerdicts(unit.name, results, release).map(verdictLine)];
}

function verdictLine({ machine, verdict, isThere, others }: MachineVerdict): string {
	const name = machineName(machine.id, machine);
	const load = others === 0 ? 'has no other unit' : `has ${counted(others, 'other unit')}`;
	if (isThere) return `  ✓ ${name} ${load}`;
	if (verdict.kind === 'unschedule') return `  ✗ ${name} ${verdictSentence(verdict)}`;
	return `  ○ ${name} ${verdictSentence(verdict)}; it ${load}`;
}

function landingWords(landing: Landing): string {
	switch (landing.kind) {
		case 'placed':
			return `on ${machineName(landing.machine.id, landing.machine)}, the machine with the fewest units of those that fit`;
		case 'global':
			return landing.machines.length === 0 ? 'nowhere, though global' : `on ${listOf(landing.machines)} (global)`;
		case 'nowhere':
			return 'nowhere:';
		case 'refused':
			return `nowhere: ${landing.reason}`;
	}
}

function otherwiseText({ otherwise }: UnitResult, results: PlanResults): string {
	if (otherwise.length === 0) return '';
	return ` (or ${otherwise.map((id) => nameOf(id, results)).join(', ')}: that depends on the order in which fleet takes units)`;
}

function nameOf(id: string | undefined, { machines }: PlanResults): string {
	return id === undefined
		? 'nowhere'
		: machineName(
				id,
				machines.find((machine) => machine.id === id),
			);
}

function listOf(machines: readonly Machine[]): string {
	return machines.map((machine) => machineName(machine.id, machine)).join(', ');
}
