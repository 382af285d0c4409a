// When diagnostics come: asked for by clients that can ask, pushed to those that cannot.

import { expect, test } from 'vitest';
import { itemsOf, modernClient, startSession } from '../support/lsp-session.ts';

const uri = 'file:///etc/systemd/system/web.service';
const bad = '[Service]\nExecStart=/bin/a\nRestrat=no\n';
const good = '[Service]\nExecStart=/bin/a\n';

test('a client that cannot ask is told on opening, after edits and on closing', async () => {
	const session = await startSession();
	expect(session.initialized.capabilities.diagnosticProvider).toBeUndefined();
	await session.open(uri, bad);
	expect(await session.nextPush(uri)).toMatchObject({ version: 1, diagnostics: [{ code: 'unknown-directive' }] });
	await session.change(uri, good, 2);
	expect(await session.nextPush(uri)).toMatchObject({ version: 2, diagnostics: [] });
	await session.change(uri, bad, 3);
	await session.notify('textDocument/didClose', { textDocument: { uri } });
	expect(await session.nextPush(uri)).toEqual({ uri, diagnostics: [] });
});

test('the first push does not wait, and quick edits are pushed together', async () => {
	const session = await startSession();
	await session.open(uri, bad);
	await session.settled();
	expect(session.pushes).toHaveLength(1);
	for (const version of [2, 3, 4]) await session.change(uri, good, version);
	await session.nextPush(uri);
	expect(await session.nextPush(uri)).toMatchObject({ version: 4 });
	expect(session.pushes).toHaveLength(2);
});

test('a closed document gets no push any more', async () => {
	const session = await startSession();
	const other = 'file:///b.service';
	await session.open(uri, bad);
	await session.change(uri, good, 2);
	await session.notify('textDocument/didClose', { textDocument: { uri } });
	await session.open(other, bad);
	await session.change(other, good, 2);
	await session.nextPush(other);
	await session.nextPush(other); // This one waited longer than the one that must not come.
	expect(session.pushes.filter((push) => push.uri === uri).map(({ version }) => version)).toEqual([1, undefined]);
});

test('a client that asks is not told', async () => {
	const session = await startSession({ capabilities: modernClient });
	await session.open(uri, bad);
	expect(itemsOf(await session.pull(uri))).toHaveLength(1);
	await session.settled();
	expect(session.pushes).toEqual([]);
});

test('a client that has the newest diagnostics is told so', async () => {
	const session = await startSession({ capabilities: modernClient });
	await session.open(uri, bad);
	const first = await session.pull(uri);
	expect(await session.pull(uri, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
	await session.change(uri, good, 2);
	expect(await session.pull(uri, first.resultId)).toMatchObject({ kind: 'full', items: [] });
});

test('a document that is opened anew at the same version is another one', async () => {
	const session = await startSession({ capabilities: modernClient });
	await session.open(uri, bad);
	const first = await session.pull(uri);
	await session.notify('textDocument/didClose', { textDocument: { uri } });
	await session.open(uri, good);
	expect(await session.pull(uri, first.resultId)).toMatchObject({ kind: 'full', items: [] });
});

test('a document that is not open has no diagnostics', async () => {
	const session = await startSession({ capabilities: modernClient });
	expect(await session.pull('file:///nowhere.service')).toEqual({ kind: 'full', items: [] });
});

test('a client that asks before it opens a document is told to ask again, once', async () => {
	const session = await startSession({ capabilities: modernClient });
	const before = session.refreshes();
	await session.pull(uri);
	await session.open(uri, bad);
	await session.settled();
	expect(session.refreshes()).toBe(before + 1);
	await session.open('file:///other.service', bad);
	await session.settled();
	expect(session.refreshes()).toBe(before + 1);
});
