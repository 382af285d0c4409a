// The clusters of the settings of this machine, as they stand there, and the way to forget one. What they mean is read
// elsewhere.

import * as vscode from 'vscode';
import { settingsSection } from '../../../protocol/src/settings.ts';
import type { ClusterServices, Handler } from './services.ts';
import { rowsOf } from './subject.ts';

/** Takes clusters out of the settings, after a question. */
export const removeCluster: Handler = async (services, ...args) => {
	const names = await namesToRemove(services, args);
	if (names.length === 0) return;
	const verb = 'Remove';
	const detail = 'The cluster itself stays as it is; only the settings forget it.';
	const message = `Remove ${names.join(', ')} from the settings?`;
	if ((await vscode.window.showWarningMessage(message, { modal: true, detail }, verb)) !== verb) return;
	await saveClusters(savedClusters().filter((one) => !names.includes(nameOf(one))));
	await services.configure();
};

/** Those of the rows, or one that is asked for; what the environment names is in no settings. */
async function namesToRemove(services: ClusterServices, args: readonly unknown[]): Promise<readonly string[]> {
	if (typeof args[0] === 'string') return rowsOf(services, args).map(({ label }) => label);
	const names = savedClusters()
		.map(nameOf)
		.filter((name) => name !== '');
	if (names.length === 0) void vscode.window.showInformationMessage('The settings name no cluster.');
	const picked = names.length === 0 ? undefined : await vscode.window.showQuickPick(names, { title: 'Which cluster?' });
	return picked === undefined ? [] : [picked];
}

/** What the settings have, unchecked. */
export function savedClusters(): readonly unknown[] {
	const saved = vscode.workspace.getConfiguration(settingsSection).get('clusters');
	return Array.isArray(saved) ? saved : [];
}

/** Replaces what the settings have. A workspace cannot have any. */
export function saveClusters(clusters: readonly unknown[]): Thenable<void> {
	const settings = vscode.workspace.getConfiguration(settingsSection);
	return settings.update('clusters', clusters, vscode.ConfigurationTarget.Global);
}

function nameOf(saved: unknown): string {
	return typeof saved === 'object' && saved !== null && 'name' in saved ? String(saved.name) : '';
}
