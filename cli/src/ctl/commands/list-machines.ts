// `ctl list-machines`: the machines of the cluster. Those that are gone are not among them.

import type { ClusterMachine } from '../../../../cluster/src/model.ts';
import { defineCtlCommand } from '../ctl-command.ts';
import { type ListKind, listOptions, printList } from '../list.ts';
import { machineId } from '../machine-legend.ts';

/** The command. */
export const listMachines = defineCtlCommand({
	name: 'list-machines',
	summary: 'lists the machines of the cluster',
	usage: '[--fields NAMES] [--full] [--no-legend]',
	options: listOptions,
	notes: ['Columns: machine, ip, metadata, and version where the cluster tells it.'],
	run: async (call) => {
		const backend = await call.connect();
		printList(await backend.machines(call.signal), machineList, call);
		return 0;
	},
});

const machineList: ListKind<ClusterMachine> = {
	columns: {
		machine: ({ id }, full) => machineId(id, full),
		ip: ({ primaryIP }) => primaryIP ?? '',
		metadata: ({ metadata }) => metadataText(metadata),
		version: ({ fleetVersion }) => fleetVersion ?? '',
	},
	usual: ['machine', 'ip', 'metadata'],
	toJson: ({ id, primaryIP, metadata, fleetVersion }) => ({ id, primaryIP, metadata, fleetVersion }),
};

function metadataText(metadata: ClusterMachine['metadata']): string {
	const pairs = Object.entries(metadata).map(([key, value]) => `${key}=${value}`);
	return pairs.sort().join(',');
}
