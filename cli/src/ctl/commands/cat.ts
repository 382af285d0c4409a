// `ctl cat UNIT`: the text of a unit as the registry has it, in fleet's canonical form.

import { unitAsApi } from '../../../../cluster/src/operations/read-snapshot.ts';
import { toUnitName } from '../../../../cluster/src/operations/unit-names.ts';
import { canonicalText } from '../../../../core/src/index.ts';
import { UsageError } from '../../arguments.ts';
import { defineCtlCommand } from '../ctl-command.ts';
import { CtlFault } from '../fault.ts';
import { printJson } from '../print-json.ts';

/** The command. */
export const cat = defineCtlCommand({
	name: 'cat',
	summary: 'prints the text of a unit as the registry has it',
	usage: 'UNIT',
	options: {},
	notes: ['Comments and blank lines are lost on the way into the registry; the text is what machines get.'],
	run: async ({ args, settings, io, signal, connect }) => {
		const [argument, another] = args;
		if (argument === undefined || another !== undefined) throw new UsageError('cat takes one unit');
		const name = toUnitName(argument);
		const unit = await (await connect()).unit(name, signal);
		if (unit === undefined) throw new CtlFault(`Unit ${name} not found`);
		if (settings.format === 'json') printJson(io, unitAsApi(unit));
		else io.stdout.write(canonicalText(unit.options));
		return 0;
	},
});
