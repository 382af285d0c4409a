// The commands of a service with what each will do, from its Exec*= settings.

import { type Command, parseCommandLine } from '../../../../core/src/syntax/command-line.ts';
import type { UnitOption } from '../../model.ts';
import { type Expansion, expandSpecifiers, expandVariables } from './expand.ts';
import type { Run } from './plan.ts';
import { deedOf, programName, type Role } from './programs.ts';
import { listSetting } from './settings.ts';

/** The runs of one setting, or why systemd refuses the unit. */
export type RunsReading =
	| { readonly kind: 'runs'; readonly runs: readonly Run[] }
	| { readonly kind: 'refused'; readonly reason: string };

/** Reads one Exec*= setting of [Service]. */
export function readRuns(options: readonly UnitOption[], name: string, role: Role, expansion: Expansion): RunsReading {
	const runs: Run[] = [];
	for (const value of listSetting(options, 'Service', name)) {
		const { commands, faults } = parseCommandLine(value);
		if (faults.some(({ effect }) => effect === 'refused')) {
			return { kind: 'refused', reason: `${name}= has a command that cannot be run: ${value}` };
		}
		runs.push(...commands.map((command) => toRun(command, role, expansion)));
	}
	return { kind: 'runs', runs };
}

function toRun({ path, argv, ignoreFailure, noExpansion }: Command, role: Role, expansion: Expansion): Run {
	const words = argv.map(({ text }) => expandSpecifiers(text, expansion));
	const [, ...args] = noExpansion ? words : expandVariables(words, expansion.environment);
	const program = expandSpecifiers(path.text, expansion);
	const deed = deedOf([program, ...args], role);
	return { ...deed, program: programName(program), command: [program, ...args].join(' '), ignoreFailure };
}
