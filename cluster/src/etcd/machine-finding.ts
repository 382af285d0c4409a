// One machine's keys → the machine as fleet would show it: what it announces, with what was set over the API laid over
// it. Also what all machines together tell of how the cluster keeps its states.

import type { ClusterMachine } from '../model.ts';
import { type Folder, folderAt, leafAt } from './tree.ts';
import { type MachineObject, readMachine } from './values.ts';

/** The machine; `undefined` where only its metadata is left, or where it announces nothing that can be read. */
export function findMachine(folder: Folder): ClusterMachine | undefined {
	const object = objectOf(folder);
	if (object === undefined) return undefined;
	const { id, primaryIP, version } = object;
	return {
		id,
		...(primaryIP !== '' && { primaryIP }),
		metadata: metadataOf(folder, object),
		...(version !== '' && { fleetVersion: version }),
	};
}

/**
 * Whether the agents tell their states to the leader alone (`enable_grpc`): fleet v1.0 does so once every machine can.
 * Then etcd has neither states nor heartbeats.
 */
export function keepsStatesElsewhere(machines: Folder): boolean {
	const objects = [...machines.children.keys()].flatMap((name) => objectOf(folderAt(machines, [name])) ?? []);
	return objects.length > 0 && objects.every(({ speaksGrpc }) => speaksGrpc);
}

function objectOf(folder: Folder): MachineObject | undefined {
	const leaf = leafAt(folder, ['object']);
	const reading = leaf && readMachine(leaf);
	return reading?.kind === 'value' ? reading.value : undefined;
}

/** An empty value hides what the machine itself announces, even after it came back. */
function metadataOf(folder: Folder, { metadata }: MachineObject): Readonly<Record<string, string>> {
	const set = folderAt(folder, ['metadata']).children;
	if (set.size === 0) return metadata;
	const own = Object.entries(metadata).filter(([key]) => !set.has(key));
	const added = [...set].flatMap(([key, node]) =>
		node.kind === 'value' && node.value !== '' ? [[key, node.value]] : [],
	);
	return Object.fromEntries([...own, ...added]);
}
