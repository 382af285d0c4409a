// Small clusters for tests of what is worked out from snapshots: units by their text, machines by their metadata.

import { hashOf } from '../../../cluster/src/hash.ts';
import type { ClusterSnapshot, ClusterUnit, DesiredState, UnitState } from '../../../cluster/src/model.ts';
import { readOptions } from '../../../core/src/fleet/options.ts';
import { requirementsOf } from '../../../core/src/fleet/requirements.ts';

/** IDs of machines as short as they may be and still like fleet's. */
export const [m1, m2, m3] = ['1', '2', '3'].map((digit) => digit.repeat(32)) as [string, string, string]; // Three digits.

/** Two machines of the role web and one of the role db. */
export const machines = [
	{ id: m1, primaryIP: '10.0.0.1', metadata: { role: 'web' } },
	{ id: m2, primaryIP: '10.0.0.2', metadata: { role: 'web' } },
	{ id: m3, primaryIP: '10.0.0.3', metadata: { role: 'db' } },
];

/** A unit of the registry with `[Service]` and what else is given. */
export function unit(
	name: string,
	{ text = '', desired = 'launched', machine, current }: UnitSketch = {},
): ClusterUnit {
	const options = optionsOf(text);
	return {
		name,
		options,
		hash: hashOf(options),
		desiredState: desired,
		global: requirementsOf(options, name).global,
		...(machine !== undefined && { machineId: machine }),
		...(current !== undefined && { currentState: current }),
	};
}

/** What tests say of a unit. */
export interface UnitSketch {
	readonly text?: string;
	readonly desired?: DesiredState;
	readonly machine?: string;
	readonly current?: DesiredState;
}

/** What a machine says of a unit: `active running`, and with the unit's own text where no other is given. */
export function state(of: ClusterUnit, machineId: string, words = 'active running', hash = of.hash): UnitState {
	const [active = '', sub = '', load = 'loaded'] = words.split(' ');
	return { name: of.name, machineId, hash, load, active, sub };
}

/** A cluster of the usual machines. */
export function cluster(units: readonly ClusterUnit[], states: readonly UnitState[] = []): ClusterSnapshot {
	return { machines, units, states };
}

/** Options of a text; a service where it has no section of its own. */
export function optionsOf(text: string) {
	const whole = text.startsWith('[Service]') ? text : `[Service]\nExecStart=/bin/app\n${text}`;
	return readOptions(whole).options.map(({ section, name, value }) => ({ section, name, value }));
}
