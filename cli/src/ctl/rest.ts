// What stop, unload and destroy share as commands.

import type { stop } from '../../../cluster/src/operations/stop.ts';
import { type blockOptions, readBlocking } from './blocking.ts';
import type { Call } from './ctl-command.ts';
import { reportOperation, tellMissing } from './report-operation.ts';
import { requireUnits } from './require-units.ts';

/** How units are named, for the help. */
export const restNotes: readonly string[] = [
	[
		'A UNIT is a name, a glob over the registry such as web@*, or a choice such as web@{1..3}. Globs leave templates out.',
		'What is not in the registry is told, and is no failure.',
	].join('\n'),
];

/** Runs one of the three and tells of it. */
export async function runRest(
	verb: 'stop' | 'unload' | 'destroy',
	operation: typeof stop,
	call: Call<typeof blockOptions>,
): Promise<number> {
	const { args, values, signal } = call;
	const units = requireUnits(args);
	const blocking = readBlocking(values);
	const backend = await call.connect();
	const { report, end } = reportOperation(verb, call);
	const { units: results, missing } = await operation(backend, { units, ...blocking }, { signal, report });
	tellMissing(missing, call);
	return end(results);
}
