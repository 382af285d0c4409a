// A language client that is just large enough to measure a server: starts it, opens and changes documents, asks.

import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
	type ClientCapabilities,
	createProtocolConnection,
	type ProtocolConnection,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver/node';

/** How the client gets diagnostics: it asks for them, or it is told. */
export type DiagnosticsBy = 'pull' | 'push';

/** A running server that has answered `initialize`. */
export interface LspClient {
	readonly pid: number;
	readonly request: <R>(method: string, params: unknown) => Promise<R>;
	readonly notify: (method: string, params: unknown) => void;
	/** The next diagnostics that the server sends of its own accord. */
	readonly pushed: (uri: string) => Promise<readonly unknown[]>;
	/** The next line of the server's log that matches. */
	readonly logged: (pattern: RegExp) => Promise<string>;
	/** Ends the session and waits until the process is gone. */
	readonly stop: () => Promise<void>;
}

/** Starts the bundled server and introduces itself, with an open folder if one is given. */
export async function startServer(by: DiagnosticsBy, folder?: string): Promise<LspClient> {
	// With the flag that the extension gives it.
	const child = spawn(process.execPath, ['--max-semi-space-size=2', path.resolve('dist/server.cjs'), '--stdio'], {
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	const connection = createProtocolConnection(
		new StreamMessageReader(child.stdout),
		new StreamMessageWriter(child.stdin),
	);
	connection.listen();
	const client = createClient(child, connection);
	const rootUri = folder === undefined ? null : pathToFileURL(folder).href;
	await client.request('initialize', { processId: process.pid, rootUri, capabilities: capabilities(by) });
	client.notify('initialized', {});
	return client;
}

function createClient(child: ChildProcess, connection: ProtocolConnection): LspClient {
	const waiting = new Map<string, (diagnostics: readonly unknown[]) => void>();
	connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
		waiting.get(uri)?.(diagnostics);
		waiting.delete(uri);
	});
	const listening = new Set<{ readonly pattern: RegExp; readonly tell: (line: string) => void }>();
	connection.onNotification('window/logMessage', ({ message }: { readonly message: string }) => {
		for (const { pattern, tell } of listening) if (pattern.test(message)) tell(message);
	});
	const { exited, died } = watchEnd(child);
	return {
		pid: child.pid ?? 0,
		// Who asks knows the shape of the answer.
		request: (method, params) => Promise.race([connection.sendRequest(method, params), died]) as Promise<never>,
		notify: (method, params) => void connection.sendNotification(method, params),
		pushed: (uri) => Promise.race([new Promise<readonly unknown[]>((tell) => waiting.set(uri, tell)), died]),
		logged: (pattern) => Promise.race([new Promise<string>((tell) => listening.add({ pattern, tell })), died]),
		async stop() {
			await connection.sendRequest('shutdown');
			await connection.sendNotification('exit');
			await exited;
			connection.dispose();
		},
	};
}

/** `died` is never kept, and broken when the process ends: a request to a dead server would wait for ever. */
function watchEnd(child: ChildProcess): { readonly exited: Promise<void>; readonly died: Promise<never> } {
	const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const died = exited.then((): never => {
		throw new Error('the language server has ended before it answered: its last words, if any, stand above');
	});
	died.catch(() => {});
	return { exited, died };
}

function capabilities(by: DiagnosticsBy): ClientCapabilities {
	return {
		textDocument: {
			...(by === 'pull' ? { diagnostic: {} } : { publishDiagnostics: {} }),
			hover: { contentFormat: ['markdown'] },
			completion: {
				completionItem: { documentationFormat: ['markdown'] },
				completionList: { itemDefaults: ['editRange', 'data'] },
			},
		},
	};
}
