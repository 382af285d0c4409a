// Entry of the extension: starts the language client once there is a unit file, shows its state, contributes the
// commands and the clusters. What a unit file means is the server's business.

import * as vscode from 'vscode';
import { registerClusters } from './clusters/lazy-window.ts';
import { registerCommands } from './commands/register.ts';
import { createLanguageClient } from './language-client.ts';
import { createStatusItem } from './status-item.ts';

/** Called by VS Code when the first unit file is opened, the view is seen, or a command is called. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
	const output = vscode.window.createOutputChannel('Fleet Units', { log: true });
	const client = createLanguageClient(context.asAbsolutePath('dist/server.cjs'), output);
	context.subscriptions.push(
		output,
		client,
		createStatusItem(client),
		registerCommands({ client, output }),
		registerClusters(context, output),
	);
	await client.start();
}
