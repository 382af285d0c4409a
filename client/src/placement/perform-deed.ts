// Does what was tried, with the operations that every command uses. Nobody is asked here.

import path from 'node:path';
import type { ClusterBackend } from '../../../cluster/src/backend.ts';
import type { OperationContext } from '../../../cluster/src/operations/context.ts';
import type { OperationResult } from '../../../cluster/src/operations/outcome.ts';
import { stop, unload } from '../../../cluster/src/operations/stop.ts';
import { start } from '../../../cluster/src/operations/submit.ts';
import { filesIn } from '../../../cluster/src/operations/unit-files.ts';
import type { Deed, UnitDeed } from './deeds.ts';

/**
 * Does it. `pathOf` gives the path of a unit file of this workspace. Metadata gives no result of units. Throws a
 * `ClusterError`.
 */
export async function performDeed(
	deed: Exclude<Deed, { readonly kind: 'none' }>,
	backend: ClusterBackend,
	pathOf: (file: string) => string | undefined,
	context: OperationContext,
): Promise<OperationResult> {
	if (deed.kind === 'units') return await changeUnits(deed, backend, pathOf, context);
	await backend.setMetadata(deed.machineId, deed.change, context.signal);
	return [];
}

async function changeUnits(
	{ verb, units, localTemplate }: UnitDeed,
	backend: ClusterBackend,
	pathOf: (file: string) => string | undefined,
	context: OperationContext,
): Promise<OperationResult> {
	if (verb === 'Stop') return (await stop(backend, { units }, context)).units;
	if (verb === 'Unload') return (await unload(backend, { units }, context)).units;
	const template = localTemplate && pathOf(localTemplate);
	const named = template === undefined ? units : units.map((unit) => path.join(path.dirname(template), unit));
	// Paths are absolute, so the folder does not matter.
	return await start(backend, { units: named, files: filesIn('/') }, context);
}
