// Semantic tokens in the protocol's terms: five numbers a token, places counted from the token before.

import type { Position, SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Token, tokenModifiers, tokenTypes } from '../../core/src/index.ts';

const types = Object.keys(tokenTypes);
const modifiers = Object.keys(tokenModifiers);
const typeNumbers = new Map(types.map((type, number) => [type, number] as const));

/** The names that the numbers stand for. */
export const tokensLegend: SemanticTokensLegend = { tokenTypes: types, tokenModifiers: modifiers };

/** Tokens in file order, each on one line. */
export function encodeTokens(document: TextDocument, tokens: readonly Token[]): SemanticTokens {
	const data: number[] = [];
	let before = { line: 0, character: 0 };
	for (const { span, type, modifier } of tokens) {
		const at = positionAfter(document, before, span.start);
		const character = at.line === before.line ? at.character - before.character : at.character;
		const flags = modifier === undefined ? 0 : 1 << modifiers.indexOf(modifier);
		data.push(at.line - before.line, character, span.end - span.start, typeNumbers.get(type) ?? 0, flags);
		before = at;
	}
	return { data };
}

/** The position of an offset on the same line as the one before, or on one of the next lines. */
function positionAfter(document: TextDocument, before: Position, offset: number): Position {
	const line = document.offsetAt({ line: before.line, character: 0 });
	const next = document.offsetAt({ line: before.line + 1, character: 0 });
	return offset < next ? { line: before.line, character: offset - line } : document.positionAt(offset);
}
