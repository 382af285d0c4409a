// What the client says, in the core's terms: capabilities as plain switches, positions as offsets, URIs as paths.
// Clients are not trusted to send what the protocol asks for.

import { fileURLToPath } from 'node:url';
import type { ClientCapabilities, Position, Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../../core/src/index.ts';
import { invalidParams } from './guard.ts';

/** What the client can do, as far as the server behaves differently for it. */
export type ClientFeatures = ReturnType<typeof clientFeatures>;

/** Reads what the client can do; everything that is not said to be there is absent. */
export function clientFeatures({ workspace, textDocument }: ClientCapabilities) {
	return {
		linksDefinitions: textDocument?.definition?.linkSupport === true,
		renamesFiles:
			workspace?.workspaceEdit?.documentChanges === true &&
			workspace.workspaceEdit.resourceOperations?.includes('rename') === true,
		pullsDiagnostics: textDocument?.diagnostic !== undefined,
		refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
		refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
		refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
		pullsConfiguration: workspace?.configuration === true,
		registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
		registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
		changesFolders: workspace?.workspaceFolders === true,
		nestsSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
		takesCodeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
		sharesItemDefaults: ['editRange', 'data'].every((part) =>
			textDocument?.completion?.completionList?.itemDefaults?.includes(part),
		),
		rendersMarkdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
		rendersMarkdownItems: textDocument?.completion?.completionItem?.documentationFormat?.includes('markdown') === true,
	};
}

/** The path of a `file:` URI; `undefined` for all other documents. */
export function filePath(uri: string): string | undefined {
	try {
		return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
	} catch {
		return undefined;
	}
}

/** The part of a URI that looks like a path, decoded; for any scheme, as other programs' files have names, too. */
export function uriPath(uri: string): string {
	const path = uri.replace(/^[a-z][a-z0-9+.-]*:/i, '').replace(/[?#].*$/s, '');
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

/** The offset of a position; one beyond the end of its line is the line's end. */
export function offsetAt(document: TextDocument, position: Position): number {
	const { line, character } = position ?? {};
	if (!isCount(line) || !isCount(character)) throw invalidParams('a position needs `line` and `character`');
	return document.offsetAt({ line, character });
}

/** The span of a range. */
export function spanAt(document: TextDocument, range: Range): Span {
	const start = offsetAt(document, range?.start);
	return { start, end: Math.max(start, offsetAt(document, range?.end)) };
}

function isCount(value: unknown): value is number {
	return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
