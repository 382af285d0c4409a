// What a session is made of: settings, config files, the workspace, open documents and their diagnostics, each of which
// tells the others of its changes.

import { type Connection, type InitializeParams, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { targetChangedNotification } from '../../protocol/src/requests.ts';
import { createDiagnosticsPusher, type DiagnosticsPusher } from './diagnostics.ts';
import { createOpenUnits, type OpenUnits } from './documents.ts';
import { faultReporter } from './fault-reporter.ts';
import { type ClientFeatures, clientFeatures, filePath } from './from-lsp.ts';
import { inBackground } from './guard.ts';
import { type FollowedHost, followHost } from './host.ts';
import { createLintContexts, type LintContexts } from './lint-contexts.ts';
import { followCluster } from './live-cluster.ts';
import { createOpenFolders, type OpenFolders } from './open-folders.ts';
import { createProjectConfig, type ProjectConfig } from './project-config.ts';
import { createEditorSettings, type EditorSettings } from './settings.ts';
import type { RulePage } from './to-lsp.ts';
import { WorkspaceFiles } from './workspace-files.ts';

/** The parts of a session. */
export interface SessionParts {
	readonly connection: Connection;
	readonly client: ClientFeatures;
	readonly folders: OpenFolders;
	readonly documents: TextDocuments<TextDocument>;
	readonly settings: EditorSettings;
	readonly config: ProjectConfig;
	readonly workspace: WorkspaceFiles;
	readonly contexts: LintContexts;
	readonly units: OpenUnits;
	readonly diagnostics: DiagnosticsPusher;
	readonly host: FollowedHost;
	/** Settings have changed, and with them perhaps all that was told. */
	readonly changed: () => void;
}

/** Makes the parts, for a client that has introduced itself. */
export function createParts(connection: Connection, page: RulePage, params: InitializeParams): SessionParts {
	const client = clientFeatures(params.capabilities);
	const folders = createOpenFolders(params);
	const documents = new TextDocuments(TextDocument);
	const settings = createEditorSettings(connection, changed);
	const config = createProjectConfig(folders.current, faultReporter(connection));
	const workspace = new WorkspaceFiles({
		...{ connection, folders: folders.current, documents: () => documents.all() },
		changed: (affected, edited) => recheck(parts, affected, edited),
	});
	const contexts = createLintContexts(settings, config, workspace, followCluster(connection, changed));
	const units = createOpenUnits(documents, contexts.contextFor);
	const diagnostics = createDiagnosticsPusher(connection, units, client, page);
	const host = followHost(connection);
	const parts: SessionParts = {
		...{ connection, client, folders, documents, settings, config, workspace, contexts, units, diagnostics, host },
		changed,
	};
	function changed(): void {
		tellAnew(parts);
	}
	return parts;
}

/** Files have been edited so that others may have other problems now. */
function recheck({ units, diagnostics }: SessionParts, affected: ReadonlySet<string>, edited: ReadonlySet<string>) {
	const isIn = (paths: ReadonlySet<string>) => (uri: string) => paths.has(filePath(uri) ?? '');
	const uris = units.uris().filter(isIn(affected));
	units.recheck(uris);
	// An edited document is on its way to new diagnostics anyway.
	const others = uris.filter((uri) => !isIn(edited)(uri));
	if (others.length > 0) diagnostics.someChanged(others);
}

function tellAnew({ connection, client, units, diagnostics, host }: SessionParts): void {
	units.forget();
	diagnostics.allChanged();
	refreshViews(connection, client);
	if (host.current().showsTarget) {
		inBackground(connection, 'telling of targets', connection.sendNotification(targetChangedNotification));
	}
}

/** What is drawn into documents may be another: the client is to ask again. */
function refreshViews(connection: Connection, { refreshesInlayHints, refreshesTokens }: ClientFeatures): void {
	const { inlayHint, semanticTokens } = connection.languages;
	if (refreshesInlayHints) inBackground(connection, 'refreshing inlay hints', inlayHint.refresh());
	if (refreshesTokens) inBackground(connection, 'refreshing tokens', semanticTokens.refresh());
}
