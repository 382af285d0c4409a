// Commands that only look: unit text, status, explanation, comparison, what a lost machine would mean.

import * as vscode from 'vscode';
import { idBelow } from '../cluster-view/node.ts';
import { instancesOf } from '../cluster-view/template-instances.ts';
import { clearFilter } from './cluster-rows.ts';
import { machinesOf } from './machines.ts';
import type { Handler } from './services.ts';
import { rowsOf, unitsOf } from './subject.ts';
import { withFiles } from './with-files.ts';

/** Shows the text that a cluster has of units. */
export const showUnitText: Handler = async (services, ...args) => {
	for (const { session, unit } of await unitsOf(services, args)) {
		await services.documents.open({ kind: 'unit', cluster: session.identity.id, subject: unit });
	}
};

/** Shows what systemctl says of units. */
export const showStatus: Handler = async (services, ...args) => {
	const rows = rowsOf(services, args);
	for (const { session, unit, machineId } of await unitsOf(services, args)) {
		const isPlace = rows.some(({ kind, about }) => kind === 'place' && about.unit === unit);
		const machine = isPlace && machineId !== undefined ? { machine: machineId } : {};
		await services.documents.open({ kind: 'status', cluster: session.identity.id, subject: unit, ...machine });
	}
};

/** Explains why units are where they are, or nowhere. */
export const explainPlacement: Handler = async (services, ...args) => {
	for (const { session, unit } of await unitsOf(services, args)) {
		await services.documents.open({ kind: 'why', cluster: session.identity.id, subject: unit });
	}
};

/** Shows the file beside what the cluster has. */
export const diffWithCluster: Handler = async (services, ...args) => {
	for (const { session, unit, file } of withFiles(await unitsOf(services, args))) {
		const there = services.documents.uri({ kind: 'unit', cluster: session.identity.id, subject: unit });
		const title = `${unit}: ${session.identity.name} ↔ here`;
		await vscode.commands.executeCommand('vscode.diff', there, vscode.Uri.file(file), title);
	}
};

/** Opens the file of a unit. */
export const openUnitFile: Handler = async (services, ...args) => {
	for (const { file } of withFiles(await unitsOf(services, args))) {
		await vscode.window.showTextDocument(vscode.Uri.file(file), { preview: false });
	}
};

/** Shows what would move if machines were lost. */
export const previewMachineLoss: Handler = async (services, ...args) => {
	for (const { session, machineId } of await machinesOf(services, args)) {
		await services.documents.open({ kind: 'loss', cluster: session.identity.id, subject: machineId });
	}
};

/** Shows a unit in the tree, or an instance of a template that is not there itself. A filter that hides it goes. */
export const revealUnit: Handler = async (services, ...args) => {
	const [subject] = await unitsOf(services, args);
	const { snapshot } = subject?.session.view() ?? {};
	if (subject === undefined || snapshot === undefined) return;
	const { provider, treeView } = services;
	const known = [...snapshot.units.filter(({ name }) => name === subject.unit), ...instancesOf(subject.unit, snapshot)];
	const id = idBelow('cluster', subject.session.identity.id, 'units', known[0]?.name ?? subject.unit);
	if (provider.node(id) === undefined) await clearFilter(services);
	await services.clusters.shown();
	if (provider.node(id) !== undefined) return await treeView.reveal(id, { select: true, focus: true, expand: true });
	void vscode.window.showInformationMessage(`${subject.unit} is not on ${subject.session.identity.name}.`);
};
