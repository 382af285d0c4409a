// The item in the language status of a unit file: the releases that it is checked for, and whether the server
// runs. It appears with unit files only.

import * as vscode from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import { commands } from '../../protocol/src/commands.ts';
import { languageId, settingsSection } from '../../protocol/src/settings.ts';

/** Creates the item and keeps it true until it is disposed. */
export function createStatusItem(client: LanguageClient): vscode.Disposable {
	const item = vscode.languages.createLanguageStatusItem('fleetUnits.status', { language: languageId });
	item.name = 'Fleet Units';
	const update = (state: State) => Object.assign(item, state === State.Stopped ? stopped() : running(state));
	update(client.state);
	return vscode.Disposable.from(
		item,
		client.onDidChangeState(({ newState }) => update(newState)),
		vscode.workspace.onDidChangeConfiguration((event) => {
			if (event.affectsConfiguration(settingsSection)) update(client.state);
		}),
	);
}

function running(state: State): Partial<vscode.LanguageStatusItem> {
	return {
		text: `systemd ${setting('systemdVersion', 'latest')}`,
		detail: `release that the unit files are checked for; CoreOS fleet ${setting('fleetVersion', '1.0')}`,
		severity: vscode.LanguageStatusSeverity.Information,
		busy: state === State.Starting,
		command: { command: commands.selectSystemdVersion, title: 'Change' },
	};
}

function stopped(): Partial<vscode.LanguageStatusItem> {
	return {
		text: 'Fleet Units has stopped',
		detail: 'unit files are not checked',
		severity: vscode.LanguageStatusSeverity.Error,
		busy: false,
		command: { command: commands.restartServer, title: 'Restart' },
	};
}

function setting(name: string, usual: string): string {
	return String(vscode.workspace.getConfiguration(settingsSection).get(name, usual));
}
