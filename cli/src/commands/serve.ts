// `fleet-units serve --stdio`: the language server, for editors other than VS Code.

import { type OptionTable, readArguments, UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';

const options = {
	stdio: { type: 'boolean', help: 'talk over standard input and output' },
	clientProcessId: { type: 'string', value: 'PID', help: 'process of the editor; the server ends when it does' },
} as const satisfies OptionTable;

/** The command. */
export const serveCommand: Command = {
	name: 'serve',
	summary: 'runs the language server',
	usage: '--stdio',
	options,
	notes: [],
	run: runServe,
};

async function runServe(argv: readonly string[]): Promise<ExitCode> {
	const { values, positionals } = readArguments(argv, options);
	if (positionals[0] !== undefined) throw new UsageError(`serve takes no path, so not \`${positionals[0]}\``);
	if (values.stdio !== true) throw new UsageError('serve needs --stdio, the only way it talks');
	// Loaded only now: linting should not wait for the language server's code.
	const { startStdioServer } = await import('../../../server/src/main.ts');
	startStdioServer();
	return exitCodes.ok;
}
