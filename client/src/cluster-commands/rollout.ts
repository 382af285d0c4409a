// Rolls a template out to its instances, a few at a time, with progress for each. A rollout that ended early is kept, and
// the next one on the same template offers to go on with it.

import * as vscode from 'vscode';
import { expandAll } from '../../../cluster/src/operations/find-units.ts';
import {
	type RolloutRequest,
	type RolloutResult,
	type RolloutState,
	rollout,
} from '../../../cluster/src/operations/rollout.ts';
import { toUnitName } from '../../../cluster/src/operations/unit-names.ts';
import { matchGlob } from '../../../core/src/fleet/glob.ts';
import { instancesOf } from '../cluster-view/template-instances.ts';
import { errorText } from '../clusters/failure.ts';
import type { Session } from '../clusters/session.ts';
import { confirm } from './confirm.ts';
import { tellResult, withProgress } from './run-operation.ts';
import { savedFiles } from './saved-files.ts';
import type { ClusterServices, Handler } from './services.ts';
import { type UnitSubject, unitsOf, writable } from './subject.ts';
import { templateOf } from './unit-texts.ts';

/** Rolls out templates. */
export const rolloutTemplate: Handler = async (services, ...args) => {
	const subjects = writable(await unitsOf(services, args));
	const templates = new Map(subjects.flatMap((one) => templateEntry(services, one)));
	if (templates.size === 0 && subjects.length > 0) {
		void vscode.window.showInformationMessage(
			'A rollout needs the file of a template, such as web@.service, in this workspace.',
		);
	}
	for (const { session, template, file } of templates.values()) await rolloutOne(services, session, template, file);
};

function templateEntry({ clusters }: ClusterServices, { session, unit }: UnitSubject) {
	const template = templateOf(unit);
	const file = template === undefined ? undefined : clusters.localFiles().get(template)?.path;
	if (template === undefined || file === undefined) return [];
	return [[`${session.identity.id} ${template}`, { session, template, file }] as const];
}

async function rolloutOne(services: ClusterServices, session: Session, template: string, file: string): Promise<void> {
	const key = `rollout ${session.identity.id} ${template}`;
	const kept = services.memory.get<RolloutState>(key);
	const plan = (kept && (await askResume(kept))) ?? (await askPlan(session, template));
	if (plan === undefined || !(await agreed(session, plan))) return;
	const result = await withProgress(services, session, {
		title: `rolling out ${template}`,
		run: async (backend, context) => {
			const files = await savedFiles([file]);
			return await rollout(backend, { template: file, files, healthyFor, ...plan }, context);
		},
	});
	if (result === undefined) return;
	await services.memory.update(key, result.isComplete ? undefined : result.state);
	tellResult(services, session, result.units, result.isComplete ? undefined : leftText(result));
}

function leftText({ state: { template, done, left }, templateError }: RolloutResult): string {
	const count = `${done.length} of ${done.length + left.length} instances of ${template} have the new text`;
	if (templateError !== undefined) return `${count}; the template itself was not stored: ${errorText(templateError)}`;
	return `${count}; roll it out again to go on`;
}

type Plan = Pick<RolloutRequest, 'instances' | 'atATime' | 'resume'>;

/** Milliseconds that an instance must keep running before the next one is begun. */
const healthyFor = 5_000;

async function askResume(state: RolloutState): Promise<Plan | undefined> {
	const goOn = { label: 'Go on', description: `with ${state.left.join(', ')}, in the text of then` };
	const anew = { label: 'Begin anew', description: 'with the file as it is now' };
	const title = `An earlier rollout of ${state.template} ended early`;
	const picked = await vscode.window.showQuickPick([goOn, anew], { title });
	return picked === goOn ? { instances: [], resume: state } : undefined;
}

async function askPlan(session: Session, template: string): Promise<Plan | undefined> {
	const { snapshot } = session.view();
	const known = snapshot === undefined ? [] : instancesOf(template, snapshot).map(({ name }) => name);
	const typed = await vscode.window.showInputBox({
		title: `Roll out ${template} on ${session.identity.name}`,
		prompt: `Which instances? Names, globs, or ${template.replace('@', '@{1..3}')}; those that are not there are made.`,
		validateInput: (text) => (namesIn(text) === undefined ? 'these are too many' : undefined),
		value: known.length > 0 ? known.join(' ') : template.replace('@', '@{1..3}'),
	});
	const instances = namesIn(typed ?? '') ?? [];
	if (instances.length === 0) return undefined;
	const picked = await vscode.window.showQuickPick(['1', '2', '3', '5', '10'], { title: 'How many at a time?' });
	return picked === undefined ? undefined : { instances, atATime: Number(picked) };
}

/** `web@{1..2} db@*` → `web@1`, `web@2`, `db@*`; `undefined` where they are more than anybody means. */
function namesIn(text: string): readonly string[] | undefined {
	try {
		return expandAll(text.split(/\s+/).filter((one) => one !== ''));
	} catch {
		return undefined;
	}
}

/** Running instances are restarted with the new text, so one has to agree. */
async function agreed(session: Session, { instances, resume }: Plan): Promise<boolean> {
	const names = (resume?.left ?? instances).map(toUnitName);
	const { snapshot } = session.view();
	const isMeant = (name: string) => names.some((one) => matchGlob(one, name));
	const units = snapshot?.units ?? [];
	const running = units.filter(({ name, desiredState }) => desiredState === 'launched' && isMeant(name));
	const consequence =
		'Each restarts with the new text, on its machine; the first that does not keep running ends the rollout.';
	const subjects = running.map(({ name }) => ({ session, unit: name }));
	return subjects.length === 0 || (await confirm(subjects, { verb: 'Roll Out', consequence }));
}
