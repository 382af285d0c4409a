// `ctl snapshot`: the whole cluster as JSON in the shape of fleet's API, for `plan --cluster` and for bug reports.

import { readSnapshot, snapshotAsApi } from '../../../../cluster/src/operations/read-snapshot.ts';
import { defineCtlCommand } from '../ctl-command.ts';
import { printJson } from '../print-json.ts';

/** The command. */
export const snapshot = defineCtlCommand({
	name: 'snapshot',
	summary: 'prints machines, units and states as JSON, for plan --cluster',
	usage: '',
	options: {},
	notes: ['It holds the whole texts of the units; look them over before you give it away.'],
	run: async ({ io, signal, connect }) => {
		printJson(io, snapshotAsApi(await readSnapshot(await connect(), signal)));
		return 0;
	},
});
