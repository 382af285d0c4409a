// What the server says it can do, in answer to what the client can.

import { type InitializeResult, TextDocumentSyncKind } from 'vscode-languageserver/node';
import type { ClientFeatures } from './from-lsp.ts';
import { tokensLegend } from './semantic-tokens.ts';
import { fixAllKind } from './to-lsp.ts';
import { unitFileGlob } from './watched-files.ts';

/** The answer to the first request of a client. */
export function initializeResult(client: ClientFeatures): InitializeResult {
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
