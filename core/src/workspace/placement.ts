// Which units MachineOf ties to one machine. Asked of families, a template with its instances, so that what a template
// says of `%i` holds for the instances that have files of their own, too.

import type { IndexedFile, WorkspaceView } from './model.ts';
import { familyOf, filesOfFamily } from './names.ts';
import { peersOf, referrersOf, symbolicRequirements } from './references.ts';

/** The families of all units that MachineOf ties to a unit, directly or by others between, itself among them. */
export function placedWith(view: WorkspaceView, unit: string): ReadonlySet<string> {
	const together = new Set([familyOf(unit)]);
	for (const family of together) for (const tied of tiedTo(view, family)) together.add(tied);
	return together;
}

/** A chain of MachineOf that leads from a file back to it, the file first and last; `undefined` if there is none. */
export function peerCycle(view: WorkspaceView, file: IndexedFile): readonly IndexedFile[] | undefined {
	const from = new Map<IndexedFile, IndexedFile>();
	const reached = [file];
	for (const at of reached) {
		for (const peer of peersOf(view, at)) {
			if (peer === file) return [...chainTo(at, file, from), file];
			if (from.has(peer)) continue;
			from.set(peer, at);
			reached.push(peer);
		}
	}
	return undefined;
}

function tiedTo(view: WorkspaceView, family: string): readonly string[] {
	const peers = filesOfFamily(view, family).flatMap((file) => peerFamilies(file));
	const sidekicks = referrersOf(view, family).filter((file) => peerFamilies(file).includes(family));
	return [...peers, ...sidekicks.map(({ name }) => familyOf(name.unit))];
}

function peerFamilies(file: IndexedFile): readonly string[] {
	return file.fleet ? symbolicRequirements(file).peers.map(familyOf) : [];
}

function chainTo(
	end: IndexedFile,
	start: IndexedFile,
	from: ReadonlyMap<IndexedFile, IndexedFile>,
): readonly IndexedFile[] {
	const chain = [end];
	for (let at = end; at !== start; ) {
		at = from.get(at) as IndexedFile; // Every file that was reached was reached from one.
		chain.unshift(at);
	}
	return chain;
}
