// What every measurement is made with: the corpus, and repetition with an empty process in between, whose time tells
// how fast, and how busy, the machine was just then.

import { spawnSync } from 'node:child_process';
import type { Corpus } from './corpus.ts';
import type { Progress } from './progress.ts';
import { median } from './statistics.ts';

/** A measured number. */
export interface Row {
	readonly metric: string;
	/** Absent where this system cannot tell. */
	readonly value: number | undefined;
	readonly unit: 'ms' | 'MB' | 'MB/s' | '×' | 'items' | 'lines/s';
	/** How many times it was measured. */
	readonly n: number;
}

/** Measurements that belong together. */
export interface Group {
	readonly name: string;
	readonly measure: (stage: Stage) => Promise<readonly Row[]>;
}

/** What a group works with. */
export interface Stage {
	readonly corpus: Corpus;
	/** Does a piece of work so many times, and before each time runs an empty process. Gives what the work gave. */
	readonly repeat: <T>(times: number, work: (round: number) => T | Promise<T>) => Promise<readonly T[]>;
	/** The median of the empty processes up to now, in milliseconds, and how many there were. */
	readonly emptyProcess: () => { readonly value: number; readonly n: number };
}

/** The stage for one group. */
export function createStage(corpus: Corpus, name: string, progress: Progress): Stage {
	const empty: number[] = [];
	return {
		corpus,
		async repeat(times, work) {
			const results = [];
			for (let round = 1; round <= times; round++) {
				progress.show(`${name}: ${round} of ${times}`);
				empty.push(timeProcess(['-e', '0']));
				results.push(await work(round));
			}
			return results;
		},
		emptyProcess: () => ({ value: median(empty), n: empty.length }),
	};
}

/** Milliseconds from starting Node with these arguments to its end. Exit codes above 1 are failures. */
export function timeProcess(args: readonly string[]): number {
	const started = performance.now();
	const { status, signal, error, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
	const time = performance.now() - started;
	if (status === 0 || status === 1) return time;
	const how = error?.message ?? (signal === null ? `exit code ${status}\n${stderr}` : `stopped by ${signal}`);
	throw new Error(`node ${args.join(' ')} failed: ${how}`);
}

/** Runs something and gives the milliseconds that it took. */
export async function timed(work: () => unknown): Promise<number> {
	const started = performance.now();
	await work();
	return performance.now() - started;
}
