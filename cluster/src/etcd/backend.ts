// A cluster behind its registry, etcd (keys API v2): everything that fleet keeps there is read and watched, and units are
// written as fleet itself writes them. No fleet stands in between, so this works where none answers.

import type { Capability, ClusterBackend } from '../backend.ts';
import { ClusterError } from '../errors.ts';
import { machineCapabilities, machinePrograms } from '../machine-programs.ts';
import type { ClusterMachine, UnitState } from '../model.ts';
import { carefulWrites } from '../seen.ts';
import type { MachineAccess, Transport } from '../transport/transport.ts';
import { createEtcdClient, type EtcdClient } from './client.ts';
import { healthOf } from './health.ts';
import { defaultKeyPrefix, type KeyPath, leaderKey, rooms, standsAlone, toPrefix } from './keys.ts';
import { readUnit } from './read-unit.ts';
import { longRead } from './requests.ts';
import { emptyFolder, withNode } from './tree.ts';
import { unitStore } from './unit-store.ts';
import { leaderIn } from './values.ts';
import { type RegistryView, snapshotOf, viewOf } from './view.ts';
import { usualPace, watchRegistry } from './watch.ts';

/** What an etcd backend is made of. */
export interface EtcdOptions {
	/** What people call the cluster. */
	readonly label: string;
	/** One an endpoint of the same etcd. They are disposed of with the backend. */
	readonly transports: readonly [Transport, ...Transport[]];
	/** fleetd's `etcd_key_prefix`; `/_coreos.com/fleet/` where nothing is said. */
	readonly keyPrefix?: string;
	/** A way to the machines, for journals, status and shells. Disposed of with the backend. */
	readonly access?: MachineAccess;
}

/** The backend of a registry. Its requests begin with the first call. */
export function createEtcdBackend({ label, transports, keyPrefix, access }: EtcdOptions): ClusterBackend {
	const client = createEtcdClient(transports, toPrefix(keyPrefix ?? defaultKeyPrefix));
	const writes = carefulWrites(unitStore(client));
	const disposal = new AbortController();
	const machines = (signal: AbortSignal) => readMachines(client, signal);
	const readAll = async (signal: AbortSignal) => viewOf(await client.readAll(signal));
	return {
		label,
		capabilities: new Set([...capabilities, ...(access === undefined ? [] : machineCapabilities)]),
		version: (signal) => readVersion(client, signal),
		machines,
		units: async (signal) => snapshotOf(await readAll(signal)).units,
		states: (signal, unitName) => readStates(client, unitName, signal),
		unit: async (name, signal) => (standsAlone(name) ? await readUnit(client, name, signal) : undefined),
		...writes,
		setMetadata: refuseMetadata,
		watch: (_, signal) => watchRegistry({ ...client, pace: usualPace }, AbortSignal.any([signal, disposal.signal])),
		...machinePrograms(access, machines),
		health: async (signal) => healthOf(await readAll(signal)),
		repairDesiredState: async (name, state, signal) => {
			await writes.setDesiredState(name, state, { kind: 'anything' }, signal);
		},
		dispose: async () => {
			disposal.abort();
			await Promise.all([client.endpoints.dispose(), access?.dispose()]);
		},
	};
}

const capabilities: readonly Capability[] = ['schedule', 'submit', 'push', 'registry', 'repair'];

async function readMachines(client: EtcdClient, signal: AbortSignal): Promise<readonly ClusterMachine[]> {
	return snapshotOf(await readRoom(client, [rooms.machines], signal)).machines;
}

async function readStates(
	client: EtcdClient,
	unitName: string | undefined,
	signal: AbortSignal,
): Promise<readonly UnitState[]> {
	const room = unitName === undefined ? [rooms.states] : [rooms.states, unitName];
	return room.every(standsAlone) ? snapshotOf(await readRoom(client, room, signal)).states : [];
}

/** What one folder of the registry says by itself. */
async function readRoom(client: EtcdClient, room: KeyPath, signal: AbortSignal): Promise<RegistryView> {
	return viewOf(
		withNode(emptyFolder, room, (await client.readFolder(room, signal, { timeout: longRead })) ?? emptyFolder),
	);
}

/** The leader's release, because it is the leader that decides; without one, the release of the first machine. */
async function readVersion(client: EtcdClient, signal: AbortSignal): Promise<string | undefined> {
	const [machines, lease] = await Promise.all([readMachines(client, signal), client.readLeaf(leaderKey, signal)]);
	const leader = leaderIn(lease?.value ?? '');
	return (machines.find(({ id }) => id === leader) ?? machines[0])?.fleetVersion;
}

// Only fleetd may write what stands below a machine, and it does so for its API. (fleet schema v1)
async function refuseMetadata(): Promise<void> {
	throw new ClusterError('refused', 'metadata of machines is not written into the registry', {
		advice: "use fleet's API, or the `metadata` of fleet.conf on the machine",
	});
}
