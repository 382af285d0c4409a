// `ctl why UNIT…`: why a unit is where it is, or nowhere; one sentence for each machine where that tells more.

import { expandAll } from '../../../../cluster/src/operations/find-units.ts';
import { toUnitName } from '../../../../cluster/src/operations/unit-names.ts';
import { explainer, type Why } from '../../../../cluster/src/operations/why.ts';
import { visible } from '../../visible.ts';
import { defineCtlCommand } from '../ctl-command.ts';
import { machineLegend } from '../machine-legend.ts';
import { printJson } from '../print-json.ts';
import { requireUnits } from '../require-units.ts';

/** The command. */
export const whyCommand = defineCtlCommand({
	name: 'why',
	summary: 'tells why a unit is where it is, or nowhere',
	usage: 'UNIT…',
	options: {},
	notes: ['exit codes: 0 each unit is where it should be, or nothing is asked of it\n            1 one is not'],
	run: async ({ args, settings, io, signal, connect }) => {
		const backend = await connect();
		const names = expandAll(requireUnits(args)).map(toUnitName);
		const answers = names.map(await explainer(backend, signal));
		if (settings.format === 'json') printJson(io, answers.map(asJson));
		else for (const answer of answers) io.stdout.write(asText(answer));
		return answers.every(({ explanation }) => good.has(explanation.kind)) ? 0 : 1;
	},
});

const good = new Set(['running', 'not-asked-for', 'template', 'global']);

function asText({ explanation }: Why): string {
	const machines = explanation.machines.map(
		({ machine, sentence }) => `  ${machineLegend(machine.id, [machine])}: ${sentence}`,
	);
	return [explanation.answer, ...machines].map((line) => `${visible(line)}\n`).join('');
}

function asJson({ explanation, view }: Why): object {
	const { kind, answer, machines } = explanation;
	return {
		unit: view.name,
		kind,
		answer,
		machines: machines.map(({ machine, verdict, sentence }) => ({
			machine: machine.id,
			fits: verdict.kind !== 'unschedule',
			sentence,
		})),
	};
}
