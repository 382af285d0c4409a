// Whether two units stand in each other's way, and who of them said so. Knows nothing of machines.

import { matchGlob } from './glob.ts';
import type { ClusterUnit } from './model.ts';

/** Two units that cannot share a machine. */
export interface Rivalry {
	/** Whose glob matches the other's name. */
	readonly declaredBy: 'unit' | 'resident' | 'both';
	/** The first glob that matches: the resident's where it has one, else the unit's. */
	readonly glob: string;
}

/** The conflict between a unit and one that is on a machine already. Either side's word is enough. */
export function conflictBetween(unit: ClusterUnit, resident: ClusterUnit): Rivalry | undefined {
	if (unit.name === resident.name) return undefined;
	const ours = matchingGlob(unit.requirements.conflicts, resident.name);
	const theirs = matchingGlob(resident.requirements.conflicts, unit.name);
	const glob = theirs ?? ours;
	if (glob === undefined) return undefined;
	return { declaredBy: ours === undefined ? 'resident' : theirs === undefined ? 'unit' : 'both', glob };
}

/** Whether a unit conflicts with any of the others. */
export function conflictsWithAny(unit: ClusterUnit, others: Iterable<ClusterUnit>): boolean {
	for (const other of others) if (conflictBetween(unit, other) !== undefined) return true;
	return false;
}

/** The replacement between a unit and a resident. If both want to replace each other, fleet heeds neither. */
export function replacementBetween(unit: ClusterUnit, resident: ClusterUnit): Rivalry | undefined {
	if (unit.name === resident.name) return undefined;
	const ours = matchingGlob(unit.requirements.replaces, resident.name);
	const theirs = matchingGlob(resident.requirements.replaces, unit.name);
	if (ours !== undefined) return theirs === undefined ? { declaredBy: 'unit', glob: ours } : undefined;
	return theirs === undefined ? undefined : { declaredBy: 'resident', glob: theirs };
}

function matchingGlob(globs: readonly string[], name: string): string | undefined {
	return globs.find((glob) => matchGlob(glob, name));
}
