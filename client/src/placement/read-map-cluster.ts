// What the placement map needs of a cluster, taken from what the editor knows of it. Nothing is looked up.

import type { ClusterMachine, ClusterUnit, UnitState } from '../../../cluster/src/model.ts';
import type { FleetRelease, Machine } from '../../../core/src/fleet/model.ts';
import { fleetSection } from '../../../core/src/fleet/requirement-keys.ts';
import { splitUnitName } from '../../../core/src/fleet/unit-name.ts';
import { conditionOf, conditionOn } from '../cluster-view/condition.ts';
import { factsOf } from '../cluster-view/facts.ts';
import type { ClusterView, Connection } from '../cluster-view/view.ts';
import type { MapCluster, MapUnit } from './map-cluster.ts';

/** The cluster as the map needs it. What was not read yet is not there. */
export function readMapCluster(view: ClusterView, release: FleetRelease): MapCluster {
	const { name, connection, readOnly, capabilities, snapshot, localFiles } = view;
	const facts = snapshot && factsOf(snapshot);
	return {
		name,
		trouble: troubleOf(connection),
		release,
		machines: (snapshot?.machines ?? []).map(mapMachine),
		units: (snapshot?.units ?? []).map((unit) => mapUnit(unit, facts?.statesOf(unit.name) ?? [])),
		can: {
			setMetadata: !readOnly && capabilities.has('metadata'),
			changeUnits: !readOnly && capabilities.has('submit'),
		},
		localTemplates: [...localFiles.keys()].filter((file) => splitUnitName(file)?.isTemplate).sort(),
	};
}

function troubleOf(connection: Connection): string {
	switch (connection.kind) {
		case 'connected':
			return '';
		case 'connecting':
			return 'connecting…';
		case 'idle':
			return 'not connected';
		case 'failed':
			return `not connected: ${connection.failure.message}`;
		case 'lost':
			return `cannot be read for now, and this is what was read last: ${connection.failure.message}`;
	}
}

function mapMachine({ id, primaryIP, metadata }: ClusterMachine): Machine {
	return { id, metadata, ...(primaryIP !== undefined && { primaryIP }) };
}

function mapUnit(unit: ClusterUnit, states: readonly UnitState[]): MapUnit {
	const { name, options, desiredState, machineId } = unit;
	return {
		name,
		asks: options.flatMap(({ section, name: key, value }) =>
			section === fleetSection ? [{ section, name: key, value }] : [],
		),
		desiredState,
		...(machineId !== undefined && { machineId }),
		condition: conditionOf(unit, states).words,
		on: Object.fromEntries(states.map((state) => [state.machineId, conditionOn(unit, state).words])),
	};
}
