// `ctl ssh MACHINE|UNIT [COMMAND…]`: a shell on a machine, or on that of a unit; or one command there. It is your own
// ssh that runs, with your configuration.

import type { ClusterBackend } from '../../../../cluster/src/backend.ts';
import { placeUnits } from '../../../../cluster/src/operations/journal-targets.ts';
import { type OptionTable, UsageError } from '../../arguments.ts';
import { defineCtlCommand } from '../ctl-command.ts';
import { CtlFault } from '../fault.ts';
import { machineOptions } from '../machine-options.ts';
import { runProgram } from '../run-program.ts';

const options = {
	machine: { type: 'boolean', short: 'm', help: 'the name is a machine’s ID, or its beginning' },
	unit: { type: 'boolean', short: 'u', help: 'the name is a unit’s' },
	'forward-agent': { type: 'boolean', short: 'A', help: 'forward the connection to your ssh agent' },
	...machineOptions,
} as const satisfies OptionTable;

/** The command. */
export const ssh = defineCtlCommand({
	name: 'ssh',
	summary: 'opens a shell on a machine, or runs a command there',
	usage: '[--machine | --unit] [--forward-agent] [--ssh-port N] MACHINE|UNIT [COMMAND…]',
	options,
	notes: ['What follows the name goes to the machine as it is, flags and all. The exit code is that of the command.'],
	passesRest: true,
	run: async ({ args, values, io, signal, connect }) => {
		const [name, ...command] = args;
		if (name === undefined) throw new UsageError('no machine and no unit given');
		const backend = await connect();
		if (!backend.capabilities.has('shell')) throw new CtlFault(`nobody can log in to the machines of ${backend.label}`);
		const id = await findPlace(backend, name, values, signal);
		const argv = await backend.shellCommand(id, command[0] === '--' ? command.slice(1) : command, signal);
		return await runProgram(values['forward-agent'] === true ? withAgent(argv) : argv, command.length > 0, io);
	},
});

interface Kinds {
	readonly machine?: boolean;
	readonly unit?: boolean;
}

async function findPlace(
	backend: ClusterBackend,
	name: string,
	{ machine, unit }: Kinds,
	signal: AbortSignal,
): Promise<string> {
	const [machines, placed] = await Promise.all([
		unit === true ? [] : backend.machines(signal),
		machine === true ? [] : placeUnits(backend, [name], signal).then((found) => found.placed),
	]);
	const byId = machines.filter(({ id }) => id.startsWith(name));
	const places = new Set([...byId.map(({ id }) => id), ...placed.map((one) => one.machine.id)]);
	const [id, another] = [...places];
	if (id === undefined) throw new CtlFault(`could not find matching unit or machine: ${name}`);
	if (another === undefined) return id;
	const hint = byId.length > 0 && placed.length > 0 ? '; say --machine or --unit' : '; name one of these machines';
	throw new CtlFault(`${name} is on several machines: ${[...places].join(', ')}${hint}`);
}

/** A machine that is this host needs no ssh, and so no agent. */
function withAgent([program = '', ...rest]: readonly string[]): readonly string[] {
	return /(?:^|[/\\])ssh(?:\.exe)?$/.test(program) ? [program, '-A', ...rest] : [program, ...rest];
}
