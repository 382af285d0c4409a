// Programs that run beside us: started from an argv, never through a shell, in a process group of their own, so that
// Ctrl-C in a terminal does not take them along and all of what they start ends with them. Their standard error is kept
// for messages. What they are for is not known here.

import { type ChildProcess, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { atExit } from './at-exit.ts';

/** How a program ended. */
export interface ProgramEnd {
	/** Absent when it could not be started, or was killed. */
	readonly exitCode: number | undefined;
	/** The end of what it said, at most 64 KiB. */
	readonly stderr: string;
	/** Why it could not be started. */
	readonly fault?: Error;
}

/** A program that was started. */
export interface Program {
	readonly argv: readonly string[];
	readonly stdin: Writable;
	readonly stdout: Readable;
	/** Standard error, as texts. */
	readonly errors: Readable;
	readonly ended: Promise<ProgramEnd>;
	/** What it has said on standard error until now. */
	stderr(): string;
	/** Ends it, and what it has started. */
	stop(): void;
}

/** How a program is to be started. */
export interface ProgramOptions {
	readonly env?: NodeJS.ProcessEnv;
	/** It may ask things on the terminal that we run in. */
	readonly terminal?: boolean;
	/** It gets and says nothing but errors, and our process does not stay for it. */
	readonly background?: boolean;
}

/** Starts a program. One that cannot be started has ended with a fault. */
export function startProgram(argv: readonly string[], options: ProgramOptions = {}): Program {
	const [file = '', ...rest] = argv;
	const ownGroup = process.platform !== 'win32' && options.terminal !== true;
	const child = spawn(file, rest, { env: options.env, detached: ownGroup, windowsHide: true, stdio: 'pipe' });
	const stderr = keepTail(child.stderr);
	const stop = () => stopChild(child, ownGroup);
	const forget = atExit(stop);
	// A program that ends while it is written to is no fault of the writer's; `ended` tells of it.
	child.stdin.on('error', () => {});
	if (options.background === true) sendToBackground(child);
	const ended = endOf(child).then((end) => {
		forget();
		return { ...end, stderr: stderr() };
	});
	return { argv, stdin: child.stdin, stdout: child.stdout, errors: child.stderr, ended, stderr, stop };
}

const tailLength = 64 * 1024;
const patience = 2_000;
const graceForOutput = 500;

function keepTail(stream: Readable): () => string {
	let tail = '';
	stream.setEncoding('utf8');
	stream.on('data', (text: string) => {
		tail = (tail + text).slice(-tailLength);
	});
	return () => tail;
}

function sendToBackground(child: ChildProcess): void {
	child.stdout?.resume();
	child.unref();
	for (const stream of child.stdio) if (stream instanceof Socket) stream.unref();
}

/** What a program leaves behind may hold its output open, so its exit alone ends it, too, after a while. */
function endOf(child: ChildProcess): Promise<Omit<ProgramEnd, 'stderr'>> {
	return new Promise((resolve) => {
		child.once('error', (fault) => resolve({ exitCode: undefined, fault }));
		child.once('close', (code) => resolve({ exitCode: code ?? undefined }));
		child.once('exit', (code) => setTimeout(() => resolve({ exitCode: code ?? undefined }), graceForOutput).unref());
	});
}

function stopChild(child: ChildProcess, ownGroup: boolean): void {
	const running = () => child.exitCode === null && child.signalCode === null;
	if (!running() || child.pid === undefined) return;
	const target = ownGroup ? -child.pid : child.pid;
	sendSignal(target, 'SIGTERM');
	setTimeout(() => running() && sendSignal(target, 'SIGKILL'), patience).unref();
}

function sendSignal(target: number, signal: NodeJS.Signals): void {
	try {
		process.kill(target, signal);
	} catch {
		// It has ended meanwhile.
	}
}
