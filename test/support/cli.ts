// Runs the command line in this process, over folders that are made for one test and gone after it.

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Output } from '../../cli/src/io.ts';
import { run } from '../../cli/src/program.ts';

/** What a run printed and ended with. */
export interface CliRun {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
	/** Standard output as bytes. */
	readonly bytes: Uint8Array;
}

/** Where and how to run; by default nothing comes in, nothing is set and nothing is a terminal. */
export interface CliSurroundings {
	readonly cwd?: string;
	readonly stdin?: string | Uint8Array;
	readonly env?: Readonly<Record<string, string>>;
	/** Whether both outputs are terminals, and how wide they are. */
	readonly columns?: number;
	/** Is aborted when the user presses Ctrl-C. */
	readonly interrupt?: AbortSignal;
	/** Sees what is written to standard output and standard error, as it is written. */
	readonly onOutput?: (text: string) => void;
}

/** Runs `fleet-units` with arguments. */
export async function runCli(argv: readonly string[], surroundings: CliSurroundings = {}): Promise<CliRun> {
	const { cwd = tmpdir(), stdin = '', env = {}, columns, interrupt, onOutput } = surroundings;
	const stdout = recordOutput(columns, onOutput);
	const stderr = recordOutput(columns, onOutput);
	const interrupted = interrupt && { interrupted: () => interrupt };
	const code = await run(argv, { cwd, env, stdin: oneChunk(stdin), stdout, stderr, ...interrupted });
	const bytes = stdout.bytes();
	return { code, bytes, stdout: Buffer.from(bytes).toString(), stderr: Buffer.from(stderr.bytes()).toString() };
}

/** A new folder with files, by path below it. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
	const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'fleet-units-test-')));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	for (const [name, contents] of Object.entries(files)) {
		const file = path.join(folder, name);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, contents);
	}
	return folder;
}

interface RecordedOutput extends Output {
	readonly bytes: () => Uint8Array;
}

function recordOutput(columns: number | undefined, onOutput?: (text: string) => void): RecordedOutput {
	const chunks: Uint8Array[] = [];
	return {
		write: (text) => {
			chunks.push(typeof text === 'string' ? Buffer.from(text) : text);
			onOutput?.(typeof text === 'string' ? text : Buffer.from(text).toString());
		},
		isTTY: columns !== undefined,
		columns: columns ?? 0,
		bytes: () => Buffer.concat(chunks),
	};
}

async function* oneChunk(input: string | Uint8Array): AsyncGenerator<Uint8Array> {
	yield typeof input === 'string' ? Buffer.from(input) : input;
}
