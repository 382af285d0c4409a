// The machines of the cluster that the client is connected to, as it tells them. The server itself talks to no cluster.

import type { Connection } from 'vscode-languageserver/node';
import type { WorkspaceView } from '../../core/src/index.ts';
import { machinesNotification } from '../../protocol/src/requests.ts';
import { guard } from './guard.ts';

type Machines = WorkspaceView['machines'];

/** Gives a view the machines that are known; the same view for the same one. */
export type WithMachines = (view: WorkspaceView) => WorkspaceView;

/** Follows what the client tells of machines. `changed` is called when there are others than before. */
export function followMachines(connection: Connection, changed: () => void): WithMachines {
	let machines: Machines = [];
	let views = new WeakMap<WorkspaceView, WorkspaceView>();
	const take = (params: unknown) => {
		const told = readMachines(params);
		if (JSON.stringify(told) === JSON.stringify(machines)) return;
		machines = told;
		views = new WeakMap();
		changed();
	};
	connection.onNotification(machinesNotification, guard(connection, 'machines of the cluster', undefined, take));
	return (view) => {
		const known = views.get(view) ?? (machines.length === 0 ? view : { ...view, machines });
		views.set(view, known);
		return known;
	};
}

/** The machines of a notification. Throws if it has no list of them. */
function readMachines(params: unknown): Machines {
	const { machines } = isRecord(params) ? params : {};
	if (!Array.isArray(machines)) throw new Error('the notification has no list `machines`');
	return machines.map(readMachine);
}

function readMachine(machine: unknown): Machines[number] {
	const { id, metadata = {} } = isRecord(machine) ? machine : {};
	if (typeof id !== 'string' || id === '') throw new Error('a machine has no `id`');
	if (!isRecord(metadata)) throw new Error(`the metadata of machine ${id} is no object`);
	const pairs = Object.entries(metadata).map(([key, value]): [string, string] => {
		if (typeof value === 'string') return [key, value];
		throw new Error(`the metadata \`${key}\` of machine ${id} is no text`);
	});
	return { id, metadata: Object.fromEntries(pairs) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
