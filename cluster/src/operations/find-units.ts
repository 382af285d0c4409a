// The units of the registry that arguments mean, read no further than needed.

import { isGlob } from '../../../core/src/fleet/glob.ts';
import type { ClusterBackend } from '../backend.ts';
import { ClusterError } from '../errors.ts';
import type { ClusterUnit } from '../model.ts';
import { expandBraces } from './braces.ts';
import { globFault, selectUnits } from './select-units.ts';
import { toUnitName } from './unit-names.ts';

/** What arguments came to in a registry. */
export interface FoundUnits {
	/** In the order of the arguments, each once. */
	readonly units: readonly ClusterUnit[];
	/** Names and globs that mean no unit. */
	readonly missing: readonly string[];
}

/** Finds units by name, glob and choice. Throws a `ClusterError` where an argument cannot be understood. */
export async function findUnits(
	backend: ClusterBackend,
	args: readonly string[],
	signal: AbortSignal,
): Promise<FoundUnits> {
	const wanted = expandAll(args);
	const known = wanted.some(isGlob) ? await backend.units(signal) : await unitsByName(backend, wanted, signal);
	const byName = new Map(known.map((unit) => [unit.name, unit]));
	const { names, missing } = selectUnits(wanted, [...byName.keys()]);
	return { units: names.flatMap((name) => byName.get(name) ?? []), missing };
}

/** Arguments with their choices spelt out. Throws a `ClusterError` where one cannot be understood. */
export function expandAll(args: readonly string[]): readonly string[] {
	const fault = args.map(globFault).find((found) => found !== undefined);
	if (fault !== undefined) throw new ClusterError('refused', fault);
	try {
		return args.flatMap(expandBraces);
	} catch (error) {
		throw new ClusterError('refused', error instanceof Error ? error.message : String(error), { cause: error });
	}
}

async function unitsByName(
	backend: ClusterBackend,
	names: readonly string[],
	signal: AbortSignal,
): Promise<readonly ClusterUnit[]> {
	const units = await Promise.all([...new Set(names.map(toUnitName))].map((name) => backend.unit(name, signal)));
	return units.filter((unit) => unit !== undefined);
}
