// Each request of the language server, asked as an editor asks it, over a real connection in this process.

import { expect, test } from 'vitest';
import type { CompletionList, Position } from 'vscode-languageserver/node';
import { doc, itemsOf, modernClient, printDiagnostics, type Session, startSession } from '../support/lsp-session.ts';

const uri = 'file:///etc/systemd/system/web.service';
const text = '[Unit]\nDescription=Web\n\n[Service]\nExecStrat=/bin/a\nRestart=on-\n';

// A client that shows Markdown, and is sent every item whole.
const renderer = { completionItem: { documentationFormat: ['markdown' as const] } };

async function withText(capabilities = modernClient) {
	const session = await startSession({ capabilities });
	await session.open(uri, text);
	return session;
}

test('the server says what it can do', async () => {
	const { initialized } = await startSession({ capabilities: modernClient });
	expect(initialized.serverInfo?.name).toBe('fleet-units');
	expect(initialized.capabilities).toMatchObject({
		textDocumentSync: { openClose: true, change: 2 },
		completionProvider: { triggerCharacters: [...'[=%$@~!|/:'], resolveProvider: true },
		diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false },
		codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.fleetUnits'] },
	});
});

test('completion replaces what is typed, and documents the item that is looked at', async () => {
	const session = await withText({
		...modernClient,
		textDocument: { ...modernClient.textDocument, completion: renderer },
	});
	const { items } = await complete(session, uri, { line: 5, character: 11 });
	const always = items.find(({ label }) => label === 'always');
	expect(always).toMatchObject({
		kind: 20,
		textEdit: {
			newText: 'always',
			range: { start: { line: 5, character: 8 }, end: { line: 5, character: 11 } },
		},
		data: { kind: 'value', section: 'Service', key: 'Restart' },
	});
	expect(always).not.toHaveProperty('documentation');
	expect(await session.request('completionItem/resolve', always)).toMatchObject({
		documentation: { kind: 'markdown', value: expect.stringContaining('**always** — a value of `Restart=`') },
	});
});

test('what all keys of a section share is said once, to a client that understands that', async () => {
	const session = await withText();
	const { items, itemDefaults } = await complete(session, uri, { line: 4, character: 2 });
	const execStart = items.find(({ label }) => label === 'ExecStart');
	const editRange = { start: { line: 4, character: 0 }, end: { line: 4, character: 9 } };
	expect(itemDefaults).toMatchObject({ editRange, data: { kind: 'key', section: 'Service' } });
	expect(execStart).not.toHaveProperty('data');
	const whole = { ...execStart, data: itemDefaults?.data };
	expect(await session.request('completionItem/resolve', whole)).toMatchObject({
		documentation: { value: expect.stringContaining('**ExecStart** — [Service]') },
	});
});

test('a client that does not gets every item whole', async () => {
	const session = await withText({});
	const { items, itemDefaults } = await complete(session, uri, { line: 4, character: 2 });
	expect(itemDefaults).toBeUndefined();
	expect(items.find(({ label }) => label === 'ExecStart')).toMatchObject({
		textEdit: { newText: 'ExecStart', range: { start: { line: 4, character: 0 } } },
		data: { kind: 'key', section: 'Service' },
	});
});

test('hover is Markdown with the range it is about', async () => {
	const session = await withText();
	expect(await session.request('textDocument/hover', { ...doc(uri), position: { line: 1, character: 3 } })).toEqual({
		contents: { kind: 'markdown', value: expect.stringContaining('**Description** — [Unit]') },
		range: { start: { line: 1, character: 0 }, end: { line: 1, character: 11 } },
	});
});

test('a client that renders no Markdown is sent plain text', async () => {
	const session = await withText({});
	const hover = await session.request('textDocument/hover', { ...doc(uri), position: { line: 1, character: 3 } });
	expect(hover).toMatchObject({ contents: { kind: 'plaintext' } });
});

test('the outline is nested', async () => {
	const session = await withText();
	expect(await session.request('textDocument/documentSymbol', doc(uri))).toMatchObject([
		{ name: '[Unit]', children: [{ name: 'Description', detail: 'Web' }] },
		{ name: '[Service]', children: [{ name: 'ExecStrat' }, { name: 'Restart' }] },
	]);
});

test('the outline is flat for a client that knows no other', async () => {
	const session = await withText({});
	expect(await session.request('textDocument/documentSymbol', doc(uri))).toMatchObject([
		{ name: '[Unit]', location: { uri } },
		{ name: 'Description', containerName: '[Unit]' },
		{ name: '[Service]' },
		{ name: 'ExecStrat', containerName: '[Service]' },
		{ name: 'Restart', containerName: '[Service]' },
	]);
});

test('sections fold', async () => {
	const session = await withText();
	expect(await session.request('textDocument/foldingRange', doc(uri))).toEqual([
		{ startLine: 0, endLine: 1, kind: 'region' },
		{ startLine: 3, endLine: 5, kind: 'region' },
	]);
});

test('selections grow, one chain for each position', async () => {
	const session = await withText();
	const positions = [
		{ line: 1, character: 2 },
		{ line: 2, character: 0 },
	];
	const [first, second] = (await session.request('textDocument/selectionRange', { ...doc(uri), positions })) as {
		range: unknown;
		parent?: unknown;
	}[];
	expect(first).toMatchObject({
		range: { start: { line: 1, character: 0 }, end: { line: 1, character: 11 } },
		parent: { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 15 } } },
	});
	expect(second?.range).toMatchObject({ start: { line: 0, character: 0 } });
});

test('diagnostics name their rule, its page and how bad it is', async () => {
	const session = await withText();
	const items = itemsOf(await session.pull(uri)).filter(({ code }) => code === 'unknown-directive');
	expect(printDiagnostics(items)).toMatch(/^4:0–4:9 warning unknown-directive: .*did you mean `ExecStart`$/);
	expect(items[0]).toMatchObject({
		source: 'fleet-units',
		codeDescription: { href: 'file:///docs/unknown-directive.md' },
	});
});

test('a code action carries its diagnostic and its edit', async () => {
	const session = await withText();
	const range = { start: { line: 4, character: 2 }, end: { line: 4, character: 2 } };
	const actions = await session.request('textDocument/codeAction', {
		...doc(uri),
		range,
		context: { diagnostics: [] },
	});
	expect(actions).toMatchObject([
		{
			title: 'Change to `ExecStart`',
			kind: 'quickfix',
			diagnostics: [{ code: 'unknown-directive' }],
			edit: { changes: { [uri]: [{ newText: 'ExecStart' }] } },
		},
		{ title: 'Fix all that can be fixed safely', kind: 'source.fixAll.fleetUnits' },
		{ title: 'Allow unknown-directive on this line', kind: 'quickfix' },
	]);
});

test('a client gets the kinds of actions it asks for', async () => {
	const session = await startSession({ capabilities: modernClient });
	await session.open(uri, '[Sevrice]\nExecStart=/bin/a\n');
	const kindsFor = async (only: string[] | undefined) => {
		const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
		const params = { ...doc(uri), range, context: { diagnostics: [], only } };
		const actions = (await session.request('textDocument/codeAction', params)) as { kind: string }[];
		return [...new Set(actions.map(({ kind }) => kind))];
	};
	expect(await kindsFor(['source.fixAll'])).toEqual(['source.fixAll.fleetUnits']);
	expect(await kindsFor(['source'])).toEqual(['source.fixAll.fleetUnits']);
	expect(await kindsFor(['quickfix'])).toEqual(['quickfix']);
	expect(await kindsFor(['refactor'])).toEqual([]);
	expect(await kindsFor(['source.fix'])).toEqual([]);
	expect(await kindsFor(undefined)).toEqual(['quickfix', 'source.fixAll.fleetUnits']);
});

test('a client that knows no code actions but commands gets none', async () => {
	const session = await withText({});
	const range = { start: { line: 4, character: 2 }, end: { line: 4, character: 2 } };
	expect(await session.request('textDocument/codeAction', { ...doc(uri), range, context: {} })).toEqual([]);
});

test('positions count UTF-16 units, and lines end as the protocol says', async () => {
	const session = await startSession({ capabilities: modernClient });
	await session.open(uri, '[Unit]\r\nDescription=😀\rExecStrat=1\n');
	expect(printDiagnostics(itemsOf(await session.pull(uri)))).toContain('2:0–2:9 warning unknown-directive');
});

test('edits inside the text are followed', async () => {
	const session = await withText();
	await session.notify('textDocument/didChange', {
		textDocument: { uri, version: 2 },
		contentChanges: [
			{ range: { start: { line: 4, character: 4 }, end: { line: 4, character: 9 } }, text: 'Start' },
			{ range: { start: { line: 5, character: 8 }, end: { line: 5, character: 11 } }, text: 'no' },
		],
	});
	expect(itemsOf(await session.pull(uri))).toEqual([]);
});

test('the name of the file says which sections there are', async () => {
	const session = await startSession({ capabilities: modernClient });
	const sectionsIn = async (name: string) => {
		await session.open(name, '');
		const { items } = await complete(session, name, { line: 0, character: 0 });
		return items.map(({ label }) => label);
	};
	expect(await sectionsIn('file:///a/b.timer')).toEqual(['[Unit]', '[Timer]', '[Install]', '[X-Fleet]']);
	expect(await sectionsIn('file:///a/my%20unit%40.service.d/10%2Dx.conf')).toContain('[Service]');
	expect(await sectionsIn('vscode-vfs://host/a/b.socket?ref=1')).toContain('[Socket]');
	const all = await sectionsIn('untitled:Untitled-1');
	expect(all).toEqual(expect.arrayContaining(['[Timer]', '[Service]', '[Mount]']));
	expect(await sectionsIn('file:///a/%ZZ.path')).toContain('[Path]');
});

async function complete(session: Session, document: string, position: Position): Promise<CompletionList> {
	// The server's own answer, which the tests look into.
	return (await session.request('textDocument/completion', { ...doc(document), position })) as CompletionList;
}

test('a document is formatted, or a range of it', async () => {
	const session = await startSession({ capabilities: modernClient });
	await session.open(uri, '[Unit]  \nDescription=A  \n[Service]\n');
	const edit = (line: number, start: number, end: number, newText: string) => ({
		range: { start: { line, character: start }, end: { line, character: end } },
		newText,
	});
	const options = { tabSize: 4, insertSpaces: true };
	expect(await session.request('textDocument/formatting', { ...doc(uri), options })).toEqual([
		edit(0, 6, 8, ''),
		edit(1, 13, 15, ''),
		edit(2, 0, 0, '\n'),
	]);
	const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 8 } };
	expect(await session.request('textDocument/rangeFormatting', { ...doc(uri), range, options })).toEqual([
		edit(0, 6, 8, ''),
	]);
});

test('the page of the manual about a place is told, and linked where the client can open it', async () => {
	const initializationOptions = { host: { opensManual: true } };
	const session = await startSession({ capabilities: modernClient, initializationOptions });
	await session.open(uri, text);
	const page = (line: number, character: number) =>
		session.request('fleetUnits/manualPage', { ...doc(uri), position: { line, character } });
	expect(await page(1, 3)).toEqual({ page: 'systemd.unit(5)' });
	expect(await page(5, 10)).toEqual({ page: 'systemd.service(5)' });
	expect(await page(3, 3)).toEqual({ page: 'systemd.service(5)' });
	expect(await page(2, 0)).toBeNull();
	const hover = await session.request('textDocument/hover', { ...doc(uri), position: { line: 5, character: 3 } });
	const link = 'command:fleetUnits.openManPage?%5B%22systemd.service(5)%22%5D';
	expect(hover).toMatchObject({ contents: { value: expect.stringContaining(`[in a terminal](${link})`) } });
});

test('a client that does not say it can open pages is given no link to a command', async () => {
	const session = await withText();
	const hover = await session.request('textDocument/hover', { ...doc(uri), position: { line: 5, character: 3 } });
	expect(JSON.stringify(hover)).not.toContain('command:');
});
