// Help texts of `ctl` and its commands.

import type { OptionTable } from '../arguments.ts';
import { ctlCommands, fleetctlCommands, ownCommands } from './commands.ts';
import type { CtlCommand } from './ctl-command.ts';
import { globalOptions } from './global-options.ts';

/** The help of `ctl`. */
export function ctlHelp(): string {
	return parts([
		'fleet-units ctl: works with a fleet cluster, as fleetctl does and beyond',
		'usage: fleet-units ctl [flags] COMMAND …\n       fleet-units ctl COMMAND --help',
		`commands of fleetctl:\n${commandRows(fleetctlCommands)}`,
		`beyond fleetctl:\n${commandRows(ownCommands)}`,
		`flags of every command:\n${optionRows(globalOptions)}`,
		[
			'Flags may stand before or after the command. Each but --format is read from the environment, too, as fleetctl',
			'does it: --endpoint from FLEETCTL_ENDPOINT, --ssh-username from FLEETCTL_SSH_USERNAME. Flags outweigh that.',
		].join('\n'),
		[
			'exit codes: 0 as asked',
			'            1 not as asked: something failed, or is not there',
			'            2 wrong usage',
			'          130 given up by Ctrl-C, after an account of what was done and what was not',
			'            status and ssh end with the code of the program on the machine',
		].join('\n'),
	]);
}

/** The help of one command. */
export function ctlCommandHelp({ name, summary, usage, options, notes }: CtlCommand): string {
	const rows = optionRows(options);
	return parts([
		`fleet-units ctl ${name}: ${summary}`,
		`usage: fleet-units ctl [flags] ${name}${usage === '' ? '' : ` ${usage}`}`,
		...(rows === '' ? [] : [rows]),
		...notes,
		'flags of every command: see fleet-units ctl --help',
	]);
}

const width = Math.max(...ctlCommands.map(({ name }) => name.length));

function commandRows(commands: readonly CtlCommand[]): string {
	return commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join('\n');
}

function optionRows(options: OptionTable): string {
	return Object.entries(options)
		.map(([long, { short, value, help }]) => {
			const names = `${short ? `-${short}, ` : ''}--${long}${value ? ` ${value}` : ''}`;
			return `  ${names.padEnd(28)}  ${help}`;
		})
		.join('\n');
}

function parts(texts: readonly string[]): string {
	return `${texts.join('\n\n')}\n`;
}
