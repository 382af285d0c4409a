// The core's answers in the protocol's terms. Offsets become positions here and nowhere else.

import * as lsp from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type * as core from '../../core/src/index.ts';

/** Gives the address of a rule's page. */
export type RulePage = (rule: string) => string;

/** The kind of the action that mends everything at once. */
export const fixAllKind = `${lsp.CodeActionKind.SourceFixAll}.fleetUnits`;

/** A span as a range of the document. */
export function toRange(document: TextDocument, { start, end }: core.Span): lsp.Range {
	return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** A problem as a diagnostic. */
export function toDiagnostic(document: TextDocument, problem: core.Problem, page: RulePage): lsp.Diagnostic {
	const { rule, severity, message, span, tags, related } = problem;
	return {
		range: toRange(document, span),
		severity: severityNumbers[severity],
		source: 'fleet-units',
		code: rule,
		codeDescription: { href: page(rule) },
		message,
		...(tags.length > 0 && { tags: tags.map((tag) => tagNumbers[tag]) }),
		...(related.length > 0 && {
			relatedInformation: related.map((place) => ({
				location: { uri: document.uri, range: toRange(document, place.span) },
				message: place.message,
			})),
		}),
	};
}

/** A hover. */
export function toHover(document: TextDocument, { span, markdown }: core.Hover, rendersMarkdown: boolean): lsp.Hover {
	return { contents: toMarkup(markdown, rendersMarkdown), range: toRange(document, span) };
}

/** Markdown; marked as plain text for clients that would show it letter by letter anyway. */
export function toMarkup(value: string, rendersMarkdown: boolean): lsp.MarkupContent {
	return { kind: rendersMarkdown ? 'markdown' : 'plaintext', value };
}

/** A line of the outline with those below it. */
export function toDocumentSymbol(document: TextDocument, symbol: core.OutlineSymbol): lsp.DocumentSymbol {
	const { kind, name, detail, span, selection, children } = symbol;
	return {
		name,
		...(detail !== '' && { detail }),
		kind: symbolKinds[kind],
		range: toRange(document, span),
		selectionRange: toRange(document, selection),
		children: children.map((child) => toDocumentSymbol(document, child)),
	};
}

/** The same as a flat list, for clients that know no other. */
export function toSymbolList(document: TextDocument, symbol: core.OutlineSymbol): lsp.SymbolInformation[] {
	const { kind, name, span, children } = symbol;
	const location = { uri: document.uri, range: toRange(document, span) };
	const below = children.flatMap((child) => toSymbolList(document, child));
	return [{ name, kind: symbolKinds[kind], location }, ...below.map((one) => ({ ...one, containerName: name }))];
}

/** A folding, in whole lines. */
export function toFoldingRange(document: TextDocument, { kind, span }: core.Folding): lsp.FoldingRange {
	const { start, end } = toRange(document, span);
	return { startLine: start.line, endLine: end.line, ...(kind !== 'entry' && { kind: foldingKinds[kind] }) };
}

/** An inlay hint; one that stands for the text before it is close to that. */
export function toInlayHint(document: TextDocument, { offset, label, kind }: core.InlayHint): lsp.InlayHint {
	return { position: document.positionAt(offset), label, paddingLeft: kind === 'amount' };
}

/** Nested spans, smallest first, as nested ranges; the last resort is the caret itself. */
export function toSelectionRange(
	document: TextDocument,
	spans: readonly core.Span[],
	caret: number,
): lsp.SelectionRange {
	const [smallest = { start: caret, end: caret }, ...larger] = spans;
	const range = toRange(document, smallest);
	return larger.length === 0 ? { range } : { range, parent: toSelectionRange(document, larger, caret) };
}

/** A code action with its edits. */
export function toCodeAction(document: TextDocument, action: core.CodeAction, page: RulePage): lsp.CodeAction {
	const { kind, title, edits, problem, preferred } = action;
	const changes = edits.map(({ span, text }) => ({ range: toRange(document, span), newText: text }));
	return {
		title,
		kind: kind === 'fix-all' ? fixAllKind : lsp.CodeActionKind.QuickFix,
		...(problem && { diagnostics: [toDiagnostic(document, problem, page)] }),
		...(preferred && { isPreferred: true }),
		edit: { changes: { [document.uri]: changes } },
	};
}

const severityNumbers: Readonly<Record<core.Severity, lsp.DiagnosticSeverity>> = {
	error: lsp.DiagnosticSeverity.Error,
	warning: lsp.DiagnosticSeverity.Warning,
	info: lsp.DiagnosticSeverity.Information,
	hint: lsp.DiagnosticSeverity.Hint,
};
const tagNumbers = { unnecessary: lsp.DiagnosticTag.Unnecessary, deprecated: lsp.DiagnosticTag.Deprecated } as const;
const symbolKinds = { section: lsp.SymbolKind.Module, entry: lsp.SymbolKind.Property } as const;
const foldingKinds = { section: 'region', comment: 'comment', region: 'region' } as const;
