// The item in the language status of a unit file: the releases that it is checked for, where they come from, and
// whether the server runs. It appears with unit files only.

import * as vscode from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import { commands } from '../../protocol/src/commands.ts';
import { type TargetResult, targetChangedNotification, targetRequest } from '../../protocol/src/requests.ts';
import { languageId, settingsSection } from '../../protocol/src/settings.ts';
import { targetDetail, targetText } from './target-texts.ts';

/** Creates the item and keeps it true until it is disposed. */
export function createStatusItem(client: LanguageClient): vscode.Disposable {
	const item = vscode.languages.createLanguageStatusItem('fleetUnits.status', { language: languageId });
	item.name = 'Fleet Units';
	let turn = 0;
	const update = async () => {
		const own = ++turn;
		Object.assign(item, client.state === State.Stopped ? stopped() : running(client.state, undefined));
		const target = await targetOf(client);
		// A later change has been shown already, or will be.
		if (own === turn && target !== undefined) Object.assign(item, running(client.state, target));
	};
	void update();
	return vscode.Disposable.from(
		item,
		client.onDidChangeState(update),
		vscode.window.onDidChangeActiveTextEditor(update),
		client.onNotification(targetChangedNotification, update),
		vscode.workspace.onDidChangeConfiguration((event) => {
			if (event.affectsConfiguration(settingsSection)) void update();
		}),
	);
}

/** What the active unit file is checked for; its project may say something else than the editor. */
async function targetOf(client: LanguageClient): Promise<TargetResult | undefined> {
	const document = vscode.window.activeTextEditor?.document;
	if (document?.languageId !== languageId || client.state !== State.Running) return undefined;
	const uri = client.code2ProtocolConverter.asUri(document.uri);
	return client.sendRequest<TargetResult>(targetRequest, { textDocument: { uri } }).catch(() => undefined);
}

function running(state: State, target: TargetResult | undefined): Partial<vscode.LanguageStatusItem> {
	const set = { systemd: setting('systemdVersion'), fleet: setting('fleetVersion') };
	return {
		text: targetText(set, target),
		detail: targetDetail(set, target),
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

/** What the person has set; `undefined` for what is only the default. */
function setting(name: string): string | undefined {
	const { globalValue, workspaceValue, workspaceFolderValue } =
		vscode.workspace.getConfiguration(settingsSection).inspect(name) ?? {};
	const value = workspaceFolderValue ?? workspaceValue ?? globalValue;
	return value === undefined ? undefined : String(value);
}
