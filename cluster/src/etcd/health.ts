// The tree of fleet's keys → what only a look into the registry shows: who leads, what fleet hides, what nobody needs.

import { compareNames, compareTexts } from '../../../core/src/fleet/text-order.ts';
import type { GhostUnit, RegistryHealth } from '../model.ts';
import { engineVersionKey, leaderKey, rooms } from './keys.ts';
import { type Folder, folderAt, valueAt } from './tree.ts';
import { textHashOf } from './unit-finding.ts';
import { leaderIn } from './values.ts';
import type { RegistryView } from './view.ts';

/** The health of the registry. */
export function healthOf({ tree, units, statesElsewhere }: RegistryView): RegistryHealth {
	const leader = leaderIn(valueAt(tree, leaderKey) ?? '');
	const engineVersion = toVersion(valueAt(tree, engineVersionKey));
	return {
		...(leader !== undefined && { leader }),
		...(engineVersion !== undefined && { engineVersion }),
		ghosts: ghostsAmong(units),
		orphanHashes: orphanHashes(tree),
		heartbeats: heartbeatsIn(folderAt(tree, [rooms.jobs])),
		statesElsewhere,
	};
}

function toVersion(text: string | undefined): number | undefined {
	return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

function ghostsAmong(units: RegistryView['units']): readonly GhostUnit[] {
	const ghosts = Array.from(units.values(), ({ found }) => (found?.kind === 'ghost' ? [found.ghost] : []));
	return ghosts.flat().sort(compareNames);
}

function orphanHashes(tree: Folder): readonly string[] {
	const jobs = folderAt(tree, [rooms.jobs]);
	const used = new Set(Array.from(jobs.children.keys(), (name) => textHashOf(folderAt(jobs, [name]))));
	const stored = folderAt(tree, [rooms.texts]).children.keys();
	return [...stored].filter((hash) => !used.has(hash)).sort(compareTexts);
}

function heartbeatsIn(jobs: Folder): ReadonlyMap<string, string> {
	const heartbeats = Array.from(
		jobs.children.keys(),
		(name) => [name, valueAt(jobs, [name, 'job-state']) ?? ''] as const,
	);
	return new Map(heartbeats.filter(([, machineId]) => machineId !== ''));
}
