// Running programs on a cluster's machines, by ssh or right here. Which programs may run without asking a person, and how
// a machine is logged in to, stands in other files.

import { ClusterError } from '../errors.ts';
import { abortError, leashTo, onAbort, within } from './deadline.ts';
import { linesOf } from './lines.ts';
import { MachineLogins, type MachineSettings } from './machine-logins.ts';
import { type ProgramEnd, startProgram } from './program.ts';
import { runToEnd } from './run.ts';
import { commandArgv, type Login, shellArgv } from './ssh/argv.ts';
import { sshEnvironment } from './ssh/environment.ts';
import { explainEnd } from './ssh/explain.ts';
import { lastLine, sshFailed } from './ssh/failure.ts';
import { checkCommand } from './ssh/remote-command.ts';
import { connectTimeoutOf, inBackground } from './ssh/settings.ts';
import type { MachineAccess, MachinePlace, ProgramResult, ShellOptions } from './transport.ts';

const defaultMaxBytes = 64 * 1024 * 1024;

/** Runs programs on machines. */
export class SshMachineAccess implements MachineAccess {
	readonly #settings: MachineSettings;
	readonly #logins: MachineLogins;
	readonly #end = new AbortController();

	constructor(settings: MachineSettings) {
		this.#settings = settings;
		this.#logins = new MachineLogins(settings);
	}

	async argv(machine: MachinePlace, command: readonly string[], signal: AbortSignal, options: ShellOptions = {}) {
		const limits = { signals: [signal, this.#end.signal], timeout: this.#timeout(), what: whatOf(machine, command) };
		const login = await within(limits, (inner) => this.#logins.find(machine, 'terminal', inner));
		return login === undefined ? localShell(command, options) : shellArgv(login, command, options);
	}

	async run(machine: MachinePlace, command: readonly string[], signal: AbortSignal): Promise<ProgramResult> {
		checkCommand(command);
		const what = whatOf(machine, command);
		const limits = { signals: [signal, this.#end.signal], timeout: this.#timeout(), what };
		const { maxBytes = defaultMaxBytes } = this.#settings;
		return await within(limits, async (inner) => {
			const job = await this.#job(machine, command, inner);
			const { stdout, ...end } = await runToEnd(job.argv, { env: job.env, maxBytes }, inner);
			const { exitCode, stderr } = end;
			if (exitCode === undefined || hasSshFailed(job, end)) throw await this.#failure(job, end, what, inner);
			return { exitCode, stdout, stderr };
		});
	}

	async *lines(machine: MachinePlace, command: readonly string[], signal: AbortSignal): AsyncGenerator<string> {
		checkCommand(command);
		const what = whatOf(machine, command);
		const leash = leashTo({ signals: [signal, this.#end.signal], what });
		try {
			const job = await this.#job(machine, command, leash.signal);
			yield* this.#linesOf(job, what, leash.signal);
		} finally {
			leash.release();
		}
	}

	async dispose(): Promise<void> {
		this.#end.abort(new ClusterError('cancelled', 'the connection to the machines was closed'));
	}

	async *#linesOf(job: Job, what: string, signal: AbortSignal): AsyncGenerator<string> {
		const program = startProgram(job.argv, { env: job.env });
		const stop = onAbort(signal, program.stop);
		program.stdin.end();
		try {
			yield* linesOf(program.stdout, this.#settings.maxBytes ?? defaultMaxBytes);
			const end = await program.ended;
			if (signal.aborted) throw abortError(signal, what);
			if (end.exitCode !== 0) throw await this.#failure(job, end, what, signal);
		} finally {
			stop();
			program.stop();
		}
	}

	async #job(machine: MachinePlace, command: readonly string[], signal: AbortSignal): Promise<Job> {
		const login = await this.#logins.find(machine, 'batch', signal);
		if (login === undefined) return { argv: command, env: process.env };
		return { argv: commandArgv(login, command), env: sshEnvironment(process.env, inBackground), login };
	}

	async #failure(job: Job, end: ProgramEnd, what: string, signal: AbortSignal): Promise<ClusterError> {
		if (!hasSshFailed(job, end)) return programFailure(job, end, what);
		// Why the host between could not go on, only the ssh that is logged in there was told.
		const between = job.login?.jump === undefined ? '' : (this.#settings.jump?.lastRefusal() ?? '');
		const isBetween = end.stderr.includes('Stdio forwarding request failed');
		const stderr = isBetween && between !== '' ? `${between}\n${end.stderr}` : end.stderr;
		return await explainEnd(what, job.argv, job.env, { ...end, stderr }, signal);
	}

	/** Logging in may have to be done twice: to the tunnel's host, and to the machine. */
	#timeout(): number {
		const { timeout = 5_000, jump, ssh } = this.#settings;
		return timeout + connectTimeoutOf(ssh) * (jump === undefined ? 1 : 2);
	}
}

/** What is to be started; without a login, right here. */
interface Job {
	readonly argv: readonly string[];
	readonly env: NodeJS.ProcessEnv;
	readonly login?: Login;
}

/** What people type to get it here: fleetctl starts a shell, too. */
function localShell(command: readonly string[], { verbatim = false }: ShellOptions): readonly string[] {
	const shell = process.env['SHELL'] ?? '/bin/sh';
	if (command.length === 0) return [shell];
	return verbatim ? [shell, '-c', command.join(' ')] : command;
}

function hasSshFailed({ login }: Job, { exitCode }: ProgramEnd): boolean {
	return login !== undefined && exitCode === sshFailed;
}

/** The shell's exit code for a program that is not there (POSIX, “Exit Status for Commands”). */
const notFound = 127;

function programFailure(job: Job, { exitCode, stderr, fault }: ProgramEnd, what: string): ClusterError {
	const process = { argv: job.argv, exitCode, stderr };
	if (fault !== undefined || exitCode === notFound) {
		return new ClusterError('refused', `${what}: there is no such program`, { process, cause: fault });
	}
	const kind = /permission|denied|not permitted|authentication/i.test(stderr) ? 'denied' : 'protocol';
	const said = lastLine(stderr) || 'it said nothing';
	return new ClusterError(kind, `${what} ended with ${exitCode ?? 'a signal'}: ${said}`, { process });
}

function whatOf({ id, primaryIP }: MachinePlace, command: readonly string[]): string {
	return `${command[0] ?? 'a shell'} on ${primaryIP ?? id}`;
}
