// `fleet-units explain [RULE|FILE]`: a rule's page in the terminal, the list of all rules, or what a unit file asks of
// fleet. A name that is a file's, or that no rule could have, is taken for a file.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { allRules, type FleetRelease, type Rule, readUnitFileName, requireRule } from '../../../core/src/index.ts';
import { type OptionTable, readArguments, UsageError } from '../arguments.ts';
import { painter } from '../colour.ts';
import type { Command } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { reasonOf } from '../failures.ts';
import { fleetVersionOption, readFleetVersion } from '../fleet-version.ts';
import type { Io } from '../io.ts';
import { listRules, printRule } from '../rule-text.ts';
import { complain } from '../say.ts';
import { explainUnit } from '../unit-explanation.ts';
import { decodeUnit } from '../unit-text.ts';

const options = { 'fleet-version': fleetVersionOption } as const satisfies OptionTable;

/** The command. */
export const explainCommand: Command = {
	name: 'explain',
	summary: 'explains a rule or a unit file, or lists all rules',
	usage: '[RULE|FILE]',
	options,
	notes: ['Of a unit file it tells what fleet makes of it: where the unit may run, and what fleet refuses or ignores.'],
	run: runExplain,
};

async function runExplain(argv: readonly string[], io: Io): Promise<ExitCode> {
	const { values, positionals } = readArguments(argv, options);
	const [what, another] = positionals;
	if (another !== undefined) throw new UsageError('explain takes one rule or file at a time');
	const release = readFleetVersion(values['fleet-version']);
	const paint = painter(io.stdout, io.env);
	if (what !== undefined && isFile(what, io)) return explainFile(what, release, io);
	io.stdout.write(what === undefined ? listRules(allRules, paint) : printRule(findRule(what), paint));
	return exitCodes.ok;
}

function isFile(what: string, { cwd }: Io): boolean {
	if (allRules.some(({ id }) => id === what)) return false;
	return readUnitFileName(what) !== undefined || existsSync(path.resolve(cwd, what));
}

function explainFile(file: string, release: FleetRelease, io: Io): ExitCode {
	try {
		const text = decodeUnit(readFileSync(path.resolve(io.cwd, file)));
		io.stdout.write(explainUnit(path.basename(file), text, release, painter(io.stdout, io.env)));
		return exitCodes.ok;
	} catch (error) {
		complain(io, `${file}: ${reasonOf(error)}`);
		return exitCodes.failure;
	}
}

/** The core's words for an unknown rule name the nearest one. */
function findRule(id: string): Rule {
	try {
		return requireRule(id);
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}
