// The language server on a connection: which requests it answers, and what follows from changed settings, folders and
// config files. What the answers are is said in handlers.ts.

import {
	type CompletionParams,
	type Connection,
	DidChangeWatchedFilesNotification,
	type DidChangeWatchedFilesParams,
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
import { type LintContext, type LintSettings, readUnitFileName } from '../../core/src/index.ts';
import { manualPageRequest, targetChangedNotification, targetRequest } from '../../protocol/src/requests.ts';
import { completePaths } from './complete-paths.ts';
import { createDiagnosticsPusher } from './diagnostics.ts';
import { documentLinks } from './document-links.ts';
import { createOpenUnits } from './documents.ts';
import { type ClientFeatures, changeFolders, clientFeatures, filePath, foldersOf, uriPath } from './from-lsp.ts';
import { guard, guardAsync, inBackground } from './guard.ts';
import * as handlers from './handlers.ts';
import { followHost } from './host.ts';
import { followCluster } from './live-cluster.ts';
import * as navigation from './navigation.ts';
import { createProjectConfig } from './project-config.ts';
import { tokensLegend } from './semantic-tokens.ts';
import { createEditorSettings } from './settings.ts';
import { createTexts } from './texts.ts';
import { fixAllKind, type RulePage } from './to-lsp.ts';
import { isConfigFile, unitFileGlob, watchers } from './watched-files.ts';
import { WorkspaceFiles } from './workspace-files.ts';

/** Sets a server up on a connection and listens. `page` gives the address of a rule's page. */
export function createServer(connection: Connection, page: RulePage): void {
	let phase: Phase = 'new';
	let client = clientFeatures({});
	let folders: readonly string[] = [];
	const documents = new TextDocuments(TextDocument);
	const settings = createEditorSettings(connection, changed);
	const config = createProjectConfig(() => folders, faultReporter(connection));
	const workspace = new WorkspaceFiles({
		connection,
		folders: () => folders,
		documents: () => documents.all(),
		changed: otherFilesChanged,
	});
	const units = createOpenUnits(documents, contextFor);
	const diagnostics = createDiagnosticsPusher(connection, units, () => client, page);
	const { askedTooEarly } = diagnostics;
	const withCluster = followCluster(connection, changed);
	const texts = createTexts(connection);
	const host = followHost(connection);
	const session: handlers.Session = {
		...{ units, page, askedTooEarly, projectOf },
		client: () => client,
		folders: () => folders,
		settings: settings.current,
		host: host.current,
		texts: texts.current,
	};

	function contextFor(uri: string): LintContext {
		const editor = settings.current();
		const project = projectOf(uri);
		const rules = { ...editor.rules, ...project.rules };
		return { ...editor, ...project, rules, file: readUnitFileName(uriPath(uri)), ...neighboursOf(filePath(uri)) };
	}

	function projectOf(uri: string): Partial<LintSettings> {
		const path = filePath(uri);
		return path === undefined ? {} : config.settingsFor(path);
	}

	function neighboursOf(path: string | undefined): Pick<LintContext, 'path' | 'workspace'> {
		const view = path === undefined ? undefined : workspace.viewFor(path);
		return path === undefined || view === undefined ? {} : { path, workspace: withCluster(view) };
	}

	function otherFilesChanged(affected: ReadonlySet<string>, edited: ReadonlySet<string>): void {
		const isIn = (paths: ReadonlySet<string>) => (uri: string) => paths.has(filePath(uri) ?? '');
		const uris = units.uris().filter(isIn(affected));
		units.recheck(uris);
		// An edited document is on its way to new diagnostics anyway.
		const others = uris.filter((uri) => !isIn(edited)(uri));
		if (others.length > 0) diagnostics.someChanged(others);
	}

	function changed(): void {
		units.forget();
		diagnostics.allChanged();
		refreshViews(connection, client);
		if (host.current().showsTarget) {
			inBackground(connection, 'telling of targets', connection.sendNotification(targetChangedNotification));
		}
	}

	function lookForConfig(): void {
		config.forget();
		changed();
	}

	function moveFolders(event: WorkspaceFoldersChangeEvent): void {
		folders = changeFolders(folders, event);
		workspace.foldersChanged();
		lookForConfig();
	}

	function filesChanged({ changes }: DidChangeWatchedFilesParams): void {
		const paths = changes.flatMap(({ uri }) => filePath(uri) ?? []);
		const others = paths.filter((path) => !isConfigFile(path));
		workspace.changedOnDisk(others);
		if (others.length < paths.length || paths.length === 0) lookForConfig();
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
		host.begin(params.initializationOptions);
		phase = 'running';
		return initializeResult(client);
	});
	connection.onInitialized(
		onNotice('initialized', () => {
			settings.follow(client);
			if (client.registersWatchers) watchFiles(connection);
			if (client.changesFolders) connection.workspace.onDidChangeWorkspaceFolders(onNotice('folders', moveFolders));
		}),
	);
	connection.onShutdown(() => {
		phase = 'down';
	});
	connection.onDidChangeConfiguration(onNotice('settings', (params) => settings.change(client, params?.settings)));
	connection.onDidChangeWatchedFiles(onNotice('watched files', filesChanged));

	documents.onDidOpen(
		onNotice('opening', ({ document }) => {
			if (!client.registersWatchers) config.forget();
			workspace.opened(document);
			diagnostics.opened(document.uri);
		}),
	);
	documents.onDidChangeContent(
		onNotice('editing', ({ document }) => {
			workspace.edited(document);
			diagnostics.edited(document.uri);
		}),
	);
	documents.onDidSave(onNotice('saving', () => client.registersWatchers || lookForConfig()));
	documents.onDidClose(
		onNotice('closing', ({ document }) => {
			workspace.closed(document);
			diagnostics.closed(document.uri);
		}),
	);

	const completion = onRequest('completion', undefined, handlers.completion);
	const ofPaths = guardAsync(connection, 'completion of paths', undefined, (params: CompletionParams, token) =>
		completePaths(session, params, token),
	);
	connection.onCompletion(async (params, token) => (await ofPaths(params, token)) ?? completion(params));
	connection.onCompletionResolve(
		texts.before((item) => onRequest('completion item', item, handlers.resolveCompletion)(item)),
	);
	connection.onHover(texts.before(onRequest('hover', undefined, handlers.hoverAt)));
	connection.onRequest(manualPageRequest, onRequest('manual page', null, handlers.manualPage));
	connection.onRequest(targetRequest, onRequest('target', null, handlers.target));
	connection.onDocumentSymbol(onRequest('outline', [], handlers.outline));
	connection.onFoldingRanges(onRequest('folding', [], handlers.foldingRanges));
	connection.onSelectionRanges(onRequest('selection', [], handlers.selectionRanges));
	connection.languages.inlayHint.on(onRequest('inlay hints', [], handlers.inlayHints));
	connection.languages.semanticTokens.on(onRequest('tokens', { data: [] }, handlers.semanticTokens));
	connection.languages.semanticTokens.onRange(onRequest('tokens', { data: [] }, handlers.semanticTokens));
	connection.onDocumentFormatting(onRequest('formatting', [], handlers.formatting));
	connection.onDocumentRangeFormatting(onRequest('formatting', [], handlers.formatting));
	connection.onDefinition(onRequest('definition', [], navigation.definition));
	connection.onReferences(onRequest('references', [], navigation.references));
	connection.onDocumentLinks(
		guardAsync(connection, 'links', [], (params, token) => {
			requireRunning(phase);
			return documentLinks(session, params, token);
		}),
	);
	connection.onDocumentHighlight(onRequest('highlights', [], navigation.highlights));
	connection.onPrepareRename(onRequest('rename', null, navigation.prepareRename));
	connection.onRenameRequest(onRequest('rename', null, navigation.rename));
	connection.workspace.onWillRenameFiles(onRequest('renaming files', null, navigation.willRenameFiles));
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
			completionProvider: { triggerCharacters: [...triggerCharacters], resolveProvider: true },
			hoverProvider: true,
			documentSymbolProvider: true,
			foldingRangeProvider: true,
			selectionRangeProvider: true,
			inlayHintProvider: true,
			definitionProvider: true,
			referencesProvider: true,
			documentHighlightProvider: true,
			documentLinkProvider: {},
			...(client.renamesFiles && { renameProvider: { prepareProvider: true } }),
			documentFormattingProvider: true,
			documentRangeFormattingProvider: true,
			semanticTokensProvider: { legend: tokensLegend, full: true, range: true },
			codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind] },
			...(client.pullsDiagnostics && { diagnosticProvider: pullOptions }),
			workspace: {
				workspaceFolders: { supported: true, changeNotifications: true },
				fileOperations: { willRename: { filters: [{ pattern: { glob: unitFileGlob, matches: 'file' } }] } },
			},
		},
	};
}

// Beside sections and values: specifiers, variables, groups of calls, names of sockets and instances, sets turned into
// their opposite, conditions, paths, and what stands behind a colon.
const triggerCharacters = '[=%$@~!|/:';

const pullOptions = { identifier: 'fleet-units', interFileDependencies: true, workspaceDiagnostics: false };

function watchFiles(connection: Connection): void {
	const registered = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
	inBackground(connection, 'watching files', registered);
}

/** Settings have changed, and with them perhaps what is drawn into documents: the client is to ask again. */
function refreshViews(connection: Connection, { refreshesInlayHints, refreshesTokens }: ClientFeatures): void {
	const { inlayHint, semanticTokens } = connection.languages;
	if (refreshesInlayHints) inBackground(connection, 'refreshing inlay hints', inlayHint.refresh());
	if (refreshesTokens) inBackground(connection, 'refreshing tokens', semanticTokens.refresh());
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
