// `ctl start UNIT…`: units run, and are made known first where they are new.

import { start } from '../../../../cluster/src/operations/submit.ts';
import { defineCtlCommand } from '../ctl-command.ts';
import { runSubmission, startOptions, submissionNotes } from '../submission.ts';

/** The command. */
export const startCommand = defineCtlCommand({
	name: 'start',
	summary: 'starts units, and submits them first where they are new',
	usage: '[--replace] [--no-block | --block-attempts N] UNIT…',
	options: startOptions,
	notes: submissionNotes,
	run: (call) => runSubmission('start', start, call),
});
