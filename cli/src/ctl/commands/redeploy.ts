// `ctl redeploy UNIT…`: units get the text of their files and stay where they are.

import { redeploy } from '../../../../cluster/src/operations/redeploy.ts';
import { filesIn } from '../../../../cluster/src/operations/unit-files.ts';
import { blockOptions, readBlocking } from '../blocking.ts';
import { defineCtlCommand } from '../ctl-command.ts';
import { reportOperation } from '../report-operation.ts';
import { requireUnits } from '../require-units.ts';

/** The command. */
export const redeployCommand = defineCtlCommand({
	name: 'redeploy',
	summary: 'gives units the text of their files, in place',
	usage: '[--no-block | --block-attempts N] UNIT…',
	options: blockOptions,
	notes: [
		[
			'A UNIT is a file, or an instance whose template stands beside the named path. Each stays on its machine as long as',
			'what it asks for still fits there, and stays what it is: launched, loaded or inactive.',
		].join('\n'),
	],
	run: async (call) => {
		const { args, values, io, signal } = call;
		const units = requireUnits(args);
		const blocking = readBlocking(values);
		const backend = await call.connect();
		const { report, end } = reportOperation('redeploy', call);
		return end(await redeploy(backend, { units, files: filesIn(io.cwd), ...blocking }, { signal, report }));
	},
});
