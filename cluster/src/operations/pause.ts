// A pause that ends early, and fails, when the caller gives up.

import { setTimeout as sleep } from 'node:timers/promises';
import { ClusterError } from '../errors.ts';

/** Waits for some milliseconds. Throws a `ClusterError` of the kind `cancelled` when the signal is aborted. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
	try {
		await sleep(milliseconds, undefined, { signal });
	} catch (error) {
		throw new ClusterError('cancelled', 'given up while waiting', { cause: error });
	}
}
