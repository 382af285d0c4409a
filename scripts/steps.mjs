// The steps of `npm start` and `npm test`: says what is being done, for how long, and runs programs without a shell.
// Knows nothing of what the steps are.
import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** A step that could not be done. Its message says what, why and what to do next, and is all that gets printed. */
export class StepError extends Error {}

/** Prints the title, does the work, prints how long it took. */
export async function step(title, work) {
	console.log(`> ${title}`);
	const started = performance.now();
	try {
		return await work();
	} finally {
		console.log(`  ${secondsSince(started)} s`);
	}
}

/** Runs a program to its end and returns its exit code and, with `quiet`, what it printed. Its stdin is closed. */
export async function run(command, args, { quiet = false, ...options } = {}) {
	const output = quiet ? 'pipe' : 'inherit';
	const child = spawn(command, args, { ...options, stdio: ['ignore', output, output] });
	const printed = [];
	child.stdout?.on('data', (chunk) => printed.push(chunk));
	child.stderr?.on('data', (chunk) => printed.push(chunk));
	const code = await new Promise((resolve, reject) => {
		child.on('error', (error) => reject(new StepError(cannotRun(command, error))));
		child.on('close', (exitCode, signal) => resolve(exitCode ?? `killed by ${signal}`));
	});
	return { code, output: Buffer.concat(printed).toString() };
}

/** Runs a program that must succeed. What it prints is shown only when it fails. */
export async function runQuietly(command, args, { what, whatToDo, ...options }) {
	const { code, output } = await run(command, args, { ...options, quiet: true });
	if (code === 0) return output;
	throw new StepError(`${what} failed (exit code ${code}):\n\n${output.trim()}\n\n${whatToDo}`);
}

/**
 * Shows that a long piece of work is alive: one ticking line on a terminal, a plain line every ten seconds elsewhere.
 * With `folder`, also how much of it is on disk by now.
 */
export async function withProgress(label, work, { folder } = {}) {
	const started = performance.now();
	const terminal = process.stdout.isTTY === true;
	const tick = async () => {
		const size = folder === undefined ? '' : `, ${Math.round((await sizeOf(folder)) / 1e6)} MB on disk`;
		const line = `  ${label}: ${Math.round((performance.now() - started) / 1000)} s${size}`;
		if (!stopped) process.stdout.write(terminal ? `\r${line}\x1b[K` : `${line}\n`);
	};
	let stopped = false;
	const timer = setInterval(tick, terminal ? 1000 : 10_000);
	try {
		return await work();
	} finally {
		stopped = true;
		clearInterval(timer);
		if (terminal) process.stdout.write('\r\x1b[K');
	}
}

/** Seconds since a moment of `performance.now()`, with one decimal. */
export function secondsSince(started) {
	return ((performance.now() - started) / 1000).toFixed(1);
}

/** Runs a whole command: a `StepError` is printed without its stack, and any error ends with exit code 1. */
export async function main(command) {
	try {
		process.exitCode = await command();
	} catch (error) {
		console.error(`\n${error instanceof StepError ? error.message : error.stack}`);
		process.exitCode = 1;
	}
}

function cannotRun(command, error) {
	const why = error.code === 'ENOENT' ? 'it is not installed or not on PATH' : error.message;
	return `cannot run ${command}: ${why}`;
}

/** The bytes of the files below a folder. What vanishes while it is being counted counts nothing. */
async function sizeOf(folder) {
	let bytes = 0;
	const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
	for (const entry of entries) {
		if (!entry.isFile()) continue;
		const file = await stat(path.join(entry.parentPath, entry.name)).catch(() => undefined);
		bytes += file?.size ?? 0;
	}
	return bytes;
}
