// The program as a process: hands it the real streams and gives its exit code to the shell.

import { exitCodes } from './exit-code.ts';
import { run } from './program.ts';

for (const stream of [process.stdout, process.stderr]) {
	stream.on('error', (error: NodeJS.ErrnoException) => {
		// Whoever read along has seen enough, as `head` does; there is nobody left to tell.
		if (error.code !== 'EPIPE') throw error;
	});
}

// The exit code is set, not exited with: pipes may still be taking the output.
run(process.argv.slice(2), {
	cwd: process.cwd(),
	env: process.env,
	get stdin() {
		// Opened only when it is read.
		return process.stdin;
	},
	stdout: process.stdout,
	stderr: process.stderr,
	interrupted: () => {
		const controller = new AbortController();
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
		return controller.signal;
	},
}).then(
	(code) => {
		process.exitCode = code;
	},
	(error: unknown) => {
		process.exitCode = exitCodes.failure;
		console.error('fleet-units: this is a fault of the program itself:', error);
	},
);
