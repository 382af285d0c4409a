// Finds a machine of a cluster by its ID, before anything is done there.

import { ClusterError } from './errors.ts';
import type { ClusterMachine } from './model.ts';

/** Reads the list of machines. */
export type ReadMachines = (signal: AbortSignal) => Promise<readonly ClusterMachine[]>;

/** The machine of that ID. Throws `ClusterError` of the kind `not-found`. */
export async function findMachine(machines: ReadMachines, id: string, signal: AbortSignal): Promise<ClusterMachine> {
	const machine = (await machines(signal)).find((one) => one.id === id);
	if (machine !== undefined) return machine;
	throw new ClusterError('not-found', `there is no machine \`${id}\``, {
		advice: 'list the machines: it may be gone, and only a whole ID will do',
	});
}
