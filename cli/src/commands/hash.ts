// `fleet-units hash FILE…`: the hash by which fleet tells contents of units apart, as `sha1sum` would print it.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type FleetRelease, readOptions, unitHash } from '../../../core/src/index.ts';
import { type OptionTable, readArguments, UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { reasonOf } from '../failures.ts';
import { fleetVersionOption, readFleetVersion } from '../fleet-version.ts';
import type { Io } from '../io.ts';
import { complain } from '../say.ts';
import { decodeUnit, encodeUnit } from '../unit-text.ts';
import { visible } from '../visible.ts';

const options = { 'fleet-version': fleetVersionOption } as const satisfies OptionTable;

/** The command. */
export const hashCommand: Command = {
	name: 'hash',
	summary: "prints fleet's hashes of unit files",
	usage: 'FILE…',
	options,
	notes: [
		[
			'The hash is taken of what fleet makes of a file, without comments and blank lines. It is the one that',
			'fleetctl list-unit-files --full shows. Releases before 0.12 join continuation lines first.',
		].join('\n'),
		'exit codes: 0 all files have a hash\n            2 wrong usage, or a file that cannot be read or that fleet refuses',
	],
	run: runHash,
};

async function runHash(argv: readonly string[], io: Io): Promise<ExitCode> {
	const { values, positionals } = readArguments(argv, options);
	if (positionals.length === 0) throw new UsageError('no file given; name unit files');
	const release = readFleetVersion(values['fleet-version']);
	// Loaded here, for no other command needs it.
	const { createHash } = await import('node:crypto');
	// Bytes that are no UTF-8 count as they stand in the file.
	const sha1 = (text: string) => createHash('sha1').update(encodeUnit(text)).digest('hex');
	const results = positionals.map((file) => ({ file, ...hashOf(path.resolve(io.cwd, file), release, sha1) }));
	for (const { file, hash, fault } of results) {
		if (hash === undefined) complain(io, `${file}: ${fault}`);
		else io.stdout.write(`${hash}  ${visible(file)}\n`);
	}
	return results.some(({ hash }) => hash === undefined) ? exitCodes.failure : exitCodes.ok;
}

function hashOf(
	file: string,
	release: FleetRelease,
	sha1: (text: string) => string,
): { readonly hash?: string; readonly fault?: string } {
	try {
		const read = readOptions(decodeUnit(readFileSync(file)), release);
		if (read.error !== undefined) return { fault: `fleet refuses it: ${read.error}` };
		return { hash: unitHash(read.options, sha1) };
	} catch (error) {
		return { fault: reasonOf(error) };
	}
}
