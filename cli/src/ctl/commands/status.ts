// `ctl status UNIT…`: what systemctl says of units on their machines; of a global unit on each of them.

import { inLots } from '../../../../cluster/src/operations/in-lots.ts';
import { placeUnits } from '../../../../cluster/src/operations/journal-targets.ts';
import { defineCtlCommand } from '../ctl-command.ts';
import { machineLegend } from '../machine-legend.ts';
import { machineOptions } from '../machine-options.ts';
import { printJson } from '../print-json.ts';
import { requireUnits } from '../require-units.ts';
import { shownText } from '../shown-text.ts';
import { tellNowhere } from '../units-nowhere.ts';

/** The command. */
export const status = defineCtlCommand({
	name: 'status',
	summary: 'prints what systemctl says of units on their machines',
	usage: '[--ssh-port N] UNIT…',
	options: machineOptions,
	notes: [
		'A UNIT is a name, a glob or a choice. The exit code is that of systemctl, such as 3 for a unit that does not run.',
	],
	run: async (call) => {
		const { args, io, settings, signal } = call;
		const backend = await call.connect();
		const found = await placeUnits(backend, requireUnits(args), signal);
		const answers = await inLots(found.placed, 8, async (place) => ({
			...place,
			answer: await backend.status(place.name, place.machine.id, signal),
		}));
		if (settings.format === 'json') {
			printJson(
				io,
				answers.map(({ name, machine, answer }) => ({ unit: name, machine: machine.id, ...answer })),
			);
		} else {
			const isAmbiguous = new Set(answers.map(({ name }) => name)).size < answers.length;
			for (const { machine, answer } of answers) {
				if (isAmbiguous) io.stdout.write(`${machineLegend(machine.id, [machine])}:\n`);
				io.stdout.write(shownText(answer.stdout, io.stdout));
				if (answer.stderr !== '') io.stderr.write(shownText(answer.stderr, io.stderr));
			}
		}
		const failed = answers.find(({ answer }) => answer.exitCode !== 0)?.answer.exitCode;
		return failed ?? (tellNowhere(found, call) ? 1 : 0);
	},
});
