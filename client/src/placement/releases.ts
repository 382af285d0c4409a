// The release of fleet that a connected cluster has. It has to be asked for, once for each connection; until the answer
// is there, the latest is meant.

import type { ClusterBackend } from '../../../cluster/src/backend.ts';
import { releaseOn } from '../../../cluster/src/operations/fleet-cluster.ts';
import { type FleetRelease, latestFleetRelease } from '../../../core/src/fleet/model.ts';

/** Gives the release of a backend, as far as it is known. `learned` is called when it turns out to be another. */
export function createReleases(learned: () => void): (backend: ClusterBackend | undefined) => FleetRelease {
	const known = new WeakMap<ClusterBackend, FleetRelease>();
	const ask = async (backend: ClusterBackend) => {
		// A cluster that does not answer is told of elsewhere.
		const release = await releaseOn(backend, AbortSignal.timeout(patience)).catch(() => latestFleetRelease);
		known.set(backend, release);
		if (release !== latestFleetRelease) learned();
	};
	return (backend) => {
		if (backend === undefined) return latestFleetRelease;
		const release = known.get(backend);
		if (release === undefined) {
			known.set(backend, latestFleetRelease);
			void ask(backend);
		}
		return release ?? latestFleetRelease;
	};
}

/** Milliseconds to wait for an answer. */
const patience = 30_000;
