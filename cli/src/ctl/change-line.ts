// One change of a cluster as a line.

import type { ClusterChange } from '../../../cluster/src/model.ts';
import { machineLegend } from './machine-legend.ts';
import { systemdWords } from './unit-words.ts';

/** `web@1.service on 8e2f3a1c...: active (running)` */
export function changeLine(change: ClusterChange): string {
	switch (change.kind) {
		case 'machine': {
			const { id, machine } = change;
			return `machine ${machineLegend(id, machine ? [machine] : [])}${machine === undefined ? ': gone' : ''}`;
		}
		case 'unit': {
			const { name, unit } = change;
			if (unit === undefined) return `${name}: no longer in the registry`;
			const place = unit.machineId === undefined ? '' : ` on ${machineLegend(unit.machineId, [])}`;
			return `${name}: ${unit.desiredState}${unit.global ? ', global' : place} (${unit.hash.slice(0, 7)})`;
		}
		case 'state': {
			const { name, machineId, state } = change;
			return `${name} on ${machineLegend(machineId, [])}: ${state === undefined ? 'unloaded' : systemdWords(state)}`;
		}
	}
}
