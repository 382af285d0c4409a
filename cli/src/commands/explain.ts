// `fleet-units explain [RULE]`: a rule's page in the terminal, or the list of all rules.

import { allRules, type Rule, requireRule } from '../../../core/src/index.ts';
import { type OptionTable, readArguments, UsageError } from '../arguments.ts';
import { painter } from '../colour.ts';
import type { Command } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { listRules, printRule } from '../rule-text.ts';

const options = {} as const satisfies OptionTable;

/** The command. */
export const explainCommand: Command = {
	name: 'explain',
	summary: 'explains a rule, or lists all rules',
	usage: '[RULE]',
	options,
	notes: [],
	run: runExplain,
};

async function runExplain(argv: readonly string[], { stdout, env }: Io): Promise<ExitCode> {
	const [id, another] = readArguments(argv, options).positionals;
	if (another !== undefined) throw new UsageError('explain takes one rule at a time');
	const paint = painter(stdout, env);
	stdout.write(id === undefined ? listRules(allRules, paint) : printRule(findRule(id), paint));
	return exitCodes.ok;
}

/** The core's words for an unknown rule name the nearest one. */
function findRule(id: string): Rule {
	try {
		return requireRule(id);
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}
