// What the language server is told of the clusters: machines, and units with their states in words.

import type { LiveUnit, MachinesParams } from '../../../protocol/src/requests.ts';
import { factsOf } from '../cluster-view/facts.ts';
import { stateAndPlace } from '../cluster-view/state-and-place.ts';
import type { ClusterView } from '../cluster-view/view.ts';

/** The machines of all clusters, as the server takes them. */
export function machinesOf(views: readonly ClusterView[]): MachinesParams['machines'] {
	return views
		.flatMap(({ snapshot }) => snapshot?.machines ?? [])
		.map(({ id, primaryIP, metadata }) => ({
			id,
			metadata,
			...(primaryIP !== undefined && { primaryIP }),
		}));
}

/**
 * The units of all clusters, each once, with its state in words. With several clusters, each says its name; a unit that
 * several have says how it is on each.
 */
export function unitsOf(views: readonly ClusterView[]): readonly LiveUnit[] {
	const read = views.filter(({ snapshot }) => snapshot !== undefined);
	const states = new Map<string, string>();
	for (const { snapshot, name: cluster } of read) {
		if (snapshot === undefined) continue;
		const facts = factsOf(snapshot);
		for (const unit of snapshot.units) {
			const [before, state] = [states.get(unit.name), stateAndPlace(unit, facts)];
			const told = read.length > 1 ? `${state} (${cluster})` : state;
			states.set(unit.name, before === undefined ? told : `${before}; ${told}`);
		}
	}
	return [...states].map(([name, state]) => ({ name, state }));
}
