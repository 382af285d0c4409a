// What a change of machines would bring about, for people and for programs.

import type { GlobalChange, PlannedMove, WhatIf } from '../../../cluster/src/operations/what-if.ts';
import type { Machine } from '../../../core/src/index.ts';
import { visible } from '../visible.ts';
import { machineLegend } from './machine-legend.ts';

/** The whole text. */
export function whatIfText({ moves, globals, end }: WhatIf, machines: readonly Machine[]): string {
	const name = (id: string | undefined) => (id === undefined ? 'nowhere' : machineLegend(id, machines));
	const lines = [
		...moves.flatMap((move) => moveLines(move, name)),
		...globals.flatMap((change) => globalLines(change, name)),
		...(end.kind === 'settled' ? [] : ['note: fleet would move units round and round; this is one moment of it']),
		...(moves.length + globals.length === 0 ? ['no unit would move'] : []),
	];
	return lines.map((line) => `${visible(line)}\n`).join('');
}

/** The same for programs. Machines are their whole IDs; `null` is nowhere. */
export function whatIfJson({ moves, globals, end }: WhatIf): object {
	return {
		moves: moves.map(({ name, from = null, to = null, otherwise, refusals }) => ({
			unit: name,
			from,
			to,
			otherwise: otherwise.map((id) => id ?? null),
			refusals: refusals.map(({ machineId, sentence }) => ({ machine: machineId, sentence })),
		})),
		globals: globals.map(({ name, added, removed }) => ({ unit: name, added, removed })),
		end: end.kind,
	};
}

type NameOf = (id: string | undefined) => string;

function moveLines({ name, from, to, otherwise, refusals }: PlannedMove, nameOf: NameOf): readonly string[] {
	const before = from === undefined ? 'waiting now' : `now on ${nameOf(from)}`;
	const also = otherwise.length === 0 ? '' : `, or ${otherwise.map(nameOf).join(' or ')}`;
	return [
		`${name} → ${nameOf(to)}${also} (${before})`,
		...refusals.map(({ machineId, sentence }) => `  ${nameOf(machineId)}: ${sentence}`),
	];
}

function globalLines({ name, added, removed }: GlobalChange, nameOf: NameOf): readonly string[] {
	const list = (ids: readonly string[]) => ids.map(nameOf).join(', ');
	return [
		...(added.length > 0 ? [`${name} (global) would come to ${list(added)}`] : []),
		...(removed.length > 0 ? [`${name} (global) would leave ${list(removed)}`] : []),
	];
}
