// What an API needs of a road to a cluster: HTTP requests and answers, whole or as they come, and programs that run on
// its machines; nothing of how the bytes travel. The roads themselves stand beside this file, and open.ts builds them.

import type { ClusterMachine } from '../model.ts';

/** One HTTP request, the path with its query, such as `/fleet/v1/units?alt=json`. */
export interface HttpRequest {
	readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH';
	readonly path: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string;
	/** Milliseconds until the whole answer must be there (`send`), or its head (`open`). */
	readonly timeout?: number;
}

/** One HTTP answer. */
export interface HttpResponse {
	readonly status: number;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

/** An answer whose body is read as it comes. Whoever asked for it reads it, or aborts the call. */
export interface HttpStream {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly chunks: AsyncIterable<Uint8Array>;
}

/**
 * A road to one endpoint. Failures are `ClusterError`s; `details.sent` tells whether the request may have reached the
 * server. Nothing is sent twice, unless it is a `GET`.
 */
export interface Transport {
	/** The address as people know it. */
	readonly label: string;
	/** Sends a request and reads the whole answer, which must not be larger than a set limit. */
	send(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse>;
	/** Sends a request and hands out the body as it comes; has no time limit after the head. */
	open(request: HttpRequest, signal: AbortSignal): Promise<HttpStream>;
	/** Ends all connections; what is under way fails as `cancelled`. */
	dispose(): Promise<void>;
}

/** A machine as far as it matters for running a program there: fleet's ID of it and the address that it gave out. */
export type MachinePlace = Pick<ClusterMachine, 'id' | 'primaryIP'>;

/** How a program on a machine is to be run. */
export interface ShellOptions {
	/** Give it a terminal. A shell, which is what no command means, always has one. */
	readonly interactive?: boolean;
	/** Hand the words to the shell there as they are, as ssh(1) does, so that `*` and `$HOME` have their meaning. */
	readonly verbatim?: boolean;
}

/** How a program ended. */
export interface ProgramResult {
	readonly exitCode: number;
	readonly stdout: string;
	readonly stderr: string;
}

/**
 * Running programs on a cluster's machines. A machine that is this very host is served without ssh. `run` and `lines`
 * take `systemctl` and `journalctl` only, after `sudo` or alone; what else a person wants goes through `argv`.
 */
export interface MachineAccess {
	/** The argv that, run from here, runs a command on that machine; no command means a shell. */
	argv(
		machine: MachinePlace,
		command: readonly string[],
		signal: AbortSignal,
		options?: ShellOptions,
	): Promise<readonly string[]>;
	/** Runs a command to its end, whatever its exit code is; throws when the machine cannot be reached. */
	run(machine: MachinePlace, command: readonly string[], signal: AbortSignal): Promise<ProgramResult>;
	/** Runs a command and hands out its lines as they come. Ends as the command ends; throws when it fails. */
	lines(machine: MachinePlace, command: readonly string[], signal: AbortSignal): AsyncIterable<string>;
	dispose(): Promise<void>;
}
