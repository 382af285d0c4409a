// Why a unit is where it is, or nowhere: fleet's decision list over a live cluster, with what systemd says there.

import { type Explanation, explain, type Observed } from '../../../core/src/fleet/explain.ts';
import type { FleetRelease } from '../../../core/src/fleet/model.ts';
import type { ClusterBackend } from '../backend.ts';
import { isClusterError } from '../errors.ts';
import type { ClusterSnapshot } from '../model.ts';
import { releaseOn, toCluster } from './fleet-cluster.ts';
import { readSnapshot } from './read-snapshot.ts';
import { scheduledState, type UnitView, viewOf } from './unit-view.ts';

/** An answer, with the unit that it is about. */
export interface Why {
	readonly explanation: Explanation;
	readonly view: UnitView;
}

/** Explains one unit of a cluster. */
export async function why(backend: ClusterBackend, name: string, signal: AbortSignal): Promise<Why> {
	const explainOne = await explainer(backend, signal);
	return explainOne(name);
}

/** Reads a cluster once, and explains any of its units. */
export async function explainer(backend: ClusterBackend, signal: AbortSignal): Promise<(name: string) => Why> {
	const [snapshot, release, hasLeader] = await Promise.all([
		readSnapshot(backend, signal),
		releaseOn(backend, signal),
		leads(backend, signal),
	]);
	return (name) => explainUnit(name, snapshot, release, hasLeader);
}

/** Explains one unit of a snapshot. */
export function explainUnit(name: string, snapshot: ClusterSnapshot, release: FleetRelease, hasLeader?: boolean): Why {
	const view = viewOf(name, snapshot);
	const { currentState } = view.unit ?? {};
	const systemdActiveState = scheduledState(view)?.active;
	const observed: Observed = {
		...(currentState !== undefined && { currentState }),
		...(systemdActiveState !== undefined && { systemdActiveState }),
		...(hasLeader !== undefined && { hasLeader }),
	};
	return { explanation: explain(name, toCluster(snapshot, release), observed, release), view };
}

/** Whether an engine leads; `undefined` where that cannot be seen. */
async function leads(backend: ClusterBackend, signal: AbortSignal): Promise<boolean | undefined> {
	if (!backend.capabilities.has('registry')) return undefined;
	try {
		return (await backend.health(signal)).leader !== undefined;
	} catch (error) {
		// The answer is good without it.
		if (isClusterError(error) && error.kind !== 'cancelled') return undefined;
		throw error;
	}
}
