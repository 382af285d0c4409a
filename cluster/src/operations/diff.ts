// A unit in three places: the file, the registry, and what machines have loaded. Which of them differ tells whether
// the file was edited, whether a deploy has not reached a machine yet, or both.

import { canonicalText } from '../../../core/src/fleet/canonical.ts';
import type { FleetRelease, UnitOption } from '../../../core/src/fleet/model.ts';
import { unifiedDiff } from '../../../core/src/syntax/line-diff.ts';
import type { ClusterBackend } from '../backend.ts';
import { hashOf } from '../hash.ts';
import type { ClusterUnit, UnitState } from '../model.ts';
import { expandAll } from './find-units.ts';
import { releaseOn } from './fleet-cluster.ts';
import type { UnitFiles } from './unit-files.ts';
import { toUnitName } from './unit-names.ts';
import { originText, sourceOnDisk, type UnitSource } from './unit-source.ts';

/**
 * How the three places stand to each other. `same`; `edited`: the file is not what the registry has; `deploy-pending`:
 * the registry is not what a machine has loaded; `both`; `not-submitted`: only the file is there; `no-file`: only the
 * registry's text is there, and machines have that; `nowhere`.
 */
export type DriftKind = 'same' | 'edited' | 'deploy-pending' | 'both' | 'not-submitted' | 'no-file' | 'nowhere';

/** One unit compared. */
export interface UnitDiff {
	readonly name: string;
	readonly kind: DriftKind;
	/** Path of the file, maybe the template's. */
	readonly file?: string;
	readonly fileHash?: string;
	readonly registryHash?: string;
	/** Machines that have another text loaded than the registry's, with that text's hash. */
	readonly outdated: readonly { readonly machineId: string; readonly hash: string }[];
	/** Registry → file as a unified diff of fleet's canonical texts, a line an element; empty where they are equal. */
	readonly lines: readonly string[];
}

/** Compares units that arguments name: paths, names and choices. Nothing is written. */
export async function diff(
	backend: ClusterBackend,
	args: readonly string[],
	files: UnitFiles,
	signal: AbortSignal,
): Promise<readonly UnitDiff[]> {
	const release = await releaseOn(backend, signal);
	const states = await backend.states(signal);
	return await Promise.all(
		expandAll(args).map(async (argument) => {
			const [source, unit] = await Promise.all([
				onDisk(argument, files, release),
				backend.unit(toUnitName(argument), signal),
			]);
			return compare(toUnitName(argument), source, unit, states);
		}),
	);
}

/** Compares one unit in its three places. */
export function compare(
	name: string,
	source: UnitSource | undefined,
	unit: ClusterUnit | undefined,
	states: readonly UnitState[],
): UnitDiff {
	const fileHash = source && hashOf(source.options);
	const outdated = states.flatMap(({ name: other, machineId, hash }) =>
		unit !== undefined && other === name && hash !== undefined && hash !== unit.hash ? [{ machineId, hash }] : [],
	);
	return {
		name,
		kind: kindOf(fileHash, unit?.hash, outdated.length > 0),
		...(source && { file: originText(source.origin) }),
		...(fileHash !== undefined && { fileHash }),
		...(unit && { registryHash: unit.hash }),
		outdated,
		lines: source && unit ? textDiff(name, unit.options, source) : [],
	};
}

function onDisk(argument: string, files: UnitFiles, release: FleetRelease): Promise<UnitSource | undefined> {
	return sourceOnDisk(argument, { files, release, registered: async () => undefined });
}

function kindOf(file: string | undefined, registry: string | undefined, isPending: boolean): DriftKind {
	if (registry === undefined) return file === undefined ? 'nowhere' : 'not-submitted';
	if (file === undefined) return isPending ? 'deploy-pending' : 'no-file';
	if (file !== registry) return isPending ? 'both' : 'edited';
	return isPending ? 'deploy-pending' : 'same';
}

function textDiff(name: string, registered: readonly UnitOption[], { origin, options }: UnitSource): readonly string[] {
	return unifiedDiff(`${name} (registry)`, canonicalText(registered), canonicalText(options), originText(origin));
}
