// `ctl diff UNIT…`: file, registry and machines compared, as a unified diff and a sentence a unit.

import { type DriftKind, diff, type UnitDiff } from '../../../../cluster/src/operations/diff.ts';
import { filesIn } from '../../../../cluster/src/operations/unit-files.ts';
import { painter } from '../../colour.ts';
import type { Io } from '../../io.ts';
import { paintDiffLine } from '../../report-fixes.ts';
import { tell } from '../../say.ts';
import { defineCtlCommand } from '../ctl-command.ts';
import { printJson } from '../print-json.ts';
import { requireUnits } from '../require-units.ts';
import { shownText } from '../shown-text.ts';

/** The command. */
export const diffCommand = defineCtlCommand({
	name: 'diff',
	summary: 'compares unit files with the registry, and that with the machines',
	usage: 'UNIT…',
	options: {},
	notes: [
		[
			'A UNIT is a file, a name or a choice. Texts are compared as fleet keeps them, without comments and blank lines;',
			'- is the registry, + the file.',
		].join('\n'),
		'exit codes: 0 no differences\n            1 differences, or a unit that is in one place only\n            2 wrong usage',
	],
	run: async ({ args, settings, io, signal, connect }) => {
		const units = requireUnits(args);
		const diffs = await diff(await connect(), units, filesIn(io.cwd), signal);
		if (settings.format === 'json') printJson(io, diffs);
		else for (const one of diffs) printDiff(one, io);
		return diffs.every(({ kind }) => kind === 'same') ? 0 : 1;
	},
});

function printDiff(one: UnitDiff, io: Io): void {
	const paint = painter(io.stdout, io.env);
	for (const line of one.lines) io.stdout.write(`${paintDiffLine(shownText(line, io.stdout), paint)}\n`);
	tell(io, `${one.name}: ${sentence(one)}`);
}

const sentences: Readonly<Record<DriftKind, string>> = {
	same: 'file, registry and machines have the same text',
	edited: 'edited: the file is not what the registry has; redeploy it',
	'deploy-pending': 'deploy pending: machines do not have the registry’s text yet',
	both: 'edited, and an earlier deploy has not reached all machines yet',
	'not-submitted': 'not in the registry; submit or start it',
	'no-file': 'in the registry, and no file of it here',
	nowhere: 'neither a file here nor in the registry',
};

function sentence({ kind, outdated }: UnitDiff): string {
	const machines = outdated.map(({ machineId, hash }) => `${machineId.slice(0, 8)} has ${hash.slice(0, 7)}`);
	return `${sentences[kind]}${machines.length === 0 ? '' : ` (${machines.join(', ')})`}`;
}
