// A session with a client that has introduced itself: what it is made of, and what follows from changed settings, folders
// and config files. Which requests it answers is said in requests.ts; what comes before, in server.ts.

import {
	type Connection,
	DidChangeWatchedFilesNotification,
	type DidChangeWatchedFilesParams,
	ErrorCodes,
	type InitializeParams,
	ResponseError,
	TextDocuments,
	type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type LintContext, type LintSettings, readUnitFileName } from '../../core/src/index.ts';
import { targetChangedNotification } from '../../protocol/src/requests.ts';
import { createDiagnosticsPusher } from './diagnostics.ts';
import { createOpenUnits } from './documents.ts';
import { faultReporter } from './fault-reporter.ts';
import { type ClientFeatures, changeFolders, clientFeatures, filePath, foldersOf, uriPath } from './from-lsp.ts';
import { guard, inBackground } from './guard.ts';
import type { Session } from './handlers.ts';
import { followHost } from './host.ts';
import { followCluster } from './live-cluster.ts';
import { createProjectConfig } from './project-config.ts';
import { answerRequests } from './requests.ts';
import { createEditorSettings } from './settings.ts';
import { createTexts } from './texts.ts';
import type { RulePage } from './to-lsp.ts';
import { isConfigFile, watchers } from './watched-files.ts';
import { WorkspaceFiles } from './workspace-files.ts';

/** Begins the session that a client has asked for with `initialize`. `page` gives the address of a rule's page. */
export function beginSession(connection: Connection, page: RulePage, params: InitializeParams): void {
	const client = clientFeatures(params.capabilities);
	let folders = foldersOf(params);
	let isDown = false;
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
	const diagnostics = createDiagnosticsPusher(connection, units, client, page);
	const { askedTooEarly } = diagnostics;
	const withCluster = followCluster(connection, changed);
	const texts = createTexts(connection);
	const host = followHost(connection);
	const session: Session = {
		...{ units, page, askedTooEarly, projectOf },
		client,
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

	settings.begin(params.initializationOptions);
	host.begin(params.initializationOptions);
	connection.onInitialized(
		onNotice('initialized', () => {
			settings.follow(client);
			if (client.registersWatchers) watchFiles(connection);
			if (client.changesFolders) connection.workspace.onDidChangeWorkspaceFolders(onNotice('folders', moveFolders));
		}),
	);
	connection.onShutdown(() => {
		isDown = true;
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

	answerRequests(connection, session, texts, () => requireRunning(isDown));

	documents.listen(connection);
}

function requireRunning(isDown: boolean): void {
	if (isDown) throw new ResponseError(ErrorCodes.InvalidRequest, 'the client has sent `shutdown`');
}

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
