// Tokenises unit text with the grammar as VS Code does, and compares the scopes with marks under the text.
// A mark line is blanks, `^^^^` and a scope; no unit file line can look so. Colours are the theme's, not looked at here.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, vi } from 'vitest';
import textmate, { type IGrammar, type IToken, type OnigScanner, type OnigString } from 'vscode-textmate';

// Taken by hand: the package's own types ask for the browser's, which no test has.
interface Oniguruma {
	loadWASM(wasm: Uint8Array): Promise<void>;
	readonly OnigScanner: new (sources: string[]) => OnigScanner;
	readonly OnigString: new (text: string) => OnigString;
}

const require = createRequire(import.meta.url);
const oniguruma: Oniguruma = require('vscode-oniguruma');
const suffix = '.systemd-unit';
const root = `source${suffix}`;
const grammarFile = new URL('../../syntaxes/systemd-unit.tmLanguage.json', import.meta.url);

/** Checks the marks of a fixture against the grammar. With `shown`, only scopes that begin so are compared. */
export const checkTokens = vi.defineHelper((fixture: string, ...shown: readonly string[]) => {
	const marked = fixture.replace(/^\n/, '').replace(/\n$/, '');
	const text = marked.split('\n').filter((line) => !isMark(line));
	expect(render(text, shown)).toBe(marked);
});

/** The marked text of some lines: each line, and under it one mark line for each token that has a scope. */
export function render(lines: readonly string[], shown: readonly string[] = []): string {
	return tokenise(lines)
		.flatMap(({ text, tokens }) => [text, ...marksOf(tokens, shown)])
		.join('\n');
}

/** A source line and its tokens. */
export interface TokenisedLine {
	readonly text: string;
	readonly tokens: readonly IToken[];
}

/** The tokens of each line, each line begun in the state that the one before left. */
export function tokenise(lines: readonly string[]): readonly TokenisedLine[] {
	let state = textmate.INITIAL;
	return lines.map((text) => {
		const { tokens, ruleStack } = grammar.tokenizeLine(text, state);
		state = ruleStack;
		return { text, tokens: tokens.map((token) => ({ ...token, endIndex: Math.min(token.endIndex, text.length) })) };
	});
}

interface Mark {
	readonly start: number;
	readonly end: number;
	readonly scope: string;
}

function marksOf(tokens: readonly IToken[], shown: readonly string[]): readonly string[] {
	const marks: Mark[] = [];
	for (const { startIndex: start, endIndex: end, scopes } of tokens) {
		const scope = innermost(scopes);
		if (scope === undefined || end <= start || !isShown(scope, shown)) continue;
		const last = marks.at(-1);
		if (last?.scope === scope && last.end === start) marks[marks.length - 1] = { ...last, end };
		else marks.push({ start, end, scope });
	}
	return marks.map(({ start, end, scope }) => `${' '.repeat(start)}${'^'.repeat(end - start)} ${scope}`);
}

/** The scope that decides the colour, without the language's name. Regions (`meta.`) have none. */
function innermost(scopes: readonly string[]): string | undefined {
	return scopes.findLast((scope) => scope !== root && !scope.startsWith('meta.'))?.replace(suffix, '');
}

function isShown(scope: string, shown: readonly string[]): boolean {
	return shown.length === 0 || shown.some((prefix) => scope.startsWith(prefix));
}

function isMark(line: string): boolean {
	return /^[ \t]*\^+ /.test(line);
}

async function loadGrammar(): Promise<IGrammar> {
	const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
	await oniguruma.loadWASM(wasm);
	const registry = new textmate.Registry({
		onigLib: Promise.resolve({
			createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
			createOnigString: (text) => new oniguruma.OnigString(text),
		}),
		loadGrammar: async () => textmate.parseRawGrammar(readFileSync(grammarFile, 'utf8'), grammarFile.pathname),
	});
	const loaded = await registry.loadGrammar(root);
	if (loaded === null) throw new Error(`no grammar of scope ${root} in ${grammarFile.pathname}; see its scopeName`);
	return loaded;
}

const grammar = await loadGrammar();
