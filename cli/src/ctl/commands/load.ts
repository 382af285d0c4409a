// `ctl load UNIT…`: units get a machine, which loads them and does not start them.

import { load } from '../../../../cluster/src/operations/submit.ts';
import { defineCtlCommand } from '../ctl-command.ts';
import { runSubmission, startOptions, submissionNotes } from '../submission.ts';

/** The command. */
export const loadCommand = defineCtlCommand({
	name: 'load',
	summary: 'places units on machines, which load them',
	usage: '[--replace] [--no-block | --block-attempts N] UNIT…',
	options: startOptions,
	notes: submissionNotes,
	run: (call) => runSubmission('load', load, call),
});
