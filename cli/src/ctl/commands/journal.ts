// `ctl journal UNIT…`: what units wrote, from all machines that they are on, in the order of time.

import { type PlacedUnit, placeUnits } from '../../../../cluster/src/operations/journal-targets.ts';
import { mergeJournals } from '../../../../cluster/src/operations/merge-journals.ts';
import { type OptionTable, UsageError } from '../../arguments.ts';
import { didYouMean } from '../../did-you-mean.ts';
import { visible } from '../../visible.ts';
import { readCount } from '../blocking.ts';
import { defineCtlCommand } from '../ctl-command.ts';
import { type JournalOutput, journalOutputs, journalText } from '../journal-text.ts';
import { machineOptions } from '../machine-options.ts';
import { requireUnits } from '../require-units.ts';
import { tellNowhere } from '../units-nowhere.ts';

const options = {
	lines: { type: 'string', short: 'n', value: 'N', help: 'how many of the last lines; 10 by default' },
	follow: { type: 'boolean', short: 'f', help: 'go on as new lines come, until Ctrl-C' },
	output: { type: 'string', short: 'o', value: 'FORM', help: `${journalOutputs.join(', ')}; short by default` },
	sudo: { type: 'boolean', help: 'run journalctl with sudo' },
	...machineOptions,
} as const satisfies OptionTable;

/** The command. */
export const journal = defineCtlCommand({
	name: 'journal',
	summary: 'prints the journals of units, merged by time',
	usage: '[--lines N] [--follow] [--output FORM] UNIT…',
	options,
	notes: [
		[
			'A UNIT is a name, a glob or a choice; a global unit has a journal on each of its machines.',
			'Machines are told by their addresses. With several units, each line names its unit, too.',
		].join('\n'),
	],
	run: async (call) => {
		const { args, values, settings, io, signal } = call;
		const output = settings.format === 'json' ? 'json' : readOutput(values.output ?? 'short');
		const lines = readCount('lines', values.lines) ?? 10;
		const backend = await call.connect();
		const found = await placeUnits(backend, requireUnits(args), signal);
		const hasFault = tellNowhere(found, call);
		const follow = values.follow === true;
		const journals = found.placed.map(({ name, machine }) =>
			backend.journal(name, machine.id, { lines, ...(follow && { follow }) }, signal),
		);
		const placeOf = placeNames(found.placed);
		for await (const line of mergeJournals(journals)) {
			const text = journalText(line, output, placeOf(line.unit, line.machineId));
			io.stdout.write(`${visible(text)}\n`);
		}
		return hasFault ? 1 : 0;
	},
});

function readOutput(value: string): JournalOutput {
	const output = journalOutputs.find((known) => known === value);
	if (output !== undefined) return output;
	const known = journalOutputs.join(', ');
	throw new UsageError(`--output: there is no \`${value}\`; use ${known}${didYouMean(value, journalOutputs)}`);
}

function placeNames(placed: readonly PlacedUnit[]): (unit: string, machineId: string) => string {
	const machines = new Map(placed.map(({ machine }) => [machine.id, machine.primaryIP ?? machine.id.slice(0, 8)]));
	const isOne = new Set(placed.map(({ name }) => name)).size === 1;
	return (unit, machineId) => `${machines.get(machineId) ?? machineId.slice(0, 8)}${isOne ? '' : ` ${unit}`}`;
}
