// Clients that send what makes no sense: they get an error or an empty answer, and the session goes on.

import { expect, test, vi } from 'vitest';
import { doc, itemsOf, modernClient, type Session, startSession } from '../support/lsp-session.ts';

const uri = 'file:///web.service';
const requests = [
	'textDocument/completion',
	'textDocument/hover',
	'textDocument/documentSymbol',
	'textDocument/foldingRange',
	'textDocument/selectionRange',
	'textDocument/codeAction',
	'textDocument/diagnostic',
	'textDocument/inlayHint',
	'textDocument/semanticTokens/full',
	'textDocument/semanticTokens/range',
	'textDocument/formatting',
	'textDocument/rangeFormatting',
	'textDocument/definition',
	'textDocument/references',
	'textDocument/documentHighlight',
	'textDocument/documentLink',
	'textDocument/prepareRename',
	'fleetUnits/manualPage',
];

async function isAlive(session: Session): Promise<boolean> {
	const document = 'file:///alive.service';
	await session.open(document, '[Service]\nExecStart=/bin/a\nRestrat=no\n');
	const count = itemsOf(await session.pull(document)).length;
	await session.notify('textDocument/didClose', doc(document));
	return count === 1;
}

test.each(requests)('%s without parameters is an error, not an end', async (method) => {
	const session = await startSession({ capabilities: modernClient });
	for (const params of [undefined, {}, { textDocument: null }, { textDocument: { uri: 7 } }]) {
		await expect(session.request(method, params)).rejects.toThrow();
	}
	expect(await isAlive(session)).toBe(true);
});

test.each(requests)('%s for a document that is not open has an empty answer', async (method) => {
	const session = await startSession({ capabilities: modernClient });
	const position = { line: 0, character: 0 };
	const params = { ...doc('file:///nowhere.service'), position, positions: [position], range: {}, context: {} };
	const answer = await session.request(method, params);
	expect([[], null, { kind: 'full', items: [] }, { data: [] }]).toContainEqual(answer);
});

test('positions that are none are refused, and those out of range are taken to the nearest place', async () => {
	const session = await startSession({ capabilities: modernClient });
	await session.open(uri, '[Service]\nRestart=no\n');
	const hover = (position: unknown) => session.request('textDocument/hover', { ...doc(uri), position });
	for (const position of [
		null,
		{},
		{ line: 'x', character: 0 },
		{ line: -1, character: 0 },
		{ line: 0.5, character: 0 },
	]) {
		await expect(hover(position)).rejects.toThrow('a position needs `line` and `character`');
	}
	expect(await hover({ line: 99, character: 99 })).toBeNull();
	expect(await hover({ line: 1, character: 99 })).toMatchObject({ contents: { kind: 'markdown' } });
	const range = { start: { line: 5, character: 0 }, end: { line: 0, character: 0 } };
	expect(await session.request('textDocument/codeAction', { ...doc(uri), range, context: {} })).toEqual([]);
});

test('notices that make no sense are passed over', async () => {
	const session = await startSession({ capabilities: modernClient });
	await session.notify('textDocument/didOpen', {});
	await session.notify('textDocument/didOpen', { textDocument: { uri, version: 1 } });
	await session.notify('textDocument/didChange', { textDocument: { uri: 'file:///other.service', version: 2 } });
	await session.notify('textDocument/didChange', { textDocument: { uri, version: null }, contentChanges: 'all' });
	await session.notify('textDocument/didClose', { textDocument: {} });
	await session.notify('textDocument/didSave', {});
	await session.notify('workspace/didChangeConfiguration', 'off');
	await session.notify('workspace/didChangeWatchedFiles', { changes: 3 });
	await session.notify('workspace/didChangeWorkspaceFolders', {});
	await session.notify('no/such/notice', { a: 1 });
	await expect(session.request('no/such/request', {})).rejects.toThrow('Unhandled method no/such/request');
	await expect(session.pull(uri)).resolves.toBeDefined();
	expect(await isAlive(session)).toBe(true);
});

test('an item that the server never gave is left as it is', async () => {
	const session = await startSession({ capabilities: modernClient });
	for (const data of [undefined, null, 'x', [], { section: 5, key: {} }, { rule: 'none' }, { section: 'Nowhere' }]) {
		const item = { label: 'x', data };
		expect(await session.request('completionItem/resolve', item)).toEqual(JSON.parse(JSON.stringify(item)));
	}
});

test('how long answers took is said to clients that trace', async () => {
	const session = await startSession({ capabilities: modernClient });
	const traced: string[] = [];
	session.connection.onNotification('$/logTrace', ({ message }) => void traced.push(message));
	await session.settled();
	expect(traced).toEqual([]);
	await session.notify('$/setTrace', { value: 'messages' });
	await session.settled();
	expect(traced[0]).toMatch(/^folding: \d+\.\d ms$/);
	expect(session.logged).toEqual([]);
});

test('after shutdown requests are errors, and exit is a success', async () => {
	const session = await startSession({ capabilities: modernClient });
	expect(await session.request('shutdown', undefined)).toBeNull();
	await expect(session.pull(uri)).rejects.toThrow('the client has sent `shutdown`');
	await session.notify('exit', undefined);
	await vi.waitFor(() => expect(session.exitCode()).toBe(0));
});

test('exit without shutdown is a failure', async () => {
	const session = await startSession();
	await session.notify('exit', undefined);
	await vi.waitFor(() => expect(session.exitCode()).toBe(1));
});
