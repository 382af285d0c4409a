// `ctl rollout TEMPLATE [INSTANCE…]`: instances get the template's text one by one, and the first that fails ends it.

import { rollout } from '../../../../cluster/src/operations/rollout.ts';
import { filesIn } from '../../../../cluster/src/operations/unit-files.ts';
import { type OptionTable, UsageError } from '../../arguments.ts';
import { tell } from '../../say.ts';
import { readBlocking, readCount, readSeconds } from '../blocking.ts';
import { defineCtlCommand } from '../ctl-command.ts';
import { printJson } from '../print-json.ts';
import { reportOperation } from '../report-operation.ts';
import { resultAsJson } from '../result-json.ts';

const options = {
	'at-a-time': { type: 'string', value: 'K', help: 'how many instances may be down at a time; 1 by default' },
	'healthy-for': { type: 'string', value: 'SECONDS', help: 'how long each must keep running; 5 by default' },
	'block-attempts': {
		type: 'string',
		value: 'N',
		help: 'wait N times two seconds for each; 0, the default, as long as it takes',
	},
} as const satisfies OptionTable;

/** The command. */
export const rolloutCommand = defineCtlCommand({
	name: 'rollout',
	summary: 'gives the instances of a template its text, one by one',
	usage: '[--at-a-time K] [--healthy-for SECONDS] TEMPLATE [INSTANCE…]',
	options,
	notes: [
		[
			'TEMPLATE is a file such as web@.service. An INSTANCE is a name, a glob or a choice such as web@{1..5}; instances',
			'that are not there are made and started. Without any, all that are in the registry get the text.',
		].join('\n'),
		[
			'Each instance stays on its machine. The next is begun when it runs and has kept running. The first that fails',
			'ends the rollout; the same command goes on where it ended, as what has the text already is not touched.',
			'The template in the registry is replaced last.',
		].join('\n'),
	],
	run: async (call) => {
		const { args, values, settings, io, signal } = call;
		const [template, ...instances] = args;
		if (template === undefined) throw new UsageError('no template given');
		const atATime = readCount('at-a-time', values['at-a-time']) ?? 1;
		if (atATime === 0) throw new UsageError('--at-a-time: at least one');
		const healthyFor = readSeconds('healthy-for', values['healthy-for']) ?? 5_000;
		const { timeout } = readBlocking(values);
		const request = { template, instances, files: filesIn(io.cwd), atATime, healthyFor, ...(timeout && { timeout }) };
		const backend = await call.connect();
		// The JSON of a rollout is more than the list of its units.
		const { report, end } = reportOperation('redeploy', { ...call, settings: { ...settings, format: 'table' } });
		const isJson = settings.format === 'json';
		const { state, units, isComplete } = await rollout(backend, request, {
			signal,
			report: (event) => !(isJson && event.kind === 'finished') && report(event),
		});
		const code = end(units);
		const { done, left, hash } = state;
		if (isJson)
			printJson(io, { template: state.template, hash, isComplete, done, left, units: units.map(resultAsJson) });
		tell(io, `${done.length} of ${done.length + left.length} instances of ${state.template} have ${hash.slice(0, 7)}`);
		if (left.length > 0) tell(io, `left as they were: ${left.join(', ')}; the same command goes on with them`);
		return isComplete ? code : code || 1;
	},
});
