// The language server on a connection: which requests it answers, and what follows from changed settings, folders and
// config files. What the answers are is said in handlers.ts.

import {
	type Connection,
	DidChangeWatchedFilesNotification,
	ErrorCodes,
	type InitializeResult,
	MessageType,
	ResponseError,
	ShowMessageNotification,
	type ShowMessageParams,
	TextDocumentSyncKind,
	TextDocuments,
	type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { configFileName, type LintContext, readUnitFileName } from '../../core/src/index.ts';
import { createDiagnosticsPusher } from './diagnostics.ts';
import { createOpenUnits } from './documents.ts';
import { type ClientFeatures, changeFolders, clientFeatures, filePath, foldersOf, uriPath } from './from-lsp.ts';
import { guard, inBackground } from './guard.ts';
import * as handlers from './handlers.ts';
import { createProjectConfig } from './project-config.ts';
import { createEditorSettings } from './settings.ts';
import { fixAllKind, type RulePage } from './to-lsp.ts';

/** Sets a server up on a connection and listens. `page` gives the address of a rule's page. */
export function createServer(connection: Connection, page: RulePage): void {
	let phase: Phase = 'new';
	let client = clientFeatures({});
	let folders: readonly string[] = [];
	const documents = new TextDocuments(TextDocument);
	const settings = createEditorSettings(connection, changed);
	const config = createProjectConfig(() => folders, faultReporter(connection));
	const units = createOpenUnits(documents, contextFor);
	const diagnostics = createDiagnosticsPusher(connection, units, () => client, page);
	const { askedTooEarly } = diagnostics;
	const session: handlers.Session = { units, client: () => client, page, askedTooEarly };

	function contextFor(uri: string): LintContext {
		const path = filePath(uri);
		const editor = settings.current();
		const project = path === undefined ? {} : config.settingsFor(path);
		const rules = { ...editor.rules, ...project.rules };
		return { ...editor, ...project, rules, file: readUnitFileName(uriPath(uri)) };
	}

	function changed(): void {
		units.forget();
		diagnostics.allChanged();
	}

	function lookForConfig(): void {
		config.forget();
		changed();
	}

	function moveFolders(event: WorkspaceFoldersChangeEvent): void {
		folders = changeFolders(folders, event);
		lookForConfig();
	}

	function onNotice<P>(name: string, handler: (params: P) => void): (params: P) => void {
		return guard(connection, name, undefined, handler);
	}

	function onRequest<P, R>(name: string, fallback: R, handler: (session: handlers.Session, params: P) => R) {
		return guard(connection, name, fallback, (params: P) => {
			requireRunning(phase);
			return handler(session, params);
		});
	}

	connection.onInitialize((params) => {
		client = clientFeatures(params.capabilities);
		folders = foldersOf(params);
		settings.begin(params.initializationOptions);
		phase = 'running';
		return initializeResult(client);
	});
	connection.onInitialized(
		onNotice('initialized', () => {
			settings.follow(client);
			if (client.registersWatchers) watchConfig(connection);
			if (client.changesFolders) connection.workspace.onDidChangeWorkspaceFolders(onNotice('folders', moveFolders));
		}),
	);
	connection.onShutdown(() => {
		phase = 'down';
	});
	connection.onDidChangeConfiguration(onNotice('settings', (params) => settings.change(client, params?.settings)));
	connection.onDidChangeWatchedFiles(onNotice('config files', lookForConfig));

	documents.onDidOpen(
		onNotice('opening', ({ document }) => {
			if (!client.registersWatchers) config.forget();
			diagnostics.opened(document.uri);
		}),
	);
	documents.onDidChangeContent(onNotice('editing', ({ document }) => diagnostics.edited(document.uri)));
	documents.onDidSave(onNotice('saving', () => client.registersWatchers || lookForConfig()));
	documents.onDidClose(onNotice('closing', ({ document }) => diagnostics.closed(document.uri)));

	connection.onCompletion(onRequest('completion', undefined, handlers.completion));
	connection.onCompletionResolve((item) => onRequest('completion item', item, handlers.resolveCompletion)(item));
	connection.onHover(onRequest('hover', undefined, handlers.hoverAt));
	connection.onDocumentSymbol(onRequest('outline', [], handlers.outline));
	connection.onFoldingRanges(onRequest('folding', [], handlers.foldingRanges));
	connection.onSelectionRanges(onRequest('selection', [], handlers.selectionRanges));
	connection.onCodeAction(onRequest('code actions', [], handlers.codeActions));
	connection.languages.diagnostics.on(onRequest('diagnostics', { kind: 'full', items: [] }, handlers.diagnostics));

	documents.listen(connection);
	connection.listen();
}

/** `new` until the client has introduced itself, `down` once it has asked for the end. */
type Phase = 'new' | 'running' | 'down';

function requireRunning(phase: Phase): void {
	if (phase === 'new') throw new ResponseError(ErrorCodes.ServerNotInitialized, 'the client has not sent `initialize`');
	if (phase === 'down') throw new ResponseError(ErrorCodes.InvalidRequest, 'the client has sent `shutdown`');
}

function initializeResult(client: ClientFeatures): InitializeResult {
	return {
		serverInfo: { name: 'fleet-units' },
		capabilities: {
			textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
			completionProvider: { triggerCharacters: ['[', '='], resolveProvider: true },
			hoverProvider: true,
			documentSymbolProvider: true,
			foldingRangeProvider: true,
			selectionRangeProvider: true,
			codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind] },
			...(client.pullsDiagnostics && { diagnosticProvider: pullOptions }),
			workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
		},
	};
}

const pullOptions = { identifier: 'fleet-units', interFileDependencies: false, workspaceDiagnostics: false };

function watchConfig(connection: Connection): void {
	const watchers = [{ globPattern: `**/${configFileName}` }];
	const registered = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
	inBackground(connection, 'watching config files', registered);
}

/** Logs a config file that cannot be used, and shows the person each fault once. */
function faultReporter(connection: Connection): (file: string, message: string) => void {
	const shown = new Set<string>();
	return (file, message) => {
		const text = `${file} is ignored: ${message}`;
		if (shown.has(text)) return;
		shown.add(text);
		connection.console.warn(text);
		// A notification: the library's `showWarningMessage` is a request, which some editors answer with a prompt.
		const warning: ShowMessageParams = { type: MessageType.Warning, message: text };
		inBackground(connection, 'showing a fault', connection.sendNotification(ShowMessageNotification.type, warning));
	};
}
