// The program as a function: picks the command, prints help and versions, and says what is wrong with the usage.

import { UsageError } from './arguments.ts';
import { type Command, helpOf } from './command.ts';
import { clusterCommand } from './commands/cluster.ts';
import { ctlCommand } from './commands/ctl.ts';
import { explainCommand } from './commands/explain.ts';
import { hashCommand } from './commands/hash.ts';
import { lintCommand } from './commands/lint.ts';
import { planCommand } from './commands/plan.ts';
import { serveCommand } from './commands/serve.ts';
import { didYouMean } from './did-you-mean.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import type { Io } from './io.ts';
import { packageVersion } from './package-folder.ts';
import { complain } from './say.ts';

const commands: readonly Command[] = [
	...[lintCommand, planCommand, explainCommand, hashCommand],
	...[ctlCommand, clusterCommand, serveCommand],
];

/** Runs the program with the arguments after its name. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
	const [name = '', ...rest] = argv;
	const command = commands.find((candidate) => candidate.name === name);
	if (command === undefined) return runWithoutCommand(name, io);
	const asked = command.hasCommands === true ? undefined : commonOptionIn(rest);
	if (asked !== undefined) return print(asked === 'help' ? helpOf(command) : versionLine(), io);
	try {
		return await command.run(rest, io);
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		complain(io, `${error.message}; see fleet-units ${name} --help`);
		return exitCodes.failure;
	}
}

function runWithoutCommand(name: string, io: Io): ExitCode {
	if (name === '--version') return print(versionLine(), io);
	if (name === '--help' || name === '-h') return print(programHelp(), io);
	if (name === '') {
		io.stderr.write(programHelp());
		return exitCodes.failure;
	}
	const names = [...commands.map((command) => command.name), '--help', '--version'];
	const what = name.startsWith('-') ? 'option' : 'command';
	complain(io, `unknown ${what} ${name}${didYouMean(name, names)}; see fleet-units --help`);
	return exitCodes.failure;
}

/** Help and version are given whatever else stands there, but not for what follows `--`. */
function commonOptionIn(argv: readonly string[]): 'help' | 'version' | undefined {
	const options = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
	if (options.includes('--help') || options.includes('-h')) return 'help';
	return options.includes('--version') ? 'version' : undefined;
}

function print(text: string, io: Io): ExitCode {
	io.stdout.write(text);
	return exitCodes.ok;
}

function versionLine(): string {
	return `fleet-units ${packageVersion()}\n`;
}

function programHelp(): string {
	const rows = commands.map(({ name, usage, summary }) => `  fleet-units ${`${name} ${usage}`.padEnd(24)}  ${summary}`);
	return [
		'fleet-units: finds silent mistakes in systemd unit files and CoreOS fleet units',
		'usage:',
		...rows,
		`  fleet-units ${'COMMAND --help'.padEnd(24)}  prints the options of a command`,
		`  fleet-units ${'--version'.padEnd(24)}  prints the version`,
		'',
	].join('\n');
}
