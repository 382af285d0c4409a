// Between files over the protocol: definitions, references, highlights, renames.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';
import { folderWith } from '../support/cli.ts';
import { doc, modernClient, type Session, startSession } from '../support/lsp-session.ts';

const files = {
	'db.service': '[Unit]\nDescription=Database\n\n[Service]\nExecStart=/bin/db\n',
	'db.service.d/10-more.conf': '[Service]\nMemoryMax=1G\n',
	'worker@.service': '[Unit]\nAfter=db.service\n\n[Service]\nExecStart=/bin/worker\n',
};
const web = '[Unit]\nAfter=db.service worker@1.service\nWants=db.service\n\n[Service]\nExecStart=/bin/web\n';

const renamer = {
	...modernClient,
	workspace: {
		...modernClient.workspace,
		workspaceEdit: { documentChanges: true, resourceOperations: ['rename' as const] },
	},
};

async function openWeb(capabilities = modernClient) {
	const folder = folderWith({ ...files, 'web.service': web });
	const session = await startSession({ capabilities, folders: [folder] });
	const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
	const uri = uriOf('web.service');
	await session.open(uri, web);
	await vi.waitUntil(() => session.logged.some((line) => line.startsWith('unit files for rules')), { interval: 5 });
	return { session, folder, uri, uriOf };
}

/** A request about the place of a word in web.service. */
async function ask(session: Session, uri: string, method: string, word: string, more: object = {}): Promise<unknown> {
	const before = web.slice(0, web.indexOf(word) + 1).split('\n');
	const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
	return session.request(`textDocument/${method}`, { ...doc(uri), position, ...more });
}

const range = (line: number, start: number, end: number) => ({
	start: { line, character: start },
	end: { line, character: end },
});

test('a name leads to its file and the drop-ins; to a client that knows links, from the whole name', async () => {
	const plain = await openWeb();
	expect(await ask(plain.session, plain.uri, 'definition', 'db.service')).toEqual([
		{ uri: plain.uriOf('db.service'), range: range(0, 0, 0) },
		{ uri: plain.uriOf('db.service.d/10-more.conf'), range: range(0, 0, 0) },
	]);
	const capabilities = { ...modernClient, textDocument: { definition: { linkSupport: true } } };
	const { session, uri, uriOf } = await openWeb(capabilities);
	expect(await ask(session, uri, 'definition', 'worker@1')).toEqual([
		{
			targetUri: uriOf('worker@.service'),
			...{ targetRange: range(0, 0, 0), targetSelectionRange: range(0, 0, 0) },
			originSelectionRange: range(1, 17, 33),
		},
	]);
	expect(await ask(session, uri, 'definition', 'ExecStart')).toEqual([]);
});

test('the places that name a unit are found in all files, with its own if that is wanted', async () => {
	const { session, uri, uriOf } = await openWeb();
	const named = [
		{ uri, range: range(1, 6, 16) },
		{ uri, range: range(2, 6, 16) },
		{ uri: uriOf('worker@.service'), range: range(1, 6, 16) },
	];
	const context = { includeDeclaration: false };
	expect(await ask(session, uri, 'references', 'db.service', { context })).toEqual(named);
	const own = { uri: uriOf('db.service'), range: range(0, 0, 0) };
	const all = { context: { includeDeclaration: true } };
	expect(await ask(session, uri, 'references', 'db.service', all)).toEqual([own, ...named]);
	expect(await ask(session, uri, 'documentHighlight', 'db.service')).toMatchObject([
		{ range: range(1, 6, 16) },
		{ range: range(2, 6, 16) },
	]);
});

test('a unit is renamed with its file, its drop-ins and all that names it', async () => {
	const { session, uri, uriOf } = await openWeb(renamer);
	expect(await ask(session, uri, 'prepareRename', 'db.service')).toEqual({
		range: range(1, 6, 16),
		placeholder: 'db.service',
	});
	const edit = (line: number) => ({ range: range(line, 6, 16), newText: 'pg.service' });
	expect(await ask(session, uri, 'rename', 'db.service', { newName: 'pg.service' })).toEqual({
		documentChanges: [
			{ textDocument: { uri, version: null }, edits: [edit(1), edit(2)] },
			{ textDocument: { uri: uriOf('worker@.service'), version: null }, edits: [edit(1)] },
			{ kind: 'rename', oldUri: uriOf('db.service'), newUri: uriOf('pg.service') },
			{ kind: 'rename', oldUri: uriOf('db.service.d'), newUri: uriOf('pg.service.d') },
		],
	});
});

test('what cannot be renamed is refused with a reason, and nothing changes', async () => {
	const { session, folder, uri } = await openWeb(renamer);
	expect(await ask(session, uri, 'prepareRename', 'ExecStart')).toBeNull();
	await expect(ask(session, uri, 'rename', 'db.service', { newName: 'pg.socket' })).rejects.toThrow(
		'the new name must end in `.service`, too',
	);
	expect(readFileSync(path.join(folder, 'web.service'), 'utf8')).toBe(web);
});

test('a client that renames no files is offered no rename', async () => {
	const { session } = await openWeb();
	expect(session.initialized.capabilities).not.toHaveProperty('renameProvider');
});

test('a file that is renamed in the tree of files takes its name along, and only its own', async () => {
	const { session, uri, uriOf } = await openWeb();
	const renamed = (from: string, to: string) =>
		session.request('workspace/willRenameFiles', { files: [{ oldUri: uriOf(from), newUri: uriOf(to) }] });
	expect(await renamed('worker@1.service', 'worker@2.service')).toEqual({
		documentChanges: [
			{
				textDocument: { uri, version: null },
				edits: [{ range: range(1, 17, 33), newText: 'worker@2.service' }],
			},
		],
	});
	expect(await renamed('db.service.d/10-more.conf', 'db.service.d/20-more.conf')).toEqual({ documentChanges: [] });
	expect(await renamed('db.service', 'notes.txt')).toEqual({ documentChanges: [] });
});
