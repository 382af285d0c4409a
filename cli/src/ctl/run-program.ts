// Runs a program for the person at this terminal: a shell has the terminal itself, a command hands its output through.

import { spawn } from 'node:child_process';
import type { Io } from '../io.ts';
import { CtlFault } from './fault.ts';

/** Runs it to its end. Gives its exit code; 255, as ssh does, where a signal ended it. */
export function runProgram(argv: readonly string[], isCommand: boolean, { stdout, stderr }: Io): Promise<number> {
	const [program = '', ...args] = argv;
	const child = spawn(program, args, {
		stdio: ['inherit', isCommand ? 'pipe' : 'inherit', isCommand ? 'pipe' : 'inherit'],
	});
	child.stdout?.on('data', (chunk: Uint8Array) => stdout.write(chunk));
	child.stderr?.on('data', (chunk: Uint8Array) => stderr.write(chunk));
	return new Promise((resolve, reject) => {
		child.on('error', (error) => reject(new CtlFault(`cannot run ${program}: ${error.message}`)));
		child.on('close', (code) => resolve(code ?? 255));
	});
}
