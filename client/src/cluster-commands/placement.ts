// Where units would land: for the file that is being edited, as a document that says why; for files that are dropped on a
// cluster, as a question before they are submitted. Texts of open editors count as they are there, saved or not.

import path from 'node:path';
import * as vscode from 'vscode';
import { releaseOn, toCluster } from '../../../cluster/src/operations/fleet-cluster.ts';
import { type PlannedUnit, type PlanResults, planUnits } from '../../../cluster/src/operations/placement.ts';
import { readSnapshot } from '../../../cluster/src/operations/read-snapshot.ts';
import { submit } from '../../../cluster/src/operations/submit.ts';
import type { FleetRelease } from '../../../core/src/fleet/model.ts';
import { readOptions } from '../../../core/src/fleet/options.ts';
import { requirementsOf } from '../../../core/src/fleet/requirements.ts';
import { splitUnitName, unitNameFault } from '../../../core/src/fleet/unit-name.ts';
import { validateOptions } from '../../../core/src/fleet/validate.ts';
import type { Drop } from '../clusters/drops.ts';
import type { Session } from '../clusters/session.ts';
import { dropLines } from '../documents/drop-text.ts';
import { placementText } from '../documents/placement-text.ts';
import { tellResult, withProgress } from './run-operation.ts';
import { savedFiles } from './saved-files.ts';
import type { ClusterServices, Handler } from './services.ts';
import { byCluster, unitsOf, writable } from './subject.ts';

/** Tells where units would land, or asks before dropped files are submitted. */
export const previewPlacement: Handler = async (services, ...args) => {
	const drop = readDrop(args[0]);
	if (drop !== undefined) return await submitDropped(services, drop);
	const subjects = (await unitsOf(services, args)).flatMap(({ file, ...rest }) =>
		file === undefined ? [] : [{ ...rest, file }],
	);
	for (const { session, subjects: units } of byCluster(subjects)) {
		const results = await plan(
			services,
			session,
			units.map(({ file }) => file),
		);
		if (results === undefined) continue;
		const title = units.length === 1 ? (units[0]?.unit ?? '') : `${units.length} units`;
		const text = placementText(session.identity.name, results, results.release);
		await services.documents.openText('placement', title, text);
	}
};

async function submitDropped(services: ClusterServices, { cluster, machine, files }: Drop): Promise<void> {
	const session = services.clusters.session(cluster);
	if (session === undefined || writable([{ session, unit: '' }]).length === 0) return;
	if (session.backend() === undefined) await session.connect();
	const results = await plan(services, session, files);
	if (results === undefined) return;
	const what = files.length === 1 ? path.basename(files[0] ?? '') : `${files.length} unit files`;
	const verb = 'Submit';
	const lines = dropLines(results, machine, results.release);
	const detail = `${lines.join('\n')}\n\nTo submit only stores; nothing is started.`;
	const question = `Submit ${what} to ${session.identity.name}?`;
	if ((await vscode.window.showInformationMessage(question, { modal: true, detail }, verb)) !== verb) return;
	const result = await withProgress(services, session, {
		title: `submitting ${what}`,
		run: async (backend, context) => submit(backend, { units: files, files: await savedFiles(files) }, context),
	});
	if (result !== undefined) tellResult(services, session, result);
}

function plan(
	services: ClusterServices,
	session: Session,
	files: readonly string[],
): Promise<(PlanResults & { readonly release: FleetRelease }) | undefined> {
	return withProgress(services, session, {
		title: 'working out the placement',
		run: async (backend, { signal }) => {
			const [snapshot, release] = await Promise.all([readSnapshot(backend, signal), releaseOn(backend, signal)]);
			const planned = await Promise.all(files.map((file) => plannedUnit(file, release)));
			return { ...planUnits(toCluster(snapshot, release), planned, release), release };
		},
	});
}

async function plannedUnit(file: string, release: FleetRelease): Promise<PlannedUnit> {
	const name = path.basename(file);
	const { options, error } = readOptions(await textOf(file), release);
	const fault = error ?? unitNameFault(name, release) ?? validateOptions(options, release);
	const refusal = fault === undefined ? templateRefusal(name) : `fleet refuses it: ${fault}`;
	return { name, requirements: requirementsOf(options, name, release), refusal };
}

function templateRefusal(name: string): string | undefined {
	return splitUnitName(name)?.isTemplate ? 'a template runs nowhere itself; its instances do' : undefined;
}

async function textOf(file: string): Promise<string> {
	const open = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'file' && uri.fsPath === file);
	if (open !== undefined) return open.getText();
	return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.file(file)));
}

function readDrop(value: unknown): Drop | undefined {
	if (typeof value !== 'object' || value === null || !('cluster' in value) || !('files' in value)) return undefined;
	const { cluster, files } = value;
	const machine = 'machine' in value ? value.machine : undefined;
	if (typeof cluster !== 'string' || !Array.isArray(files)) return undefined;
	const paths = files.filter((file) => typeof file === 'string');
	return { cluster, files: paths, ...(typeof machine === 'string' && { machine }) };
}
