// Completion of paths over the protocol: what is on this machine is offered where the client says that the workspace is
// trusted, and nowhere else.

import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { CancellationTokenSource, type CompletionList } from 'vscode-languageserver/node';
import { folderWith } from '../support/cli.ts';
import { doc, modernClient, type Session, startSession } from '../support/lsp-session.ts';

const trusted = { host: { isTrusted: true } };

async function offered(
	session: Session,
	folder: string,
	uri = pathToFileURL(path.join(folder, 'a.service')).href,
): Promise<CompletionList> {
	const line = `EnvironmentFile=-${folder}/`;
	await session.open(uri, `[Service]\n${line}\n`);
	const position = { line: 1, character: line.length };
	// The server's own answer, which the tests look into.
	return (await session.request('textDocument/completion', { ...doc(uri), position })) as CompletionList;
}

function labels({ items }: CompletionList): readonly string[] {
	return items.map(({ label }) => label);
}

test('files and folders are offered in a workspace that is trusted', async () => {
	const folder = folderWith({ 'web.env': '', 'etc/x': '', '.secret': '' });
	const session = await startSession({ capabilities: modernClient, initializationOptions: trusted });
	const { items, isIncomplete } = await offered(session, folder);
	expect(items).toMatchObject([
		{ label: 'etc/', kind: 19 },
		{ label: 'web.env', kind: 17 },
	]);
	expect(isIncomplete).toBe(false);
});

test('nothing is read for a client that does not speak of trust', async () => {
	const folder = folderWith({ 'web.env': '' });
	const session = await startSession({ capabilities: modernClient });
	expect(labels(await offered(session, folder))).toEqual([]);
	await session.notify('fleetUnits/host', { isTrusted: true });
	expect(labels(await offered(session, folder))).toEqual(['web.env']);
	await session.notify('fleetUnits/host', { isTrusted: 'yes' });
	expect(labels(await offered(session, folder))).toEqual([]);
});

test('nothing is read for a document that is no file of this machine', async () => {
	const folder = folderWith({ 'web.env': '' });
	const session = await startSession({ capabilities: modernClient, initializationOptions: trusted });
	expect(labels(await offered(session, folder, 'vscode-vfs://host/a.service'))).toEqual([]);
});

test('a link to a folder is a folder, one to nowhere a file, and a missing folder is empty', async () => {
	const folder = folderWith({ 'real/x': '' });
	symlinkSync('real', path.join(folder, 'link'));
	symlinkSync('nowhere', path.join(folder, 'broken'));
	const session = await startSession({ capabilities: modernClient, initializationOptions: trusted });
	expect(labels(await offered(session, folder))).toEqual(['broken', 'link/', 'real/']);
	expect(labels(await offered(session, path.join(folder, 'missing')))).toEqual([]);
});

test('of a large folder some names are offered, and the client asks again as more is typed', async () => {
	const folder = folderWith({});
	for (let at = 0; at < 600; at++) mkdirSync(path.join(folder, `folder-${at}`));
	const session = await startSession({ capabilities: modernClient, initializationOptions: trusted });
	const { items, isIncomplete } = await offered(session, folder);
	expect([items.length, isIncomplete]).toEqual([500, true]);
});

test('a request that is cancelled at once leaves the session alive', async () => {
	const folder = folderWith({ 'web.env': '' });
	const session = await startSession({ capabilities: modernClient, initializationOptions: trusted });
	const uri = pathToFileURL(path.join(folder, 'a.service')).href;
	const line = `PIDFile=${folder}/`;
	await session.open(uri, `[Service]\n${line}\n`);
	const source = new CancellationTokenSource();
	const params = { ...doc(uri), position: { line: 1, character: line.length } };
	const asked = session.connection.sendRequest('textDocument/completion', params, source.token);
	source.cancel();
	await Promise.allSettled([asked]);
	expect(labels(await offered(session, folder))).toEqual(['web.env']);
});
