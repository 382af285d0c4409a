// What fleet refuses at the door: options whose text cannot be read back, and requirements that exclude each other.
// fleet checks without the unit's name, so specifiers are not expanded. It knows of no unit but this one.

import { canonicalText } from './canonical.ts';
import { matchGlob } from './glob.ts';
import { quoteText } from './go-quote.ts';
import { type FleetRelease, isFleetAtLeast, latestFleetRelease, type Requirements, type UnitOption } from './model.ts';
import { readOptions } from './options.ts';
import { requirementsOf } from './requirements.ts';

/** Why fleet refuses a unit with these options, in fleet's own words; `undefined` if it takes it. */
export function validateOptions(
	options: readonly UnitOption[],
	release: FleetRelease = latestFleetRelease,
): string | undefined {
	const requirements = requirementsOf(options, undefined, release);
	return readBackFault(options, release) ?? unresolvable(requirements) ?? combinationFault(requirements, release);
}

/** Pairs of requirements that cannot stand together, in the order in which fleet asks; `Peers` is MachineOf=. */
export function combinationFault(requirements: Requirements, release: FleetRelease): string | undefined {
	const { peers, conflicts, replaces, machineId, global } = requirements;
	const set = {
		MachineID: machineId !== undefined,
		Peers: peers.length > 0,
		Conflicts: conflicts.length > 0,
		Global: global,
		Replaces: replaces.length > 0,
	};
	const pair = exclusivePairs(release).find(([one, other]) => set[one] && set[other]);
	return pair && `${pair[0]} cannot be used with ${pair[1]}`;
}

type Requirement = 'MachineID' | 'Peers' | 'Conflicts' | 'Global' | 'Replaces';

// Before v0.13.0 there is no Replaces, so its pairs do no harm there.
function exclusivePairs(release: FleetRelease): readonly (readonly [Requirement, Requirement])[] {
	return [
		['MachineID', 'Peers'],
		['MachineID', 'Conflicts'],
		['MachineID', 'Global'],
		['MachineID', 'Replaces'],
		['Global', 'Peers'],
		...(isFleetAtLeast(release, '1.0') ? [] : ([['Global', 'Conflicts']] as const)),
		['Global', 'Replaces'],
		['Conflicts', 'Replaces'],
	];
}

function readBackFault(options: readonly UnitOption[], release: FleetRelease): string | undefined {
	return isFleetAtLeast(release, '0.12') ? readOptions(canonicalText(options), release).error : undefined;
}

// fleet goes through peers and globs in random order, and reports whichever it meets first. Here it is file order.
function unresolvable({ peers, conflicts, replaces }: Requirements): string | undefined {
	for (const peer of peers) {
		const conflict = conflicts.find((glob) => matchGlob(glob, peer));
		if (conflict !== undefined) return unresolvableMessage(peer, 'conflict', conflict);
		const replace = replaces.find((glob) => matchGlob(glob, peer));
		if (replace !== undefined) return unresolvableMessage(peer, 'replace', replace);
	}
	return undefined;
}

function unresolvableMessage(peer: string, kind: 'conflict' | 'replace', glob: string): string {
	return `unresolvable requirements: peer ${quoteText(peer)} matches ${kind} ${quoteText(glob)}`;
}
