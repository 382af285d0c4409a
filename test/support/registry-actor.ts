// fleet's engine and agents, played on a registry: what is wanted is scheduled, loaded and launched, with the keys that
// fleetd writes. Decisions are those of the core; nothing really runs, and every start works at once.

import { createEtcdClient, type EtcdClient } from '../../cluster/src/etcd/client.ts';
import { toPrefix } from '../../cluster/src/etcd/keys.ts';
import { snapshotOf, viewOf } from '../../cluster/src/etcd/view.ts';
import type { ClusterSnapshot, ClusterUnit } from '../../cluster/src/model.ts';
import { readEndpoint } from '../../cluster/src/transport/endpoint.ts';
import { open } from '../../cluster/src/transport/open.ts';
import { enginePass } from '../../core/src/fleet/engine-pass.ts';
import { machineLoads } from '../../core/src/fleet/machine-load.ts';
import type { Cluster, Machine } from '../../core/src/fleet/model.ts';
import { requirementsOf } from '../../core/src/fleet/requirements.ts';
import { deleteKey, type EtcdMember, putKey } from './etcd.ts';

/** An engine and its agents that are at work. */
export interface RegistryActor {
	/** Ends them; fails as they did. */
	stop(): Promise<void>;
}

/** Plays an engine and the agents of some machines below a prefix, pass after pass, until it is stopped. */
export async function startRegistryActor(
	etcd: EtcdMember,
	prefix: string,
	machines: readonly Machine[],
): Promise<RegistryActor> {
	const road = open([readEndpoint(etcd.url)], undefined);
	const [transport] = road.transports;
	if (transport === undefined) throw new Error('no road to etcd');
	const stage = { etcd, prefix, client: createEtcdClient([transport], toPrefix(prefix)) };
	for (const machine of machines) await putKey(etcd, `${prefix}/machines/${machine.id}/object`, announcement(machine));
	await putKey(etcd, `${prefix}/lease/engine-leader`, JSON.stringify({ MachineID: machines[0]?.id, Version: 1 }));
	await putKey(etcd, `${prefix}/engine/version`, '1');
	const stopped = new AbortController();
	const playing = play(stage, stopped.signal);
	// Told to whoever stops the actor.
	playing.catch(() => {});
	return {
		stop: async () => {
			stopped.abort();
			await playing;
			await road.dispose();
		},
	};
}

interface Stage {
	readonly etcd: EtcdMember;
	readonly prefix: string;
	readonly client: EtcdClient;
}

async function play(stage: Stage, signal: AbortSignal): Promise<void> {
	while (!signal.aborted) {
		await playEngine(stage, await look(stage));
		await playAgents(stage, await look(stage));
		await new Promise((resolve) => setTimeout(resolve, 30));
	}
}

async function look({ client }: Stage): Promise<ClusterSnapshot> {
	return snapshotOf(viewOf(await client.readAll(new AbortController().signal)));
}

async function playEngine({ etcd, prefix }: Stage, snapshot: ClusterSnapshot): Promise<void> {
	for (const { kind, unit, machine } of enginePass(toCluster(snapshot)).tasks) {
		const key = `${prefix}/job/${unit}/target`;
		if (kind === 'schedule') await putKey(etcd, key, machine);
		else await deleteKey(etcd, key);
	}
}

async function playAgents(stage: Stage, snapshot: ClusterSnapshot): Promise<void> {
	const loads = machineLoads(toCluster(snapshot));
	for (const { id } of snapshot.machines) {
		const wanted = snapshot.units.filter(({ name, desiredState }) => {
			return desiredState !== 'inactive' && loads.get(id)?.has(name) === true;
		});
		for (const unit of wanted) await report(stage, snapshot, unit, id);
		const states = snapshot.states.filter(({ machineId }) => machineId === id);
		const gone = states.filter(({ name }) => !wanted.some((unit) => unit.name === name));
		for (const { name } of gone) await withdraw(stage, name, id);
	}
}

/** Writes a unit's state and heartbeat, where they are not so already. */
async function report(
	{ etcd, prefix }: Stage,
	snapshot: ClusterSnapshot,
	unit: ClusterUnit,
	id: string,
): Promise<void> {
	const { name, hash, desiredState } = unit;
	const [active, sub] = desiredState === 'launched' ? ['active', 'running'] : ['inactive', 'dead'];
	const told = snapshot.states.find((state) => state.name === name && state.machineId === id);
	if (told?.active === active && told.hash === hash) return;
	const state = { loadState: 'loaded', activeState: active, subState: sub, machineState: { ID: id }, unitHash: hash };
	await putKey(etcd, `${prefix}/states/${name}/${id}`, JSON.stringify(state));
	if (desiredState === 'launched') await putKey(etcd, `${prefix}/job/${name}/job-state`, id);
	else await deleteKey(etcd, `${prefix}/job/${name}/job-state`);
}

async function withdraw({ etcd, prefix }: Stage, name: string, id: string): Promise<void> {
	await deleteKey(etcd, `${prefix}/job/${name}/job-state`);
	await deleteKey(etcd, `${prefix}/states/${name}/${id}`);
}

function toCluster({ machines, units }: ClusterSnapshot): Cluster {
	return {
		machines,
		units: units.map(({ name, options, desiredState, machineId }) => {
			const unit = { name, requirements: requirementsOf(options, name), desiredState };
			return machineId === undefined ? unit : { ...unit, machineId };
		}),
	};
}

function announcement({ id, primaryIP = '', metadata }: Machine): string {
	const Capabilities = { DISABLE_ENGINE: false, GRPC: false };
	return JSON.stringify({ ID: id, PublicIP: primaryIP, Metadata: metadata, Capabilities, Version: 'v1.0.0' });
}
