// What the extension has of the language server: the client, its state in the status bar, and what the server is told of
// this machine. A bundle of its own, because the client is large and the view of clusters can do without.

import * as vscode from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import { tellOfTrust } from './host.ts';
import { createLanguageClient } from './language-client.ts';
import { createStatusItem } from './status-item.ts';

/** The language server as others see it. */
export interface Language extends vscode.Disposable {
	readonly client: LanguageClient;
	/** Starts the server where it does not run. A failure stands in the log. */
	readonly start: () => Promise<void>;
}

/** Puts it together; nothing is started by that. */
export function createLanguage(serverPath: string, output: vscode.LogOutputChannel): Language {
	const client = createLanguageClient(serverPath, output);
	const parts = vscode.Disposable.from(client, createStatusItem(client), tellOfTrust(client));
	return {
		client,
		start: async () => {
			if (client.state !== State.Stopped) return;
			await client.start().catch((error: unknown) => output.error(`language server: ${String(error)}`));
		},
		dispose: () => parts.dispose(),
	};
}
