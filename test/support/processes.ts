// The processes of this host, as proc(5) tells of them: for tests that look at what was started, and end it.

import { readdirSync, readFileSync } from 'node:fs';

/** One process. */
export interface Process {
	readonly pid: number;
	readonly parent: number;
	/** Its arguments, separated by spaces. */
	readonly command: string;
}

/** All processes that run now. */
export function processes(): readonly Process[] {
	const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
	return pids.flatMap((pid) => {
		// The name of the program, in parentheses, may hold anything; state and parent follow.
		const [, state, parent] = /.*\) (\S) (\d+) /s.exec(readIfThere(`/proc/${pid}/stat`)) ?? [];
		const command = readIfThere(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
		return parent === undefined || state === 'Z' ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
	});
}

/** Kills a process with all that come from it. */
export function killTree(pid: number | undefined): void {
	if (pid === undefined) return;
	const all = processes();
	for (const one of [pid, ...descendants(pid, all)]) {
		try {
			process.kill(one, 'SIGKILL');
		} catch {
			// It has ended meanwhile.
		}
	}
}

function descendants(pid: number, all: readonly Process[]): readonly number[] {
	return all.filter(({ parent }) => parent === pid).flatMap((child) => [child.pid, ...descendants(child.pid, all)]);
}

function readIfThere(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return ''; // It has ended meanwhile.
	}
}
