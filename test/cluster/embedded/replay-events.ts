// What happened to the recorded cluster between the exchanges, and stands in no exchange: machines stopped and killed,
// etcd out of reach, keys of etcd deleted, units cleaned away. The recordings name most of it in their scenarios and
// notes; what is cleaned away follows from the next list.

import { answerRequest } from '../../../cluster/src/embedded/api/router.ts';
import { loseMachine, returnMachine } from '../../../cluster/src/embedded/machines.ts';
import { loseRegistry, returnRegistry } from '../../../cluster/src/embedded/outage.ts';
import { destroyUnit } from '../../../cluster/src/embedded/registry/changes.ts';
import type { ListedMachine } from '../../../cluster/src/embedded/registry/registry.ts';
import { setRegistry, type World } from '../../../cluster/src/embedded/world.ts';
import type { Exchange } from '../exchanges.ts';

/** The recorded machines. */
export const recordedMachines: readonly ListedMachine[] = [
	machine('08bb6dd03108f43ad200f109b81f4d77', '10.77.0.12', { disk: 'hdd', region: 'eu-2', role: 'web' }),
	machine('88274bd31c8f3a8efad3d11297046bd9', '10.77.0.11', { disk: 'ssd', region: 'eu-1', role: 'web' }),
	machine('8c97e8ab706ee7c9b3501c81b6cbf9b4', '10.77.0.13', { disk: 'ssd', region: 'eu-1', role: 'db' }),
];

/** Whether a scenario began on a clean cluster; others go on where the one before ended. */
export function beginsAnew(scenario: string): boolean {
	return !continuing.has(scenario);
}

/** What happened before an exchange. */
export function eventsBefore({ scenario, seq }: Exchange): readonly ((world: World) => World)[] {
	return events.filter((event) => event.scenario === scenario && event.before === seq).map(({ happen }) => happen);
}

const continuing = new Set([
	'poisoned unit repaired by deleting its etcd key /job/poison.service',
	'fleetctl-modified-file',
	'fleetctl-templates',
	'fleetctl-global',
	'ssh -L unix socket forwarding',
]);

const first = '08bb6dd03108f43ad200f109b81f4d77';

const events: readonly {
	readonly scenario: string;
	readonly before: number;
	readonly happen: (world: World) => World;
}[] = [
	{
		scenario: 'poisoned unit repaired by deleting its etcd key /job/poison.service',
		before: 309,
		happen: deleteKey('poison.service'),
	},
	{ scenario: 'bad desiredState on an existing LAUNCHED unit', before: 320, happen: deleteKey('poison.service') },
	{ scenario: 'xfleet-Conflicts', before: 133, happen: destroyAll(/^con/) },
	{ scenario: 'machine-loss', before: 10, happen: (world) => loseMachine(world, first, 'drained') },
	{ scenario: 'machine-loss', before: 18, happen: (world) => returnMachine(world, first) },
	{ scenario: 'machine-loss', before: 24, happen: (world) => loseMachine(world, first, 'killed') },
	{ scenario: 'machine-loss', before: 34, happen: (world) => returnMachine(world, first) },
	{ scenario: 'etcd-loss', before: 39, happen: loseRegistry },
	{ scenario: 'etcd-loss', before: 68, happen: returnRegistry },
	{
		scenario: 'wedge: NEW template PUT with desiredState=launched',
		before: 97,
		happen: (world) => returnMachine(world, first),
	},
];

function machine(id: string, primaryIP: string, metadata: ListedMachine['metadata']): ListedMachine {
	return { id, primaryIP, metadata, version: 'v1.0.0' };
}

function deleteKey(unit: string): (world: World) => World {
	return (world) => setRegistry(world, destroyUnit(world.registry, unit));
}

function destroyAll(names: RegExp): (world: World) => World {
	return (world) => {
		const units = [...world.registry.jobs.keys()].filter((name) => names.test(name));
		return units.reduce((current, name) => {
			const request = { method: 'DELETE', target: `/fleet/v1/units/${name}`, contentTypes: [], body: '' };
			return setRegistry(current, answerRequest(current.registry, request).registry);
		}, world);
	};
}
