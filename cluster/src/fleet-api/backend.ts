// A cluster by fleet's HTTP API v1, over any transport. The API has no push, no registry and no way to the machines:
// the watch polls, and programs on machines run by another way where there is one.

import type { Capability, ClusterBackend } from '../backend.ts';
import { ClusterError } from '../errors.ts';
import { machineCapabilities, machinePrograms } from '../machine-programs.ts';
import type { ClusterUnit, Machine, UnitState } from '../model.ts';
import { pollCluster } from '../poll.ts';
import { carefulWrites } from '../seen.ts';
import type { MachineAccess, Transport } from '../transport/transport.ts';
import { type ApiClient, createApiClient } from './client.ts';
import { toApiUnit, toClusterUnit, toMachine, toUnitState } from './entities.ts';
import { createListReader, type ListKind, readFiltered } from './lists.ts';
import { setMetadata } from './metadata.ts';
import { readUnit, unitStore } from './units.ts';

/** What a backend over the API is made of. */
export interface FleetApiParts {
	readonly transport: Transport;
	/** The way to the machines. */
	readonly access?: MachineAccess;
	/** What people call the cluster; the transport's label where it is absent. */
	readonly label?: string;
}

/** A cluster by fleet's API. Nothing is sent before the first call. */
export function createFleetApi({ transport, access, label = transport.label }: FleetApiParts): ClusterBackend {
	const client = createApiClient(transport);
	const machines = createListReader(client, machineList);
	const units = createListReader(client, unitList);
	const allStates = createListReader(client, stateList);
	const states = (signal: AbortSignal, unitName?: string): Promise<readonly UnitState[]> =>
		unitName === undefined ? allStates(signal) : readFiltered(client, stateList, { unitName }, signal);
	const unit = (name: string, signal: AbortSignal): Promise<ClusterUnit | undefined> => readUnit(client, name, signal);
	return {
		label,
		capabilities: new Set([...apiCapabilities, ...(access === undefined ? [] : machineCapabilities)]),
		version: (signal) => version(client, signal),
		machines,
		units,
		states,
		unit,
		...carefulWrites(unitStore(client)),
		setMetadata: (id, metadata, signal) => setMetadata(client, machines, id, metadata, signal),
		watch: (options, signal) => pollCluster({ machines, units, states, unit }, options, signal),
		...machinePrograms(access, machines),
		health: async () => Promise.reject(onlyEtcd('look into its registry')),
		repairDesiredState: async () => Promise.reject(onlyEtcd('mend a poisoned unit')),
		dispose: async () => {
			await Promise.all([transport.dispose(), access?.dispose()]);
		},
	};
}

const apiCapabilities: readonly Capability[] = ['schedule', 'submit', 'metadata'];

const machineList: ListKind<Machine> = {
	path: '/machines',
	member: 'machines',
	to: toMachine,
	keyOf: ({ id }) => id,
};

const unitList: ListKind<ClusterUnit> = {
	path: '/units',
	member: 'units',
	to: (value, place) => toClusterUnit(toApiUnit(value, place)),
	keyOf: ({ name }) => name,
};

const stateList: ListKind<UnitState> = {
	path: '/state',
	member: 'states',
	to: toUnitState,
	// A blank sorts before every character of a name.
	keyOf: ({ name, machineId }) => `${name} ${machineId}`,
};

/** The path that costs the server least, where no answer has told the version yet. */
async function version(client: ApiClient, signal: AbortSignal): Promise<string | undefined> {
	if (client.serverVersion() === undefined) await client.request({ method: 'GET', path: '/machines' }, signal);
	return client.serverVersion();
}

function onlyEtcd(what: string): ClusterError {
	return new ClusterError('refused', `fleet's API cannot ${what}`, { advice: 'connect with the etcd driver' });
}
