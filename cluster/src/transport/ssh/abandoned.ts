// Connections that a process of ours left behind because it was killed: they are ended, and their folders removed, when
// the next one makes a connection. Only what is ours and whose process is gone is touched.

import { lstat, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { within } from '../deadline.ts';
import { runToEnd } from '../run.ts';
import { exitArgv } from './argv.ts';
import { folderBases, folderPrefix } from './private-folder.ts';

/** Ends abandoned connections. What cannot be ended is left alone. */
export async function endAbandoned(program: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
	for (const base of folderBases(env)) {
		for (const name of await readdir(base).catch(() => [])) {
			const folder = path.join(base, name);
			if (isLeftBehind(name) && (await isOurs(folder))) await endIn(folder, program, signal);
		}
	}
}

function isLeftBehind(name: string): boolean {
	const [, pid] = /^([0-9]+)-/.exec(name.startsWith(folderPrefix) ? name.slice(folderPrefix.length) : '') ?? [];
	return pid !== undefined && !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// A process of somebody else's runs, too.
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}

async function isOurs(folder: string): Promise<boolean> {
	const stats = await lstat(folder).catch(() => undefined);
	return stats?.isDirectory() === true && stats.uid === process.getuid?.();
}

async function endIn(folder: string, program: string, signal: AbortSignal): Promise<void> {
	const limits = { signals: [signal], timeout: 1_000, what: `ending the connection in ${folder}` };
	const argv = exitArgv(program, path.join(folder, 'master'));
	await within(limits, (inner) => runToEnd(argv, {}, inner)).catch(() => undefined);
	await rm(folder, { recursive: true, force: true }).catch(() => undefined);
}
