// What fleet's engine would make of what is tried: which units end where, which nowhere, and what depends on the order
// in which it takes them. Words for it stand in plan-texts.ts.

import { consequencesOf, type WhatIf } from '../../../cluster/src/operations/what-if.ts';
import type { Cluster, FleetRelease } from '../../../core/src/fleet/model.ts';
import { type OrderDependence, simulate } from '../../../core/src/fleet/simulate.ts';
import type { TriedCluster } from './try-out.ts';

/** The end of what is tried. */
export interface Plan extends WhatIf {
	/** The cluster when the engine has come to rest. */
	readonly cluster: Cluster;
	/** Machine IDs where a unit may end instead, by unit; `undefined` is nowhere. */
	readonly otherwise: ReadonlyMap<string, readonly (string | undefined)[]>;
	/** Whether every order of units was tried, or some. */
	readonly orders: OrderDependence['tried'];
	/** Units that have no machine, and would have none either way. */
	readonly waiting: readonly string[];
}

/** Lets the engine work on what is tried. */
export function planOf({ before, changed }: TriedCluster, release: FleetRelease): Plan {
	const simulation = simulate(changed, { release });
	const consequences = consequencesOf(before, simulation, release);
	const moved = new Set(consequences.moves.map(({ name }) => name));
	return {
		...consequences,
		cluster: simulation.cluster,
		otherwise: new Map(consequences.moves.map(({ name, otherwise }) => [name, otherwise])),
		orders: simulation.orders.tried,
		waiting: simulation.unplaced.map(({ unit }) => unit).filter((name) => !moved.has(name)),
	};
}
