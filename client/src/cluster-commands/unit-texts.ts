// New texts for units that are on a cluster: redeploy where they run, replace and place anew, roll out a template to its
// instances, make a new instance.

import * as vscode from 'vscode';
import { redeploy } from '../../../cluster/src/operations/redeploy.ts';
import { unload } from '../../../cluster/src/operations/stop.ts';
import { start, submit } from '../../../cluster/src/operations/submit.ts';
import { splitUnitName, templateName } from '../../../core/src/fleet/unit-name.ts';
import { confirm } from './confirm.ts';
import { tellResult, withProgress } from './run-operation.ts';
import { savedFiles } from './saved-files.ts';
import type { ClusterServices, Handler } from './services.ts';
import { argumentOf, byCluster, type UnitSubject, unitsOf, writable } from './subject.ts';
import { withFiles } from './with-files.ts';

/** Gives units the text of their files where they run. */
export const redeployUnit: Handler = async (services, ...args) => {
	const subjects = withFiles(writable(await unitsOf(services, args)));
	const asked = subjects.filter(({ session }) => session.identity.production);
	const consequence = 'What runs there ends, and begins anew with the new text on the same machine.';
	if (asked.length > 0 && !(await confirm(asked, { verb: 'Redeploy', consequence }))) return;
	for (const { session, subjects: units } of byCluster(subjects)) {
		const result = await withProgress(services, session, {
			title: `redeploying ${namesOf(units)}`,
			run: async (backend, context) => {
				const paths = units.map(argumentOf);
				return await redeploy(backend, { units: paths, files: await savedFiles(paths) }, context);
			},
		});
		if (result !== undefined) tellResult(services, session, result);
	}
};

/** Takes units off their machines, gives them the text of their files, and lets fleet choose a machine again. */
export const replaceUnit: Handler = async (services, ...args) => {
	const subjects = withFiles(writable(await unitsOf(services, args)));
	const consequence = 'What runs there ends. Then it starts with the new text, maybe on another machine.';
	if (!(await confirm(subjects, { verb: 'Replace', consequence }))) return;
	for (const { session, subjects: units } of byCluster(subjects)) {
		const names = units.map(({ unit }) => unit);
		const paths = units.map(argumentOf);
		const result = await withProgress(services, session, {
			title: `replacing ${namesOf(units)}`,
			run: async (backend, context) => {
				await unload(backend, { units: names }, context);
				const files = await savedFiles(paths);
				await submit(backend, { units: paths, files, replace: true }, context);
				return await start(backend, { units: paths, files }, context);
			},
		});
		if (result !== undefined) tellResult(services, session, result);
	}
};

/** Asks for a name, and starts an instance of a template. */
export const newInstance: Handler = async (services, ...args) => {
	const [subject] = writable(await unitsOf(services, args));
	if (subject !== undefined) await startInstance(services, subject);
};

/** Asks for the name of a new instance of the template that a unit is or is made from, and starts it. */
export async function startInstance(services: ClusterServices, subject: UnitSubject): Promise<void> {
	const template = templateOf(subject.unit);
	if (template === undefined) {
		void vscode.window.showInformationMessage(`${subject.unit} is no template: its name would end in @.service.`);
		return;
	}
	const name = await askInstance(template, subject);
	if (name === undefined) return;
	const unit = template.replace('@', `@${name}`);
	const result = await withProgress(services, subject.session, {
		title: `starting ${unit}`,
		run: async (backend, context) => {
			const paths = [argumentOf({ ...subject, unit })];
			return await start(backend, { units: paths, files: await savedFiles(paths) }, context);
		},
	});
	if (result !== undefined) tellResult(services, subject.session, result);
}

/** The template that a unit is, or is made from. */
export function templateOf(unit: string): string | undefined {
	return splitUnitName(unit)?.isTemplate ? unit : templateName(unit);
}

async function askInstance(template: string, { session }: UnitSubject): Promise<string | undefined> {
	const known = (session.view().snapshot?.units ?? []).filter(({ name }) => templateName(name) === template);
	const taken = new Set(known.map(({ name }) => splitUnitName(name)?.instance));
	let free = 1;
	while (taken.has(String(free))) free++;
	return await vscode.window.showInputBox({
		title: `New instance of ${template} on ${session.identity.name}`,
		prompt: known.length === 0 ? 'There is none yet.' : `There are ${known.map(({ name }) => name).join(', ')}.`,
		value: String(free),
		validateInput: (text) => {
			if (!/^[0-9A-Za-z:\-_.\\]+$/.test(text)) return 'letters, digits and : - _ . are allowed';
			return taken.has(text) ? 'it is there already' : undefined;
		},
	});
}

function namesOf(subjects: readonly UnitSubject[]): string {
	const [only] = subjects;
	return subjects.length === 1 && only !== undefined ? only.unit : `${subjects.length} units`;
}
