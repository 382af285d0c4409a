// `ctl unload UNIT…`: units leave their machines; the registry keeps them.

import { unload } from '../../../../cluster/src/operations/stop.ts';
import { blockOptions } from '../blocking.ts';
import { defineCtlCommand } from '../ctl-command.ts';
import { restNotes, runRest } from '../rest.ts';

/** The command. */
export const unloadCommand = defineCtlCommand({
	name: 'unload',
	summary: 'takes units off their machines',
	usage: '[--no-block | --block-attempts N] UNIT…',
	options: blockOptions,
	notes: restNotes,
	run: (call) => runRest('unload', unload, call),
});
