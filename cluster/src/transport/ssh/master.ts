// One ssh that has logged in and lets others share its connection (ssh_config(5), “ControlMaster”). It stays a child of
// ours, so that its end is noticed and told with what ssh said.

import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pause } from '../deadline.ts';
import { type Program, type ProgramEnd, startProgram } from '../program.ts';
import { runToEnd } from '../run.ts';
import { describeTunnel } from '../tunnel.ts';
import { checkArgv, type Login, masterArgv } from './argv.ts';
import { sshEnvironment } from './environment.ts';
import { explainEnd } from './explain.ts';
import { cannotShare } from './failure.ts';
import { makePrivateFolder } from './private-folder.ts';
import { inBackground } from './settings.ts';

/** A connection that stands, for as long as `ended` is open. */
export interface Master {
	/** How others find it. */
	readonly login: Login & { readonly controlPath: string };
	/** Where sockets may be put; it goes with the connection. */
	readonly folder: string;
	readonly argv: readonly string[];
	readonly ended: Promise<ProgramEnd>;
	/** How many streams the host could not or would not open until now. */
	failedStreams(): number;
	stderr(): string;
	/** Whether it answers now. When it does not, it has ended or is about to. */
	answers(signal: AbortSignal): Promise<boolean>;
	stop(): Promise<void>;
}

/** Logs in. Throws what ssh failed with, or the signal's reason. */
export async function startMaster(login: Login, signal: AbortSignal): Promise<Master> {
	const folder = makePrivateFolder();
	const shared = { ...login, controlPath: path.join(folder.path, 'master') };
	const argv = masterArgv(shared);
	const env = sshEnvironment(process.env, login.authentication);
	const program = startProgram(argv, { env, background: true, terminal: login.authentication.kind === 'terminal' });
	const ended = program.ended.finally(folder.remove);
	const failedStreams = countLines(program.errors, /open failed: /);
	const end = await endBefore(() => existsSync(shared.controlPath), program, signal);
	if (end !== undefined) {
		throw await explainEnd(`logging in to ${describeTunnel(login.tunnel)}`, argv, env, end, signal);
	}
	return {
		// Whoever shares it asks nobody, even when it should be lost in that moment.
		login: { ...shared, authentication: inBackground },
		...{ folder: folder.path, argv, ended, failedStreams, stderr: program.stderr },
		answers: async (inner) => (await runToEnd(checkArgv(shared), {}, inner)).exitCode === 0,
		stop: async () => {
			program.stop();
			await ended;
		},
	};
}

const lookAgainAfter = 20;

/** How a program ended before it was ready; `undefined` when it is. */
async function endBefore(
	isReady: () => boolean,
	program: Program,
	signal: AbortSignal,
): Promise<ProgramEnd | undefined> {
	let end: ProgramEnd | undefined;
	void program.ended.then((value) => {
		end = value;
	});
	try {
		while (end === undefined && !isReady()) {
			// It goes on without sharing in some cases, and nobody would ever hear of it.
			if (cannotShare(program.stderr())) program.stop();
			await pause(lookAgainAfter, signal);
		}
		return end;
	} catch (error) {
		program.stop();
		throw error;
	}
}

/** Counts lines as they come, each when it is whole. */
function countLines(stream: Readable, pattern: RegExp): () => number {
	let count = 0;
	let rest = '';
	stream.on('data', (text: string) => {
		const lines = (rest + text).split('\n');
		rest = lines.pop() ?? '';
		count += lines.filter((line) => pattern.test(line)).length;
	});
	return () => count;
}
