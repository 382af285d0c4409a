// What submit, load and start share as commands: their flags, their arguments, and how they tell what happened.

import type { submit } from '../../../cluster/src/operations/submit.ts';
import { filesIn } from '../../../cluster/src/operations/unit-files.ts';
import type { OptionTable } from '../arguments.ts';
import { blockOptions, readBlocking } from './blocking.ts';
import type { Call } from './ctl-command.ts';
import { reportOperation } from './report-operation.ts';
import { requireUnits } from './require-units.ts';

/** The flag that lets texts of the registry be replaced. */
export const replaceOption = {
	replace: { type: 'boolean', help: 'replace the text in the registry by that of the file' },
} as const satisfies OptionTable;

/** The flags of load and start. */
export const startOptions = { ...replaceOption, ...blockOptions } as const satisfies OptionTable;

/** How units are named, for the help. */
export const submissionNotes: readonly string[] = [
	[
		'A UNIT is a file, a name, an instance such as web@1 of a template that is in the registry or beside the named path,',
		'a glob over the registry such as web@*, or a choice such as web@{1..3}. Everything is checked before anything is sent.',
	].join('\n'),
];

/** Runs one of the three and tells of it. */
export async function runSubmission(
	verb: 'submit' | 'load' | 'start',
	operation: typeof submit,
	call: Call<typeof startOptions>,
): Promise<number> {
	const { args, values, io, signal } = call;
	const units = requireUnits(args);
	const blocking = readBlocking(values);
	const backend = await call.connect();
	const { report, end } = reportOperation(verb, call);
	const request = { units, files: filesIn(io.cwd), replace: values.replace === true, ...blocking };
	return end(await operation(backend, request, { signal, report }));
}
