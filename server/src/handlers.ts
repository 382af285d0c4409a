// One function a request: looks the document up, asks the core, converts the answer. A document that is not open has
// no answer.

import type * as lsp from 'vscode-languageserver/node';
import * as core from '../../core/src/index.ts';
import { commands } from '../../protocol/src/commands.ts';
import type { ManualPageResult, TargetResult } from '../../protocol/src/requests.ts';
import { nowIn } from './clock.ts';
import { documentationOf, toCompletionList } from './completion-list.ts';
import { diagnosticReport } from './diagnostics.ts';
import { type OpenUnit, type OpenUnits, problemsOf } from './documents.ts';
import { type ClientFeatures, offsetAt, spanAt } from './from-lsp.ts';
import { invalidParams } from './guard.ts';
import type { Host } from './host.ts';
import type { SessionSettings } from './session-settings.ts';
import * as toLsp from './to-lsp.ts';

/** What handlers work with. */
export interface Session {
	readonly units: OpenUnits;
	readonly client: ClientFeatures;
	readonly page: toLsp.RulePage;
	/** The open folders, as paths. */
	readonly folders: () => readonly string[];
	readonly settings: () => SessionSettings;
	/** What the config file of a document's project sets. */
	readonly projectOf: (uri: string) => Partial<core.LintSettings>;
	/** What the client allows on this machine. */
	readonly host: () => Host;
	/** The texts about directives, once they are loaded. */
	readonly texts: () => core.Texts | undefined;
	/** Diagnostics were asked for before their document was opened. */
	readonly askedTooEarly: (uri: string) => void;
}

/** Parameters of requests about a document. */
export interface OfDocument {
	readonly textDocument: { readonly uri: string };
}

/** Items for the caret. */
export function completion(
	{ units, client }: Session,
	params: lsp.TextDocumentPositionParams,
): lsp.CompletionList | undefined {
	const open = find(units, params);
	if (open === undefined) return undefined;
	const found = core.complete(open.unit, offsetAt(open.document, params.position), open.context);
	return toCompletionList(open.document, found, open.context.release, client);
}

/** The item with its documentation. */
export function resolveCompletion({ client, texts }: Session, item: lsp.CompletionItem): lsp.CompletionItem {
	const text = documentationOf(item, texts());
	if (text === undefined) return item;
	return { ...item, documentation: toLsp.toMarkup(text, client.rendersMarkdownItems) };
}

/** What is said about the text under the mouse. */
export function hoverAt(
	{ units, client, texts, settings, host }: Session,
	params: lsp.TextDocumentPositionParams,
): lsp.Hover | undefined {
	const open = find(units, params);
	if (open === undefined) return undefined;
	const offset = offsetAt(open.document, params.position);
	const found = core.hover(open.unit, offset, {
		...{ ...open.context, texts: texts(), now: nowIn(settings().timeZone) },
		manualLink: host().opensManual ? manualLink : undefined,
	});
	return found && toLsp.toHover(open.document, found, client.rendersMarkdownHover);
}

/** A link to the command that opens a page; VS Code takes arguments of commands in this form. */
function manualLink(page: string): string {
	return `command:${commands.openManPage}?${encodeURIComponent(JSON.stringify([page]))}`;
}

/** The page of the manual about the text at a place. */
export function manualPage({ units }: Session, params: lsp.TextDocumentPositionParams): ManualPageResult {
	const open = find(units, params);
	const page = open && core.manualPageAt(open.unit, offsetAt(open.document, params.position));
	return page === undefined ? null : { page };
}

/** What a document is checked for. */
export function target({ units, settings, projectOf }: Session, params: OfDocument): TargetResult {
	const { release, fleetRelease } = find(units, params)?.context ?? settings();
	const isFromProject = projectOf(params.textDocument.uri).release !== undefined;
	return { systemdVersion: release, fleetVersion: fleetRelease, isFromProject };
}

/** The outline. */
export function outline(
	{ units, client }: Session,
	params: OfDocument,
): lsp.DocumentSymbol[] | lsp.SymbolInformation[] {
	const open = find(units, params);
	if (open === undefined) return [];
	const found = core.symbols(open.unit);
	return client.nestsSymbols
		? found.map((symbol) => toLsp.toDocumentSymbol(open.document, symbol))
		: found.flatMap((symbol) => toLsp.toSymbolList(open.document, symbol));
}

/** What can be folded. */
export function foldingRanges({ units }: Session, params: OfDocument): lsp.FoldingRange[] {
	const open = find(units, params);
	return open === undefined
		? []
		: core.foldings(open.unit).map((folding) => toLsp.toFoldingRange(open.document, folding));
}

/** What selections may grow to, one chain a position. */
export function selectionRanges({ units }: Session, params: lsp.SelectionRangeParams): lsp.SelectionRange[] {
	const open = find(units, params);
	if (open === undefined) return [];
	if (!Array.isArray(params.positions)) throw invalidParams('selection ranges need `positions`');
	return params.positions.map((position) => {
		const offset = offsetAt(open.document, position);
		return toLsp.toSelectionRange(open.document, core.selectionSpans(open.unit, offset), offset);
	});
}

/** Fixes for the range, and those for the whole file, as far as the client asks for their kind. */
export function codeActions({ units, client, page }: Session, params: lsp.CodeActionParams): lsp.CodeAction[] {
	const open = find(units, params);
	if (open === undefined || !client.takesCodeActions) return [];
	return core
		.codeActions(open.unit, problemsOf(open), spanAt(open.document, params.range))
		.map((action) => toLsp.toCodeAction(open.document, action, page))
		.filter(({ kind = '' }) => isAskedFor(kind, params.context?.only));
}

/** The problems, for a client that asks; one that has the newest already is told so. */
export function diagnostics(
	{ units, page, askedTooEarly }: Session,
	params: lsp.DocumentDiagnosticParams,
): lsp.DocumentDiagnosticReport {
	const open = find(units, params);
	if (open === undefined) askedTooEarly(params.textDocument.uri);
	return diagnosticReport(open, params.previousResultId, page);
}

/** Kinds are a tree: who asks for `source` asks for `source.fixAll.fleetUnits`, too. */
function isAskedFor(kind: string, only: readonly string[] | undefined): boolean {
	return only === undefined || only.some((asked) => asked === '' || `${kind}.`.startsWith(`${asked}.`));
}

/** The open document that a request is about. */
export function find(units: OpenUnits, params: OfDocument): OpenUnit | undefined {
	const uri: unknown = params?.textDocument?.uri;
	if (typeof uri !== 'string') throw invalidParams('the request needs `textDocument.uri`');
	return units.get(uri);
}
