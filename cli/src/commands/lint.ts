// `fleet-units lint`: finds the problems of unit files, reports them, and mends those that can be mended safely.

import path from 'node:path';
import { readUnitFileName } from '../../../core/src/index.ts';
import type { Command } from '../command.ts';
import { type ExitCode, exitCodeOf } from '../exit-code.ts';
import { byPath, findFiles } from '../files.ts';
import type { Io } from '../io.ts';
import { lintInputs } from '../lint-inputs.ts';
import { type LintOptions, lintOptions, readLintOptions } from '../lint-options.ts';
import type { Input } from '../read-inputs.ts';
import { writeOutput } from '../report.ts';
import { complain, tell } from '../say.ts';
import { countOf } from '../summary.ts';

/** The command. */
export const lintCommand: Command = {
	name: 'lint',
	summary: 'finds problems in unit files',
	usage: '[options] PATH…',
	options: lintOptions,
	notes: [
		'A PATH is a unit file, a folder with unit files anywhere below it, or - for standard input.',
		[
			'Settings are also read from the nearest .fleet-units.json beside or above each file, such as',
			'  { "systemdVersion": 252, "rules": { "unknown-directive": "error" } }',
			'Options outweigh it.',
		].join('\n'),
		[
			'With --fix, standard input comes out mended on standard output; what is left to report goes to standard error,',
			'as it does with --fix-dry-run. Exit codes of both are those of what is left.',
		].join('\n'),
		[
			'exit codes: 0 no errors',
			'            1 errors, or more warnings than --max-warnings',
			'            2 wrong usage, or something that cannot be read',
		].join('\n'),
	],
	run: runLint,
};

async function runLint(argv: readonly string[], io: Io): Promise<ExitCode> {
	const options = readLintOptions(argv);
	const { inputs, skipped, faults: notFound } = await findInputs(options, io);
	const { results, faults: notLinted } = lintInputs(inputs, options, io);
	const faults = [...notFound, ...notLinted];
	for (const what of skipped) tell(io, `skipped ${what}`);
	for (const fault of faults) complain(io, fault);
	if (results.length + faults.length === 0) complain(io, 'nothing to lint; none of the paths is or holds a unit file');
	writeOutput(results, options, io);
	return exitCodeOf({
		failed: faults.length > 0 || results.length === 0,
		errors: countOf('error', results),
		warnings: countOf('warning', results),
		maxWarnings: options.maxWarnings,
	});
}

interface FoundInputs {
	readonly inputs: readonly Input[];
	readonly skipped: readonly string[];
	readonly faults: readonly string[];
}

async function findInputs({ paths, stdinName }: LintOptions, io: Io): Promise<FoundInputs> {
	const named = paths.filter((name) => name !== '-');
	const { files, skipped, faults } = findFiles(named, io.cwd);
	if (named.length === paths.length) return { inputs: files, skipped, faults };
	const absolute = path.resolve(io.cwd, stdinName ?? '-');
	if (stdinName !== undefined && readUnitFileName(absolute) === undefined) {
		return { inputs: files, skipped: [...skipped, `${stdinName}: not a unit file's name`], faults };
	}
	const stdin = { path: stdinName ?? '<stdin>', absolute, named: true, bytes: await readAll(io) };
	return { inputs: [...files, stdin].sort(byPath), skipped, faults };
}

async function readAll({ stdin }: Io): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of stdin) chunks.push(chunk);
	return Buffer.concat(chunks);
}
