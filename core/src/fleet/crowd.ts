// Counts, machine by machine, how many residents each glob matches and how many declare it. With these counts a unit's
// rivals on a machine are found without looking at the residents.

import type { GlobIndex } from './glob-index.ts';

/** The residents of all machines, as globs see them. Units and machines go by numbers. */
export interface Crowd {
	readonly add: (unit: number, machine: number) => void;
	readonly remove: (unit: number, machine: number) => void;
	/** Whether a unit has a rival on a machine. `resident` says whether the unit itself is counted there. */
	readonly hasRival: (unit: number, machine: number, resident: boolean) => boolean;
}

/** An empty crowd. */
export function createCrowd(index: GlobIndex): Crowd {
	const matched = index.names.map(() => new Map<number, number>());
	const declared = index.names.map(() => new Map<number, number>());
	const none: readonly number[] = [];

	function count(unit: number, machine: number, by: 1 | -1): void {
		for (const glob of index.matching[unit] ?? none) amend(matched[glob], machine, by);
		for (const glob of index.declared[unit] ?? none) amend(declared[glob], machine, by);
	}

	function hasRival(unit: number, machine: number, resident: boolean): boolean {
		const own = index.declared[unit] ?? none;
		const matching = index.matching[unit] ?? none;
		// A unit that its own glob matches is no rival of itself, but is counted.
		const others = (counts: Map<number, number> | undefined, glob: number, itself: readonly number[]) =>
			(counts?.get(machine) ?? 0) > (resident && itself.includes(glob) ? 1 : 0);
		return (
			own.some((glob) => others(matched[glob], glob, matching)) ||
			matching.some((glob) => others(declared[glob], glob, own))
		);
	}

	return {
		add: (unit, machine) => count(unit, machine, 1),
		remove: (unit, machine) => count(unit, machine, -1),
		hasRival,
	};
}

function amend(counts: Map<number, number> | undefined, machine: number, by: 1 | -1): void {
	counts?.set(machine, (counts.get(machine) ?? 0) + by);
}
