// `ctl stop UNIT…`: units end and stay loaded.

import { stop } from '../../../../cluster/src/operations/stop.ts';
import { blockOptions } from '../blocking.ts';
import { defineCtlCommand } from '../ctl-command.ts';
import { restNotes, runRest } from '../rest.ts';

/** The command. */
export const stopCommand = defineCtlCommand({
	name: 'stop',
	summary: 'stops units, and leaves them on their machines',
	usage: '[--no-block | --block-attempts N] UNIT…',
	options: blockOptions,
	notes: restNotes,
	run: (call) => runRest('stop', stop, call),
});
