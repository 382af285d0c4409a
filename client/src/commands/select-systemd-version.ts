// “Select the systemd release”: a list of the releases that distributions ship, or any other number.

import * as vscode from 'vscode';
import { settingsSection } from '../../../protocol/src/settings.ts';

interface ReleaseItem extends vscode.QuickPickItem {
	readonly version: string | number;
}

// Releases of stable distributions, for orientation; any other number can be typed into the settings.
const releases: readonly ReleaseItem[] = [
	{ label: 'latest', description: 'the newest that Fleet Units knows', version: 'latest' },
	{ label: '257', description: 'Debian 13, Fedora 42', version: 257 },
	{ label: '255', description: 'Ubuntu 24.04', version: 255 },
	{ label: '252', description: 'Debian 12, RHEL 9', version: 252 },
	{ label: '249', description: 'Ubuntu 22.04', version: 249 },
	{ label: '247', description: 'Debian 11', version: 247 },
	{ label: '239', description: 'RHEL 8', version: 239 },
	{ label: '233', description: 'CoreOS Container Linux in 2017', version: 233 },
	{ label: '219', description: 'RHEL 7', version: 219 },
];

/** Asks for the release and writes it to the settings: the workspace’s, where a folder is open. */
export async function selectSystemdVersion(): Promise<void> {
	const picked = await vscode.window.showQuickPick(releases, {
		title: 'systemd release that the unit files are for',
		placeHolder: 'Directives that the release does not know are reported',
		matchOnDescription: true,
	});
	if (picked === undefined) return;
	const target = vscode.workspace.workspaceFolders
		? vscode.ConfigurationTarget.Workspace
		: vscode.ConfigurationTarget.Global;
	await vscode.workspace.getConfiguration(settingsSection).update('systemdVersion', picked.version, target);
}
