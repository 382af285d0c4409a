// `ctl restart UNIT…`: units are stopped and started again, one after the other.

import { restart } from '../../../../cluster/src/operations/restart.ts';
import { blockOptions, readBlocking } from '../blocking.ts';
import { defineCtlCommand } from '../ctl-command.ts';
import { reportOperation } from '../report-operation.ts';
import { requireUnits } from '../require-units.ts';

/** The command. */
export const restartCommand = defineCtlCommand({
	name: 'restart',
	summary: 'restarts units, one after the other',
	usage: '[--block-attempts N] UNIT…',
	options: { 'block-attempts': blockOptions['block-attempts'] },
	notes: ['A unit is started again only when it has really stopped. The first one that does not come back ends it.'],
	run: async (call) => {
		const { args, values, signal } = call;
		const units = requireUnits(args);
		const { timeout } = readBlocking(values);
		const backend = await call.connect();
		const { report, end } = reportOperation('restart', call);
		return end(await restart(backend, { units, ...(timeout !== undefined && { timeout }) }, { signal, report }));
	},
});
