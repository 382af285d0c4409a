// What the client tells of the clusters that it is connected to: machines and the states of units. The server itself
// talks to no cluster.

import type { Connection } from 'vscode-languageserver/node';
import type { WorkspaceView } from '../../core/src/index.ts';
import { machinesNotification, unitStatesNotification } from '../../protocol/src/requests.ts';
import { guard } from './guard.ts';

type Machines = WorkspaceView['machines'];
type UnitStates = WorkspaceView['unitStates'];

/** Gives a view what is known of clusters; the same view for the same one. */
export type WithCluster = (view: WorkspaceView) => WorkspaceView;

/**
 * Follows what the client tells. `changed` is called when there are other machines than before; states of units change
 * all the time, and no diagnostic hangs on them.
 */
export function followCluster(connection: Connection, changed: () => void): WithCluster {
	let machines: Machines = [];
	let unitStates: UnitStates = new Map();
	let views = new WeakMap<WorkspaceView, WorkspaceView>();
	const takeMachines = (params: unknown) => {
		const told = readMachines(params);
		if (JSON.stringify(told) === JSON.stringify(machines)) return;
		machines = told;
		views = new WeakMap();
		changed();
	};
	const takeStates = (params: unknown) => {
		unitStates = readUnitStates(params);
		views = new WeakMap();
	};
	connection.onNotification(
		machinesNotification,
		guard(connection, 'machines of the cluster', undefined, takeMachines),
	);
	connection.onNotification(unitStatesNotification, guard(connection, 'states of units', undefined, takeStates));
	return (view) => {
		const isUnknown = machines.length === 0 && unitStates.size === 0;
		const known = views.get(view) ?? (isUnknown ? view : { ...view, machines, unitStates });
		views.set(view, known);
		return known;
	};
}

/** The machines of a notification. Throws if it has no list of them. */
function readMachines(params: unknown): Machines {
	return listOf(params, 'machines').map(readMachine);
}

function readMachine(machine: unknown): Machines[number] {
	const { id, primaryIP, metadata = {} } = isRecord(machine) ? machine : {};
	if (typeof id !== 'string' || id === '') throw new Error('a machine has no `id`');
	if (!isRecord(metadata)) throw new Error(`the metadata of machine ${id} is no object`);
	const pairs = Object.entries(metadata).map(([key, value]): [string, string] => {
		if (typeof value === 'string') return [key, value];
		throw new Error(`the metadata \`${key}\` of machine ${id} is no text`);
	});
	const address = typeof primaryIP === 'string' && primaryIP !== '' ? { primaryIP } : {};
	return { id, metadata: Object.fromEntries(pairs), ...address };
}

/** States by unit name. Throws if there is no list of them. */
function readUnitStates(params: unknown): UnitStates {
	return new Map(
		listOf(params, 'units').map((unit): [string, string] => {
			const { name, state } = isRecord(unit) ? unit : {};
			if (typeof name === 'string' && typeof state === 'string') return [name, state];
			throw new Error('a unit has no `name` or no `state`');
		}),
	);
}

function listOf(params: unknown, member: string): readonly unknown[] {
	const list = isRecord(params) ? params[member] : undefined;
	if (Array.isArray(list)) return list;
	throw new Error(`the notification has no list \`${member}\``);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
