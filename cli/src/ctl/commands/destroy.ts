// `ctl destroy UNIT…`: units leave their machines and the registry.

import { destroy } from '../../../../cluster/src/operations/stop.ts';
import { blockOptions } from '../blocking.ts';
import { defineCtlCommand } from '../ctl-command.ts';
import { restNotes, runRest } from '../rest.ts';

/** The command. */
export const destroyCommand = defineCtlCommand({
	name: 'destroy',
	summary: 'removes units from the cluster',
	usage: '[--no-block | --block-attempts N] UNIT…',
	options: blockOptions,
	notes: restNotes,
	run: (call) => runRest('destroy', destroy, call),
});
