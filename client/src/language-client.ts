// The language client: how the bundled server is started and for which documents it is asked.

import type * as vscode from 'vscode';
import {
	LanguageClient,
	type LanguageClientOptions,
	type ServerOptions,
	TransportKind,
} from 'vscode-languageclient/node';
import { commands } from '../../protocol/src/commands.ts';
import { languageId, settingsSection } from '../../protocol/src/settings.ts';
import { hostNow } from './host.ts';
import { useLineEndEdits } from './line-ends.ts';
import { offerValues } from './value-suggestions.ts';

/** A client for the server at that path. The server starts no program, so untrusted workspaces may have it. */
export function createLanguageClient(serverPath: string, output: vscode.LogOutputChannel): LanguageClient {
	const run = { module: serverPath, transport: TransportKind.ipc, options: { execArgv: smallHeap } };
	const debug = { ...run, options: { execArgv: [...smallHeap, '--nolazy', '--inspect=6010'] } };
	const server: ServerOptions = { run, debug };
	const options: LanguageClientOptions = {
		documentSelector: [{ language: languageId }],
		outputChannel: output,
		traceOutputChannel: output,
		synchronize: { configurationSection: settingsSection },
		initializationOptions: () => ({ host: hostNow() }),
		// Of all links that a hover may hold, one kind does something here.
		markdown: { isTrusted: { enabledCommands: [commands.openManPage] } },
		middleware: {
			provideCodeActions: async (document, range, context, token, next) =>
				useLineEndEdits(document, await next(document, range, context, token)),
			provideCompletionItem: async (document, position, context, token, next) =>
				offerValues(await next(document, position, context, token)),
		},
	};
	return new LanguageClient(settingsSection, 'Fleet Units', server, options);
}

// Unit files are small and their trees short-lived: collected early, they leave a fifth of the memory unused.
const smallHeap = ['--max-semi-space-size=2'];
