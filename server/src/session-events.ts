// What a client tells of itself and of documents, and what follows from it. An event that fails is logged, and the
// session goes on.

import {
	type Connection,
	DidChangeWatchedFilesNotification,
	type DidChangeWatchedFilesParams,
} from 'vscode-languageserver/node';
import { filePath } from './from-lsp.ts';
import { guard, inBackground } from './guard.ts';
import type { SessionParts } from './session-parts.ts';
import { isConfigFile, watchers } from './watched-files.ts';

/** Follows settings, folders and watched files, once the client is ready. */
export function followClient(parts: SessionParts): void {
	const { connection, client, settings, folders, workspace } = parts;
	const on = noticesOf(connection);
	const moveFolders = on('folders', (event: Parameters<typeof folders.change>[0]) => {
		folders.change(event);
		workspace.foldersChanged();
		lookForConfig(parts);
	});
	connection.onInitialized(
		on('initialized', () => {
			settings.follow(client);
			if (client.registersWatchers) watchFiles(connection);
			if (client.changesFolders) connection.workspace.onDidChangeWorkspaceFolders(moveFolders);
		}),
	);
	connection.onDidChangeConfiguration(on('settings', (params) => settings.change(client, params?.settings)));
	connection.onDidChangeWatchedFiles(on('watched files', (params) => filesChanged(parts, params)));
}

/** Follows documents as they are opened, edited, saved and closed. */
export function followDocuments(parts: SessionParts): void {
	const { connection, client, documents, config, workspace, diagnostics } = parts;
	const on = noticesOf(connection);
	documents.onDidOpen(
		on('opening', ({ document }) => {
			if (!client.registersWatchers) config.forget();
			workspace.opened(document);
			diagnostics.opened(document.uri);
		}),
	);
	documents.onDidChangeContent(
		on('editing', ({ document }) => {
			workspace.edited(document);
			diagnostics.edited(document.uri);
		}),
	);
	documents.onDidSave(on('saving', () => client.registersWatchers || lookForConfig(parts)));
	documents.onDidClose(
		on('closing', ({ document }) => {
			workspace.closed(document);
			diagnostics.closed(document.uri);
		}),
	);
}

function noticesOf(connection: Connection) {
	return <P>(name: string, handler: (params: P) => void) => guard(connection, name, undefined, handler);
}

function filesChanged(parts: SessionParts, { changes }: DidChangeWatchedFilesParams): void {
	const paths = changes.flatMap(({ uri }) => filePath(uri) ?? []);
	const others = paths.filter((path) => !isConfigFile(path));
	parts.workspace.changedOnDisk(others);
	if (others.length < paths.length || paths.length === 0) lookForConfig(parts);
}

function lookForConfig({ config, changed }: SessionParts): void {
	config.forget();
	changed();
}

function watchFiles(connection: Connection): void {
	const registered = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
	inBackground(connection, 'watching files', registered);
}
