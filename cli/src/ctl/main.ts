// `fleet-units ctl` as a function: finds the command, reads its flags, opens the cluster when it is needed, and says
// what went wrong. A bundle of its own (dist/ctl.cjs), so that linting does not wait for the cluster's code.

import { UsageError } from '../arguments.ts';
import { commonOptions } from '../command.ts';
import { didYouMean } from '../did-you-mean.ts';
import { exitCodes } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { packageVersion } from '../package-folder.ts';
import { complain } from '../say.ts';
import { ctlCommands } from './commands.ts';
import type { CtlCommand } from './ctl-command.ts';
import { readFlags, splitAtFirstName } from './flags.ts';
import { globalOptions } from './global-options.ts';
import { ctlCommandHelp, ctlHelp } from './help.ts';
import { runCommand } from './run-command.ts';

export { runCluster } from './run-cluster.ts';

/** Runs `ctl` with the arguments after that word. Gives the exit code. */
export async function runCtl(argv: readonly string[], io: Io): Promise<number> {
	const { own, rest } = splitAtFirstName(argv, { ...globalOptions, ...commonOptions });
	const name = own.at(-1) ?? '';
	const flags = name.startsWith('-') ? own : own.slice(0, -1);
	if (name === '' || flags.includes('--help') || flags.includes('-h') || name.startsWith('-')) {
		return withoutCommand(own, io);
	}
	if (name === 'help') return helpAbout(rest[0], io);
	const command = ctlCommands.find((one) => one.name === name);
	if (command === undefined) return unknownCommand(name, io, flags);
	if (asksForHelp(command, rest)) return print(ctlCommandHelp(command), io);
	return await runCommand(command, [...flags, ...rest], io);
}

function withoutCommand(flags: readonly string[], io: Io): number {
	if (flags.includes('--help') || flags.includes('-h')) return print(ctlHelp(), io);
	if (flags.includes('--version')) return print(`fleet-units ${packageVersion()}\n`, io);
	io.stderr.write(ctlHelp());
	return exitCodes.failure;
}

function helpAbout(name: string | undefined, io: Io): number {
	const command = ctlCommands.find((one) => one.name === name);
	if (command !== undefined) return print(ctlCommandHelp(command), io);
	return name === undefined ? print(ctlHelp(), io) : unknownCommand(name, io);
}

/** Where a flag before it is wrong, what looks like a command is more likely the value of that flag. */
function unknownCommand(name: string, io: Io, flags: readonly string[] = []): number {
	const near = didYouMean(name, [...ctlCommands.map((one) => one.name), 'help']);
	complain(io, `${flagFault(flags) ?? `unknown command ${name}${near}`}; see fleet-units ctl --help`);
	return exitCodes.failure;
}

function flagFault(flags: readonly string[]): string | undefined {
	try {
		readFlags(flags, globalOptions);
		return undefined;
	} catch (error) {
		if (error instanceof UsageError) return error.message;
		throw error;
	}
}

/** What comes after the name of a machine is not for us, and neither is what comes after two dashes. */
function asksForHelp({ passesRest, options }: CtlCommand, argv: readonly string[]): boolean {
	const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
	const ours = passesRest === true ? splitAtFirstName(argv, { ...globalOptions, ...options }).own : argv.slice(0, end);
	return ours.includes('--help') || ours.includes('-h') || ours.includes('--h');
}

function print(text: string, io: Io): number {
	io.stdout.write(text);
	return exitCodes.ok;
}
