// The metadata that the units of a workspace ask for and its machines have, for MachineMetadata.

import type { WorkspaceView } from '../workspace/model.ts';
import type { Candidate } from './fleet-values.ts';
import { counted, dotted } from './phrases.ts';

/** Pairs, those that most machines have and most units ask for first; then the keys, for values of one's own. */
export function metadataCandidates(view: WorkspaceView): readonly Candidate[] {
	const uses = [...usesOf(view)].sort(([a, left], [b, right]) => {
		return right.machines - left.machines || right.units - left.units || (a < b ? -1 : 1);
	});
	const pairs = uses.map(([text, use]) => ({ text, detail: detailOf(use, view.machines.length) }));
	return [...pairs, ...keyCandidates(pairs.map(({ text }) => text))];
}

interface Use {
	units: number;
	machines: number;
}

function usesOf({ files, machines }: WorkspaceView): ReadonlyMap<string, Use> {
	const uses = new Map<string, Use>();
	const useOf = (pair: string): Use => {
		const known = uses.get(pair) ?? { units: 0, machines: 0 };
		uses.set(pair, known);
		return known;
	};
	for (const { requirements } of files.values()) {
		for (const [key, values] of requirements.metadata) for (const value of values) useOf(`${key}=${value}`).units++;
	}
	for (const { metadata } of machines) {
		for (const [key, value] of Object.entries(metadata))
			if (isWritable(key, value)) useOf(`${key}=${value}`).machines++;
	}
	return uses;
}

/** A machine's value may hold anything; a unit cannot ask for what has another `=` or a quote in it. */
function isWritable(key: string, value: string): boolean {
	return key !== '' && value !== '' && !/[="\u0000-\u001f]/.test(key + value);
}

function detailOf({ units, machines }: Use, known: number): string {
	const where = known === 0 ? undefined : `on ${machines} of ${counted(known, 'machine')}`;
	return dotted([where, units === 0 ? undefined : `in ${counted(units, 'unit')}`]);
}

function keyCandidates(pairs: readonly string[]): readonly Candidate[] {
	const values = new Map<string, string[]>();
	for (const pair of pairs) {
		const [key = '', value = ''] = pair.split('=');
		values.set(key, [...(values.get(key) ?? []), value]);
	}
	return [...values]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, seen]) => ({ text: `${key}=`, detail: `seen: ${seen.sort().join(', ')}`, isBeginning: true }));
}
