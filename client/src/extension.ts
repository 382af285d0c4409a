// Entry of the extension: starts the language client once there is a unit file, shows its state, contributes the
// commands and the clusters. What a unit file means is the server's business.

import * as vscode from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import { contextKeys } from '../../protocol/src/commands.ts';
import { languageId } from '../../protocol/src/settings.ts';
import { type RegisteredClusters, registerClusters } from './clusters/lazy-window.ts';
import { registerCommands } from './commands/register.ts';
import { tellOfTrust } from './host.ts';
import { createLanguageClient } from './language-client.ts';
import { createStatusItem } from './status-item.ts';

/** Called by VS Code when the first unit file is opened, the view is seen, or a command is called. */
export function activate(context: vscode.ExtensionContext): void {
	const output = vscode.window.createOutputChannel('Fleet Units', { log: true });
	const client = createLanguageClient(context.asAbsolutePath('dist/server.cjs'), output);
	clusters = registerClusters(context, output, client);
	context.subscriptions.push(
		output,
		client,
		createStatusItem(client),
		tellOfTrust(client),
		registerCommands({ client, output }),
		clusters,
		startWithFirstUnitFile(client, output),
	);
}

/** Called by VS Code when it ends, which it puts off for as long as this takes. */
export async function deactivate(): Promise<void> {
	await clusters?.close();
}

let clusters: RegisteredClusters | undefined;

/** Starts the client when there is a unit file to look at; the view of clusters alone needs no language server. */
function startWithFirstUnitFile(client: LanguageClient, output: vscode.LogOutputChannel): vscode.Disposable {
	const start = async () => {
		void vscode.commands.executeCommand('setContext', contextKeys.unitFileSeen, true);
		await client.start().catch((error: unknown) => output.error(`language server: ${String(error)}`));
	};
	const isUnitFile = ({ languageId: id }: vscode.TextDocument) => id === languageId;
	if (vscode.workspace.textDocuments.some(isUnitFile)) void start();
	return vscode.workspace.onDidOpenTextDocument((document) => {
		if (isUnitFile(document) && client.state === State.Stopped) void start();
	});
}
