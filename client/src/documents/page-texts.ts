// The read-only documents as text. They are plain, so that a screen reader and a search find everything.

import type { ClusterMachine } from '../../../cluster/src/model.ts';
import type { WhatIf } from '../../../cluster/src/operations/what-if.ts';
import type { Explanation } from '../../../core/src/fleet/explain.ts';
import { machineName } from '../cluster-view/words.ts';

/** Why a unit is where it is, with a line for each machine. */
export function explanationText(
	unit: string,
	cluster: string,
	{ answer, machines }: Explanation,
	all: readonly ClusterMachine[],
): string {
	const lines = machines.map(({ machine, verdict, sentence }) => {
		const mark = verdict.kind === 'unschedule' ? '✗' : '✓';
		return `  ${mark} ${machineName(machine.id, machine)} ${sentence}`;
	});
	const named = all.reduce((text, machine) => text.replaceAll(machine.id, machineName(machine.id, machine)), answer);
	return [`${unit} on ${cluster}`, '', named, ...(lines.length > 0 ? ['', ...lines] : []), ''].join('\n');
}

/** The line above the status of one of several machines. */
export function statusHeading(machineId: string): string {
	return `── on ${machineId.slice(0, 8)} ${'─'.repeat(40)}`;
}

/** What a change of machines would bring about. */
export function whatIfText(
	heading: string,
	{ moves, globals, end }: WhatIf,
	machines: readonly ClusterMachine[],
): string {
	const nameOf = (id: string | undefined) =>
		id === undefined
			? 'nowhere'
			: machineName(
					id,
					machines.find((machine) => machine.id === id),
				);
	const moved = moves.flatMap(({ name, from, to, otherwise, refusals }) => [
		`  ${name}: ${nameOf(from)} → ${nameOf(to)}${otherwise.length === 0 ? '' : ` (or ${otherwise.map(nameOf).join(', ')})`}`,
		...refusals.map(({ machineId, sentence }) => `      ${nameOf(machineId)} ${sentence}`),
	]);
	const changed = globals.map(({ name, added, removed }) => {
		const parts = [...added.map((id) => `+ ${nameOf(id)}`), ...removed.map((id) => `− ${nameOf(id)}`)];
		return `  ${name} (global): ${parts.join(', ')}`;
	});
	const rows = [...moved, ...changed];
	const count =
		moves.length === 0 ? 'no unit would move' : `${moves.length} ${moves.length === 1 ? 'unit' : 'units'} would move`;
	const unsettled = end.kind === 'settled' ? [] : ['', 'fleet would not come to rest; this is one moment of it'];
	return [`${heading}, ${count}:`, '', ...rows, ...unsettled, ''].join('\n');
}
