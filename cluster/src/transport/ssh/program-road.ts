// Roads of a process for each stream: ssh itself, joined to a port (ssh(1), `-W`), or the program on the host that joins
// itself to a socket there, which fleet brings along for its own tunnel.

import type { Duplex } from 'node:stream';
import { ClusterError } from '../../errors.ts';
import { describeEndpoint, type Endpoint } from '../endpoint.ts';
import { type ProgramEnd, startProgram } from '../program.ts';
import { runToEnd } from '../run.ts';
import { describeTunnel } from '../tunnel.ts';
import { commandArgv, type Login, streamArgv } from './argv.ts';
import { sshEnvironment } from './environment.ts';
import { explainEnd } from './explain.ts';
import { lastLine, sshFailed } from './failure.ts';
import { hasFailed, processStream } from './process-stream.ts';

/** A road that can be tried out. */
export interface ProgramRoad {
	dial(signal: AbortSignal): Promise<Duplex>;
	/** Why no stream gets through now; `undefined` when one does. */
	fault(signal: AbortSignal): Promise<ClusterError | undefined>;
}

/** Streams over `fleetctl fd-forward` on the host. It ends as soon as one side does. */
export function fdForwardRoad(login: Login, socket: string): ProgramRoad {
	return programRoad(login, commandArgv(login, ['fleetctl', 'fd-forward', socket]), { kind: 'unix', path: socket });
}

/** Streams over ssh's own joining to a port. */
export function portRoad(login: Login, endpoint: Extract<Endpoint, { kind: 'tcp' }>): ProgramRoad {
	return programRoad(login, streamArgv(login, endpoint), endpoint);
}

function programRoad(login: Login, argv: readonly string[], endpoint: Endpoint): ProgramRoad {
	const env = sshEnvironment(process.env, login.authentication);
	const what = `reaching ${describeEndpoint(endpoint)} via ${describeTunnel(login.tunnel)}`;
	const signalOfNobody = new AbortController().signal;
	const failure = async (end: ProgramEnd, signal: AbortSignal) =>
		end.exitCode === undefined || end.exitCode === sshFailed
			? await explainEnd(what, argv, env, end, signal)
			: programFailure(what, argv, end);
	return {
		dial: async () => processStream(startProgram(argv, { env }), (end) => failure(end, signalOfNobody)),
		fault: async (signal) => {
			const end = await runToEnd(argv, { env }, signal);
			return hasFailed(end, end.stdout === '') ? await failure(end, signal) : undefined;
		},
	};
}

/** The shell's exit code for a program that is not there (POSIX, “Exit Status for Commands”). */
const notFound = 127;

function programFailure(what: string, argv: readonly string[], { exitCode, stderr }: ProgramEnd): ClusterError {
	const process = { argv, exitCode, stderr };
	if (exitCode === notFound) {
		return new ClusterError('unreachable', `${what}: the socket cannot be opened, and there is no fleetctl to try`, {
			advice: 'check that the service runs there; allow AllowStreamLocalForwarding in its sshd, or install fleetctl',
			process,
		});
	}
	return new ClusterError('unreachable', `${what}: ${lastLine(stderr) || `fleetctl ended with ${exitCode}`}`, {
		advice: 'check that the service runs there, and that you may open its socket',
		process,
	});
}
