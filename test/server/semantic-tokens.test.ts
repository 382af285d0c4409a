// Semantic tokens over the protocol: the legend, the numbers, ranges, and asking again when the release changes.

import { expect, test, vi } from 'vitest';
import type { SemanticTokens } from 'vscode-languageserver/node';
import { doc, modernClient, type Session, startSession } from '../support/lsp-session.ts';

const uri = 'file:///etc/systemd/system/web.service';
const text = '[Service]\n😀=1\nRestartSec=5min\nCPUShares=5\n';
const capabilities = {
	...modernClient,
	workspace: { ...modernClient.workspace, semanticTokens: { refreshSupport: true } },
};

/** The tokens as `line:character+length type`, by the legend that the server has given. */
async function tokensOf(session: Session, method: string, params: object = {}): Promise<readonly string[]> {
	// The server's own answer, which the tests look into.
	const { data } = (await session.request(method, { ...doc(uri), ...params })) as SemanticTokens;
	const { tokenTypes = [], tokenModifiers = [] } =
		session.initialized.capabilities.semanticTokensProvider?.legend ?? {};
	const drawn: string[] = [];
	let [line, character] = [0, 0];
	for (let at = 0; at < data.length; at += 5) {
		const [lines = 0, columns = 0, length = 0, type = 0, flags = 0] = data.slice(at, at + 5);
		character = lines === 0 ? character + columns : columns;
		line += lines;
		const modifiers = tokenModifiers.filter((_, bit) => (flags & (1 << bit)) !== 0);
		drawn.push([`${line}:${character}+${length}`, tokenTypes[type], ...modifiers].join(' '));
	}
	return drawn;
}

test('every token says where it is and what it is', async () => {
	const session = await startSession({ capabilities });
	await session.open(uri, text);
	expect(await tokensOf(session, 'textDocument/semanticTokens/full')).toEqual([
		'0:1+7 namespace',
		'1:0+2 property unknown',
		'2:0+10 property',
		'2:11+1 number',
		'2:12+3 keyword',
		'3:0+9 property deprecated',
		'3:10+1 number',
	]);
});

test('a range has its own tokens only', async () => {
	const session = await startSession({ capabilities });
	await session.open(uri, text);
	const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 3 } };
	expect(await tokensOf(session, 'textDocument/semanticTokens/range', { range })).toEqual([
		'2:0+10 property',
		'2:11+1 number',
		'2:12+3 keyword',
	]);
});

test('another target release has other tokens, and the client is told to ask again', async () => {
	const session = await startSession({ capabilities, configuration: {} });
	let refreshes = 0;
	session.connection.onRequest('workspace/semanticTokens/refresh', () => {
		refreshes++;
		return null;
	});
	await session.open(uri, text);
	session.configure({ systemdVersion: 219 });
	await session.notify('workspace/didChangeConfiguration', { settings: null });
	await vi.waitUntil(() => refreshes > 0, { timeout: 5000, interval: 5 });
	expect(await tokensOf(session, 'textDocument/semanticTokens/full')).toContain('3:0+9 property');
});

test('a document that is not open has no tokens', async () => {
	const session = await startSession({ capabilities });
	expect(await session.request('textDocument/semanticTokens/full', doc(uri))).toEqual({ data: [] });
});
