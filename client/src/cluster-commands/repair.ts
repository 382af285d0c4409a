// Does the repairs that stand with findings in the tree, after a question that says what each would do.

import type { Finding } from '../../../cluster/src/operations/doctor/finding.ts';
import { repairAll, repairText } from '../../../cluster/src/operations/doctor/repair.ts';
import type { Session } from '../clusters/session.ts';
import { ask } from './confirm.ts';
import { tellError, withProgress } from './run-operation.ts';
import type { ClusterServices, Handler } from './services.ts';
import { rowsOf } from './subject.ts';

/** Repairs what the selected findings are about. */
export const repairFinding: Handler = async (services, ...args) => {
	const rows = rowsOf(services, args).filter(({ about }) => about.repair !== undefined);
	for (const session of services.clusters.sessions()) {
		const own = rows.filter(({ about }) => about.cluster === session.identity.id);
		const wanted = new Set(own.map(({ label }) => label));
		if (wanted.size > 0) await repairOn(services, session, wanted);
	}
};

async function repairOn(services: ClusterServices, session: Session, sentences: ReadonlySet<string>): Promise<void> {
	const findings = session.view().findings.filter(({ sentence, repair }) => repair && sentences.has(sentence));
	if (!(await mayRepair(session, findings))) return;
	const results = await withProgress(services, session, {
		title: 'repairing',
		run: (backend, { signal }) => repairAll(backend, findings, signal),
	});
	for (const { outcome, finding } of results ?? []) {
		if (outcome.kind === 'done') continue;
		const reason =
			outcome.kind === 'failed'
				? outcome.error
				: new Error(outcome.kind === 'impossible' ? outcome.reason : 'not begun');
		await tellError(services, `${session.identity.name}: ${finding.sentence}`, reason);
	}
	const done = new Set((results ?? []).filter(({ outcome }) => outcome.kind === 'done').map(({ finding }) => finding));
	session.setFindings(session.view().findings.filter((finding) => !done.has(finding)));
}

async function mayRepair({ identity }: Session, findings: readonly Finding[]): Promise<boolean> {
	const repairs = findings.map(({ sentence, repair }) => ({ sentence, will: repair ? repairText(repair) : '' }));
	return await ask({
		title: `Repair ${findings.length === 1 ? 'this' : `these ${findings.length}`} on ${identity.name}?`,
		verb: 'Repair',
		detail: repairs.map(({ sentence, will }) => `${sentence}\n→ ${will}`).join('\n\n'),
		consequence: repairs.map(({ will }) => will).join('\n'),
		...(identity.production && { word: identity.name }),
	});
}
