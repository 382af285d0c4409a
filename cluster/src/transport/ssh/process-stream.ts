// A stream of bytes over the input and output of a program. Where the program fails, the stream does, with its reason.

import { Duplex } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { ClusterError } from '../../errors.ts';
import type { Program, ProgramEnd } from '../program.ts';

/** Makes a stream of a program, which ends with it. `failure` says what a bad end means. */
export function processStream(program: Program, failure: (end: ProgramEnd) => Promise<ClusterError>): Duplex {
	const { stdin, stdout, stop } = program;
	let isSilent = true;
	const stream = new Duplex({
		read: () => stdout.resume(),
		// What can no longer be written is told by the program's end.
		write: (chunk, _encoding, done) => stdin.write(chunk, () => done()),
		final: (done) => stdin.end(() => done()),
		destroy: (error, done) => {
			stop();
			done(error);
		},
	});
	stdout.on('data', (chunk) => {
		isSilent = false;
		if (!stream.push(chunk)) stdout.pause();
	});
	void endOf(program).then(async (end) => {
		if (stream.destroyed) return;
		if (hasFailed(end, isSilent)) stream.destroy(await failure(end));
		else stream.push(null);
	});
	return stream;
}

/** `fleetctl fd-forward` ends with 0 even when it could not open the socket; it says so on standard error only. */
export function hasFailed({ exitCode, stderr }: ProgramEnd, isSilent: boolean): boolean {
	return exitCode !== 0 || (isSilent && stderr.trim() !== '');
}

/** Nothing that was said is lost: the end comes after the last of it. */
async function endOf({ stdout, ended }: Program): Promise<ProgramEnd> {
	await finished(stdout).catch(() => undefined);
	return await ended;
}
