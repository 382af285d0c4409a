// Programs that are run to their end, with a limit for what they may say and a time limit.

import { ClusterError } from '../errors.ts';
import { onAbort, throwIfAborted } from './deadline.ts';
import { type Program, type ProgramEnd, type ProgramOptions, startProgram } from './program.ts';

/** What a program said, and how it ended. */
export interface Run extends ProgramEnd {
	readonly stdout: string;
}

/** Runs a program to its end. Throws when the signal is aborted, and `protocol` when it says more than `maxBytes`. */
export async function runToEnd(
	argv: readonly string[],
	options: ProgramOptions & { readonly maxBytes?: number },
	signal: AbortSignal,
): Promise<Run> {
	throwIfAborted(signal);
	const program = startProgram(argv, options);
	const stop = onAbort(signal, program.stop);
	program.stdin.end();
	try {
		const stdout = await outputOf(program, options.maxBytes ?? defaultMaxBytes);
		const end = await program.ended;
		throwIfAborted(signal);
		return { ...end, stdout };
	} finally {
		stop();
		program.stop();
	}
}

const defaultMaxBytes = 64 * 1024 * 1024;

async function outputOf({ argv, stdout }: Program, maxBytes: number): Promise<string> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of stdout) {
		chunks.push(chunk);
		size += chunk.length;
		if (size > maxBytes) throw new ClusterError('protocol', `${argv[0]} says more than ${maxBytes} bytes`);
	}
	return Buffer.concat(chunks).toString('utf8');
}
