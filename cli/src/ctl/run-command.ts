// One call of one command, from its arguments to its exit code.

import type { ClusterBackend } from '../../../cluster/src/backend.ts';
import { type ClusterError, isClusterError } from '../../../cluster/src/errors.ts';
import { type OptionTable, UsageError } from '../arguments.ts';
import { exitCodes } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { complain, tell } from '../say.ts';
import { readCount } from './blocking.ts';
import { type ConnectionNeeds, connectCluster } from './connection.ts';
import type { CtlCommand } from './ctl-command.ts';
import { giveUpCode } from './exit-codes.ts';
import { CtlFault } from './fault.ts';
import { readFlags, splitAtFirstName } from './flags.ts';
import { globalOptions, readGlobalSettings } from './global-options.ts';

/** Runs a command with its arguments and the global flags among them. Gives the exit code. */
export async function runCommand(command: CtlCommand, argv: readonly string[], io: Io): Promise<number> {
	const signal = io.interrupted?.() ?? new AbortController().signal;
	let isDebug = false;
	try {
		const call = readCall(command, argv, io);
		isDebug = call.settings.debug;
		return await withCluster(command, { ...call, io, signal });
	} catch (error) {
		return tellFailure(error, { command, isDebug, signal, io });
	}
}

type Given = Pick<Parameters<CtlCommand['run']>[0], 'values' | 'args' | 'settings'> & {
	readonly needs: ConnectionNeeds;
};

function readCall({ options, passesRest }: CtlCommand, argv: readonly string[], io: Io): Given {
	const table: OptionTable = { ...globalOptions, ...options };
	const { own, rest } = passesRest === true ? splitAtFirstName(argv, table) : { own: argv, rest: [] };
	const { values, positionals } = readFlags(own, table);
	const flags: Readonly<Record<string, unknown>> = values;
	const needs: ConnectionNeeds = {
		...sshPort(flags['ssh-port']),
		sudo: flags['sudo'] === true,
		machines: 'ssh-port' in options,
		interactive: io.stderr.isTTY === true,
	};
	return { values, args: [...positionals, ...rest], settings: readGlobalSettings(flags, io.env), needs };
}

function sshPort(value: unknown): { readonly sshPort?: number } {
	if (typeof value !== 'string') return {};
	const port = readCount('ssh-port', value) ?? 0;
	if (port < 1 || port > 65_535) throw new UsageError(`--ssh-port: \`${value}\` is no port`);
	return { sshPort: port };
}

async function withCluster(
	command: CtlCommand,
	{ needs, ...call }: Given & { readonly io: Io; readonly signal: AbortSignal },
): Promise<number> {
	let opened: Promise<ClusterBackend> | undefined;
	const connect = () => {
		opened ??= connectCluster(call.settings, needs, call.signal);
		return opened;
	};
	try {
		return await command.run({ ...call, connect });
	} finally {
		await opened?.then(
			(backend) => backend.dispose(),
			() => {}, // Who waited for it has been told.
		);
	}
}

interface Failing {
	readonly command: CtlCommand;
	readonly isDebug: boolean;
	readonly signal: AbortSignal;
	readonly io: Io;
}

function tellFailure(error: unknown, { command, isDebug, signal, io }: Failing): number {
	if (error instanceof UsageError) {
		complain(io, `${error.message}; see fleet-units ctl ${command.name} --help`);
		return exitCodes.failure;
	}
	if (isClusterError(error)) {
		if (signal.aborted && error.kind === 'cancelled') {
			tell(io, 'given up; nothing was changed');
			return giveUpCode;
		}
		complain(io, error.details.advice === undefined ? error.message : `${error.message}; ${error.details.advice}`);
		if (isDebug) for (const line of particulars(error)) tell(io, line);
		return exitCodes.problems;
	}
	if (!(error instanceof CtlFault)) throw error;
	complain(io, error.message);
	return exitCodes.problems;
}

/** What `--debug` tells beside the message: the program that was run and what it said, or the status of the answer. */
function particulars({ kind, details }: ClusterError): readonly string[] {
	const { process, status } = details;
	return [
		`  kind: ${kind}`,
		...(status === undefined ? [] : [`  HTTP status: ${status}`]),
		...(process === undefined
			? []
			: [`  program: ${process.argv.join(' ')}`, `  exit code: ${process.exitCode ?? 'none'}`]),
		...(process?.stderr ?? '')
			.split('\n')
			.filter((line) => line !== '')
			.map((line) => `  stderr: ${line}`),
	];
}
