// Entry of the extension: contributes the commands, the clusters and the language server. Loads as little as it can,
// because every window waits for it; what a unit file means is the server's business.

import * as vscode from 'vscode';
import { contextKeys } from '../../protocol/src/commands.ts';
import { languageId } from '../../protocol/src/settings.ts';
import { type RegisteredClusters, registerClusters } from './clusters/lazy-window.ts';
import { registerCommands } from './commands/register.ts';
import { createLazyLanguage, type LazyLanguage } from './lazy-language.ts';

/** Called by VS Code when the first unit file is opened, the view is seen, or a command is called. */
export function activate(context: vscode.ExtensionContext): void {
	const output = vscode.window.createOutputChannel('Fleet Units', { log: true });
	const language = createLazyLanguage(context.asAbsolutePath('dist/server.cjs'), output);
	clusters = registerClusters(context, output, language);
	context.subscriptions.push(
		output,
		language,
		registerCommands({ language, output }),
		clusters,
		startWithFirstUnitFile(language),
	);
}

/** Called by VS Code when it ends, which it puts off for as long as this takes. */
export async function deactivate(): Promise<void> {
	await clusters?.close();
}

let clusters: RegisteredClusters | undefined;

/** Starts the server when there is a unit file to look at; the view of clusters alone needs none. */
function startWithFirstUnitFile(language: LazyLanguage): vscode.Disposable {
	const start = async () => {
		void vscode.commands.executeCommand('setContext', contextKeys.unitFileSeen, true);
		await (await language.load()).start();
	};
	const isUnitFile = ({ languageId: id }: vscode.TextDocument) => id === languageId;
	// Other extensions wait for this one to be active; nobody waits for the server yet.
	if (vscode.workspace.textDocuments.some(isUnitFile)) setImmediate(() => void start());
	return vscode.workspace.onDidOpenTextDocument((document) => {
		if (isUnitFile(document)) void start();
	});
}
