// Clusters for tests of the tree: a snapshot from a few words a machine, unit and state.

import type { ClusterView } from '../../client/src/cluster-view/view.ts';
import { hashOf } from '../../cluster/src/hash.ts';
import type { ClusterMachine, ClusterSnapshot, ClusterUnit, DesiredState, UnitState } from '../../cluster/src/model.ts';
import { readOptions } from '../../core/src/fleet/options.ts';
import { requirementsOf } from '../../core/src/fleet/requirements.ts';

/** `m1` → a machine with an ID of 32 digits that begins with the name. */
export function machine(name: string, metadata: Record<string, string> = {}, primaryIP?: string): ClusterMachine {
	return { id: idOf(name), metadata, ...(primaryIP !== undefined && { primaryIP }) };
}

/** The ID that `machine` gives a name. */
export function idOf(name: string): string {
	return name.padEnd(8, '0').padEnd(32, 'f');
}

/** A unit of that text; `on` is the name of a machine. */
export function unit(name: string, text: string, desiredState: DesiredState = 'launched', on?: string): ClusterUnit {
	const { options } = readOptions(text);
	const { global } = requirementsOf(options, name);
	return {
		name,
		options,
		hash: hashOf(options),
		desiredState,
		global,
		...(!global && { currentState: on === undefined ? 'inactive' : desiredState }),
		...(on !== undefined && { machineId: idOf(on) }),
	};
}

/** What a machine says of a unit, `loaded active running` in systemd's three words. */
export function state({ name, hash }: ClusterUnit, on: string, words = 'loaded active running'): UnitState {
	const [load = '', active = '', sub = ''] = words.split(' ');
	return { name, machineId: idOf(on), hash, load, active, sub };
}

/** A connected cluster that was just read. */
export function viewOf(snapshot: Partial<ClusterSnapshot>, more: Partial<ClusterView> = {}): ClusterView {
	return {
		id: 'test',
		name: 'test',
		address: 'unix:///run/fleet.sock',
		readOnly: false,
		production: false,
		origin: 'settings',
		capabilities: new Set(['schedule', 'submit', 'journal', 'status', 'shell']),
		connection: { kind: 'connected' },
		snapshot: { machines: [], units: [], states: [], ...snapshot },
		findings: [],
		reasons: new Map(),
		localFiles: new Map(),
		...more,
	};
}
