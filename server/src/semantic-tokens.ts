// Semantic tokens in the protocol's terms: five numbers a token, places counted from the token before.

import type { SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Token, tokenModifiers, tokenTypes } from '../../core/src/index.ts';

const types = Object.keys(tokenTypes);
const modifiers = Object.keys(tokenModifiers);

/** The names that the numbers stand for. */
export const tokensLegend: SemanticTokensLegend = { tokenTypes: types, tokenModifiers: modifiers };

/** Tokens in file order, each on one line. */
export function encodeTokens(document: TextDocument, tokens: readonly Token[]): SemanticTokens {
	const data: number[] = [];
	let [line, character] = [0, 0];
	for (const { span, type, modifier } of tokens) {
		const at = document.positionAt(span.start);
		const column = at.line === line ? at.character - character : at.character;
		const flags = modifier === undefined ? 0 : 1 << modifiers.indexOf(modifier);
		data.push(at.line - line, column, span.end - span.start, types.indexOf(type), flags);
		({ line, character } = at);
	}
	return { data };
}
