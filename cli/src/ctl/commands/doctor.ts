// `ctl doctor`: what is not well with the cluster, and what can be done; done only when asked to.

import { examine } from '../../../../cluster/src/operations/doctor/examine.ts';
import type { Finding } from '../../../../cluster/src/operations/doctor/finding.ts';
import { type RepairResult, repairAll, repairText } from '../../../../cluster/src/operations/doctor/repair.ts';
import type { OptionTable } from '../../arguments.ts';
import { painter } from '../../colour.ts';
import type { Io } from '../../io.ts';
import { complain, tell } from '../../say.ts';
import { visible } from '../../visible.ts';
import { readSeconds } from '../blocking.ts';
import { defineCtlCommand } from '../ctl-command.ts';
import { printJson } from '../print-json.ts';

const options = {
	repair: { type: 'boolean', help: 'do the repairs that are named' },
	only: { type: 'string', multiple: true, value: 'CHECK', help: 'only what that check finds; may be repeated' },
	'confirm-after': {
		type: 'string',
		value: 'SECONDS',
		help: 'when to look again at what may be passing; 10 by default',
	},
} as const satisfies OptionTable;

/** The command. */
export const doctor = defineCtlCommand({
	name: 'doctor',
	summary: 'tells what is not well with the cluster, and repairs it on demand',
	usage: '[--repair] [--only CHECK] [--confirm-after SECONDS]',
	options,
	notes: [
		[
			'What stands in the registry and what fleet hides can be seen only with --driver etcd.',
			'What may be only passing, such as a unit that is not loaded yet, is told if it is there at a second look, too.',
		].join('\n'),
		'exit codes: 0 nothing is wrong, or all of it was repaired\n            1 errors or warnings are left',
	],
	run: async ({ values, settings, io, signal, connect }) => {
		const backend = await connect();
		const confirmAfter = readSeconds('confirm-after', values['confirm-after']);
		const found = await examine(backend, confirmAfter === undefined ? {} : { confirmAfter }, signal);
		const findings = found.filter(({ check }) => values.only?.includes(check) ?? true);
		const repairs = values.repair === true ? await repairAll(backend, findings, signal) : [];
		if (settings.format === 'json') printJson(io, { findings, repairs: repairs.map(repairAsJson) });
		else printFindings(findings, values.repair !== true, io);
		for (const repair of repairs) tellRepair(repair, io);
		const done = new Set(repairs.filter(({ outcome }) => outcome.kind === 'done').map(({ finding }) => finding));
		return findings.some((finding) => finding.severity !== 'info' && !done.has(finding)) ? 1 : 0;
	},
});

function printFindings(findings: readonly Finding[], offersRepair: boolean, { stdout, env }: Io): void {
	const paint = painter(stdout, env);
	for (const { check, severity, sentence, advice, repair } of findings) {
		stdout.write(`${paint(severity, severity)}: ${visible(sentence)} [${check}]\n`);
		if (repair !== undefined && offersRepair) stdout.write(`  --repair would ${visible(repairText(repair))}\n`);
		else if (advice !== undefined) stdout.write(`  ${visible(advice)}\n`);
	}
	if (findings.length === 0) stdout.write('nothing is wrong, as far as can be seen from here\n');
}

function tellRepair({ finding, outcome }: RepairResult, io: Io): void {
	const what = finding.repair === undefined ? '' : repairText(finding.repair);
	if (outcome.kind === 'done') tell(io, `done: ${what}`);
	else complain(io, `could not ${what}: ${obstacleOf(outcome)}`);
}

function obstacleOf(outcome: Exclude<RepairResult['outcome'], { kind: 'done' }>): string {
	switch (outcome.kind) {
		case 'failed':
			return outcome.error.message;
		case 'impossible':
			return outcome.reason;
		case 'not-begun':
			return 'given up before';
	}
}

function repairAsJson({ finding, outcome }: RepairResult): object {
	return {
		check: finding.check,
		subject: finding.subject,
		repair: finding.repair?.kind,
		outcome: outcome.kind,
		...(outcome.kind === 'failed' && { reason: outcome.error.message }),
		...(outcome.kind === 'impossible' && { reason: outcome.reason }),
	};
}
