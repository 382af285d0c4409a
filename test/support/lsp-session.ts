// A language client for tests: speaks to a server over any two streams, answers what servers ask, and keeps what they
// say. `startSession` runs the server in this process; other tests hand in the streams of a real one.

import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { createConnection as createCommonConnection } from 'vscode-languageserver';
import {
	type ClientCapabilities,
	type Connection,
	createProtocolConnection,
	type Diagnostic,
	type DocumentDiagnosticReport,
	type InitializeResult,
	type MessageReader,
	type MessageWriter,
	type ProtocolConnection,
	type PublishDiagnosticsParams,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver/node';
import { startServer } from '../../server/src/server.ts';

/** What a client is like. */
export interface SessionOptions {
	readonly capabilities?: ClientCapabilities;
	readonly initializationOptions?: unknown;
	/** What the client answers when it is asked for the section `fleetUnits`. */
	readonly configuration?: unknown;
	/** Open folders, as paths. */
	readonly folders?: readonly string[];
}

/** A running session. */
export interface Session {
	readonly connection: ProtocolConnection;
	readonly initialized: InitializeResult;
	/** Texts of window/logMessage and window/showMessage, in order. */
	readonly logged: string[];
	readonly shown: string[];
	/** Methods that the server has registered for. */
	readonly registered: string[];
	/** All pushes, in order. */
	readonly pushes: PublishDiagnosticsParams[];
	/** How often the client was told to ask for diagnostics again. */
	readonly refreshes: () => number;
	/** What the client answers from now on when it is asked for settings. */
	readonly configure: (configuration: unknown) => void;
	readonly request: (method: string, params: unknown) => Promise<unknown>;
	readonly notify: (method: string, params: unknown) => Promise<void>;
	readonly open: (uri: string, text: string, version?: number) => Promise<void>;
	/** Replaces the whole text. */
	readonly change: (uri: string, text: string, version: number) => Promise<void>;
	/** The next push for a document that has not been looked at yet. */
	readonly nextPush: (uri: string) => Promise<PublishDiagnosticsParams>;
	/** Asks for diagnostics. */
	readonly pull: (uri: string, previousResultId?: string) => Promise<DocumentDiagnosticReport>;
	/** Waits until the server has handled everything that was sent before. */
	readonly settled: () => Promise<void>;
	/** The code that the server wanted to exit with. */
	readonly exitCode: () => number | undefined;
}

/** A client that can everything the server makes use of. */
export const modernClient: ClientCapabilities = {
	workspace: {
		configuration: true,
		didChangeConfiguration: { dynamicRegistration: true },
		didChangeWatchedFiles: { dynamicRegistration: true },
		workspaceFolders: true,
		diagnostics: { refreshSupport: true },
	},
	textDocument: {
		diagnostic: {},
		documentSymbol: { hierarchicalDocumentSymbolSupport: true },
		codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
		hover: { contentFormat: ['markdown', 'plaintext'] },
		completion: {
			completionItem: { documentationFormat: ['markdown'] },
			completionList: { itemDefaults: ['editRange', 'data'] },
		},
	},
};

/** Where the server says the pages of rules are, in tests. */
export const pageOfRule = (rule: string) => `file:///docs/${rule}.md`;

/** Starts a server in this process and introduces a client to it. */
export async function startSession(options: SessionOptions = {}): Promise<Session> {
	const toServer = new PassThrough();
	const toClient = new PassThrough();
	let exitCode: number | undefined;
	const watchDog = {
		shutdownReceived: false,
		initialize() {},
		exit(code: number) {
			exitCode = code;
		},
	};
	const streams = [new StreamMessageReader(toServer), new StreamMessageWriter(toClient)] as const;
	startServer((options) => {
		const connection = createCommonConnection(
			(logger) => createProtocolConnection(...streams, logger, options),
			watchDog,
		);
		return connection as Connection;
	}, pageOfRule);
	const reader = new StreamMessageReader(toClient);
	const session = await introduce(reader, new StreamMessageWriter(toServer), options);
	return { ...session, exitCode: () => exitCode };
}

/** Introduces a client to a server that is reached by these streams. */
export async function introduce(
	reader: MessageReader,
	writer: MessageWriter,
	{ capabilities = {}, initializationOptions, configuration = null, folders }: SessionOptions = {},
): Promise<Session> {
	const connection = createProtocolConnection(reader, writer);
	const kept = keepWhatServerSays(connection, configuration);
	connection.listen();
	const workspaceFolders = folders?.map((folder) => ({ uri: pathToFileURL(folder).href, name: folder })) ?? null;
	const params = { processId: null, rootUri: null, workspaceFolders, capabilities, initializationOptions };
	const initialized = await connection.sendRequest<InitializeResult>('initialize', params);
	await connection.sendNotification('initialized', {});
	const request = (method: string, sent: unknown) => connection.sendRequest<unknown>(method, sent);
	const notify = (method: string, sent: unknown) => connection.sendNotification(method, sent);
	const session = {
		...kept,
		connection,
		initialized,
		request,
		notify,
		exitCode: () => undefined,
		open: (uri: string, text: string, version = 1) =>
			notify('textDocument/didOpen', { textDocument: { uri, languageId: 'systemd-unit', version, text } }),
		change: (uri: string, text: string, version: number) =>
			notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] }),
		pull: (uri: string, previousResultId?: string) =>
			connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
				textDocument: { uri },
				previousResultId,
			}),
		// Two rounds: the answers to what the server asks in return are handled in the second.
		settled: async () => {
			for (let round = 0; round < 2; round++) await request('textDocument/foldingRange', doc('untitled:nothing'));
		},
	};
	await session.settled();
	return session;
}

/** `{ textDocument: { uri } }`, which most requests need. */
export function doc(uri: string): { readonly textDocument: { readonly uri: string } } {
	return { textDocument: { uri } };
}

/** Diagnostics as lines: place, severity, rule and message. */
export function printDiagnostics(diagnostics: readonly Diagnostic[]): string {
	return diagnostics
		.map(({ range: { start, end }, severity, code, message }) => {
			const place = `${start.line}:${start.character}–${end.line}:${end.character}`;
			return `${place} ${['', 'error', 'warning', 'info', 'hint'][severity ?? 0]} ${code}: ${message}`;
		})
		.join('\n');
}

/** The items of a full report; throws for one that says nothing has changed. */
export function itemsOf(report: DocumentDiagnosticReport): readonly Diagnostic[] {
	if (report.kind !== 'full') throw new Error('the report says that nothing has changed');
	return report.items;
}

function keepWhatServerSays(connection: ProtocolConnection, configuration: unknown) {
	const kept = {
		logged: [] as string[],
		shown: [] as string[],
		registered: [] as string[],
		pushes: [] as PublishDiagnosticsParams[],
	};
	let answer = configuration;
	let refreshes = 0;
	const seen = new Map<string, number>();
	const waiting = new Set<() => void>();
	connection.onNotification('window/logMessage', ({ message }) => void kept.logged.push(message));
	connection.onNotification('window/showMessage', ({ message }) => void kept.shown.push(message));
	connection.onRequest('workspace/configuration', ({ items }) => items.map(() => answer));
	connection.onRequest('workspace/diagnostic/refresh', () => {
		refreshes++;
		return null;
	});
	connection.onRequest('client/registerCapability', ({ registrations }) => {
		kept.registered.push(...registrations.map(({ method }: { method: string }) => method));
		return null;
	});
	connection.onNotification('textDocument/publishDiagnostics', (params) => {
		kept.pushes.push(params);
		for (const wake of waiting) wake();
	});
	return {
		...kept,
		refreshes: () => refreshes,
		configure: (next: unknown) => {
			answer = next;
		},
		async nextPush(uri: string): Promise<PublishDiagnosticsParams> {
			for (;;) {
				const found = kept.pushes.findIndex((push, at) => push.uri === uri && at >= (seen.get(uri) ?? 0));
				seen.set(uri, found + 1 || (seen.get(uri) ?? 0));
				const push = kept.pushes[found];
				if (push !== undefined) return push;
				await new Promise<void>((resolve) => {
					const wake = () => {
						waiting.delete(wake);
						resolve();
					};
					waiting.add(wake);
				});
			}
		},
	};
}
