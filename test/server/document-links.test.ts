// Document links over the protocol: files are linked where they lie in the open folders.

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { folderWith } from '../support/cli.ts';
import { doc, modernClient, startSession } from '../support/lsp-session.ts';

test('addresses are links, and so are files that the open folders have', async () => {
	const folder = folderWith({ 'etc/default/web': '', 'image/web.service': '' });
	const session = await startSession({ capabilities: modernClient, folders: [folder] });
	const uri = pathToFileURL(path.join(folder, 'image/web.service')).href;
	const files = ['-/etc/default/web', '/etc/default/other', `-${folder}/image/web.service`, '/../../etc/passwd'];
	const lines = files.map((file) => `EnvironmentFile=${file}\n`).join('');
	await session.open(uri, `[Unit]\nDocumentation=https://example.com\n[Service]\n${lines}`);
	expect(await session.request('textDocument/documentLink', doc(uri))).toEqual([
		{ range: expect.objectContaining({ start: { line: 1, character: 14 } }), target: 'https://example.com' },
		{
			range: { start: { line: 3, character: 17 }, end: { line: 3, character: 33 } },
			target: pathToFileURL(path.join(folder, 'etc/default/web')).href,
		},
		{ range: expect.objectContaining({ start: { line: 5, character: 17 } }), target: uri },
	]);
});

test('without an open folder files are no links', async () => {
	const session = await startSession({ capabilities: modernClient });
	const uri = 'file:///a.service';
	await session.open(uri, '[Service]\nEnvironmentFile=/etc/passwd\n');
	expect(await session.request('textDocument/documentLink', doc(uri))).toEqual([]);
});
