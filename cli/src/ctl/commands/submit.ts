// `ctl submit UNIT…`: units become known to the cluster, and run nowhere yet.

import { submit } from '../../../../cluster/src/operations/submit.ts';
import { defineCtlCommand } from '../ctl-command.ts';
import { replaceOption, runSubmission, submissionNotes } from '../submission.ts';

/** The command. */
export const submitCommand = defineCtlCommand({
	name: 'submit',
	summary: 'makes units known to the cluster, without starting them',
	usage: '[--replace] UNIT…',
	options: replaceOption,
	notes: submissionNotes,
	run: (call) => runSubmission('submit', submit, call),
});
