// What editors draw into a document, or over it: inlay hints, semantic tokens, the formatted text.

import type * as lsp from 'vscode-languageserver/node';
import * as core from '../../core/src/index.ts';
import { nowIn } from './clock.ts';
import { spanAt } from './from-lsp.ts';
import { find, type OfDocument, type Session } from './handlers.ts';
import { encodeTokens } from './semantic-tokens.ts';
import * as toLsp from './to-lsp.ts';

/** What is shown between the letters of a range, where the person wants that. */
export function inlayHints({ units, settings }: Session, params: lsp.InlayHintParams): lsp.InlayHint[] {
	const { inlayHints: amount, timeZone } = settings();
	const open = find(units, params);
	if (open === undefined || amount === 'off') return [];
	const context = { ...open.context, now: nowIn(timeZone) };
	return core
		.inlayHints(open.unit, spanAt(open.document, params.range), amount, context)
		.map((hint) => toLsp.toInlayHint(open.document, hint));
}

/** The tokens of a range, or of the whole document. */
export function semanticTokens(
	{ units }: Session,
	params: OfDocument & { readonly range?: lsp.Range },
): lsp.SemanticTokens {
	const open = find(units, params);
	if (open === undefined) return { data: [] };
	const { document, unit, context } = open;
	const within = params.range === undefined ? { start: 0, end: unit.text.length } : spanAt(document, params.range);
	return encodeTokens(document, core.tokens(unit, within, context));
}

/** The edits that format a document, or a range of it. */
export function formatting({ units }: Session, params: OfDocument & { readonly range?: lsp.Range }): lsp.TextEdit[] {
	const open = find(units, params);
	if (open === undefined) return [];
	const { document, unit, context } = open;
	const within = params.range === undefined ? undefined : spanAt(document, params.range);
	return core
		.format(unit, context.file, within)
		.map(({ span, text }) => ({ range: toLsp.toRange(document, span), newText: text }));
}
