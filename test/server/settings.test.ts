// Settings: from the client by every road that clients know, from config files, and what happens when they are wrong.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { itemsOf, modernClient, type Session, startSession } from '../support/lsp-session.ts';

const uri = 'file:///etc/systemd/system/web.service';
const bad = '[Service]\nExecStart=/bin/a\nRestrat=no\n';
const off = { rules: { 'unknown-directive': 'off' } };
const hint = { rules: { 'unknown-directive': 'hint' } };

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'fleet-units-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function countIn(session: Session, document = uri): Promise<number> {
	return itemsOf(await session.pull(document)).length;
}

test('a client that can be asked is asked, again after every change', async () => {
	const session = await startSession({ capabilities: modernClient, configuration: off });
	await session.open(uri, bad);
	expect(await countIn(session)).toBe(0);
	session.configure(hint);
	await session.notify('workspace/didChangeConfiguration', { settings: null });
	await session.settled();
	expect(itemsOf(await session.pull(uri))[0]?.severity).toBe(4);
	expect(session.refreshes()).toBe(2);
	expect(session.registered).toEqual(['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']);
});

test('a client that cannot be asked sends its settings', async () => {
	const session = await startSession();
	await session.open(uri, bad);
	expect((await session.nextPush(uri)).diagnostics).toHaveLength(1);
	await session.notify('workspace/didChangeConfiguration', { settings: { fleetUnits: off } });
	expect((await session.nextPush(uri)).diagnostics).toHaveLength(0);
});

test('initialization options hold until the client says more', async () => {
	const session = await startSession({ initializationOptions: off });
	await session.open(uri, bad);
	expect((await session.nextPush(uri)).diagnostics).toHaveLength(0);
	await session.notify('workspace/didChangeConfiguration', { settings: {} });
	await session.notify('workspace/didChangeConfiguration', { settings: { fleetUnits: hint } });
	expect((await session.nextPush(uri)).diagnostics).toHaveLength(1);
});

test('a client that can be asked and knows nothing leaves initialization options in force', async () => {
	const session = await startSession({ capabilities: modernClient, initializationOptions: { fleetUnits: off } });
	await session.open(uri, bad);
	expect(await countIn(session)).toBe(0);
});

test('the target release is a setting, and takes numbers and texts', async () => {
	const session = await startSession({ capabilities: modernClient, configuration: { systemdVersion: '219' } });
	await session.open(uri, '[Service]\nExecCondition=/bin/a\nExecStart=/bin/a\n');
	expect(itemsOf(await session.pull(uri)).map(({ code }) => code)).toEqual(['too-new-directive']);
});

test('wrong settings are logged, and the others hold', async () => {
	const rules = { 'unknown-directve': 'off', 'unknown-directive': 'hint', 'unknown-section': 'loud' };
	const session = await startSession({
		capabilities: modernClient,
		configuration: { systemdVersion: 'new', fleetVersion: '2', rules },
	});
	await session.open(uri, bad);
	expect(itemsOf(await session.pull(uri))[0]?.severity).toBe(4);
	expect(session.logged).toEqual([
		'fleetUnits.systemdVersion must be "latest" or a number from 183 to 262, not "new"; using latest',
		'fleetUnits.fleetVersion must be one of 0.8, 0.9, 0.10, 0.11, 0.12, 0.13, 1.0, not "2"; using the newest',
		'fleetUnits.rules: unknown rule `unknown-directve`; did you mean `unknown-directive`; it is ignored',
		'fleetUnits.rules: rule `unknown-section`: `loud` is no level; use error, warning, info, hint or off; it is ignored',
	]);
});

test('settings of the wrong shape are no settings', async () => {
	const session = await startSession({ capabilities: modernClient, configuration: [1, 2] });
	await session.notify('workspace/didChangeConfiguration', {});
	session.configure({ rules: ['unknown-directive'] });
	await session.notify('workspace/didChangeConfiguration', { settings: 7 });
	await session.open(uri, bad);
	await session.settled();
	expect(await countIn(session)).toBe(1);
	expect(session.logged).toEqual(['fleetUnits.rules must be an object of rule ids and levels; it is ignored']);
});

test('the nearest config file wins over the editor, rule by rule', async () => {
	const inside = path.join(folder, 'units', 'deep');
	mkdirSync(inside, { recursive: true });
	writeConfig(folder, { rules: { 'unknown-directive': 'error' } });
	writeConfig(path.join(folder, 'units'), hint);
	const document = pathToFileURL(path.join(inside, 'a.service')).href;
	const configuration = { rules: { 'unknown-directive': 'off', 'unknown-section': 'off' } };
	const session = await startSession({ capabilities: modernClient, configuration, folders: [folder] });
	await session.open(document, `${bad}[Sevrice]\n`);
	expect(itemsOf(await session.pull(document)).map(({ code, severity }) => [code, severity])).toEqual([
		['unknown-directive', 4],
	]);
});

test('config files above the open folder do not count; without a folder they do', async () => {
	const inside = path.join(folder, 'open');
	mkdirSync(inside);
	writeConfig(folder, off);
	const document = pathToFileURL(path.join(inside, 'a.service')).href;
	const inFolder = await startSession({ capabilities: modernClient, folders: [inside] });
	await inFolder.open(document, bad);
	expect(await countIn(inFolder, document)).toBe(1);
	const alone = await startSession({ capabilities: modernClient });
	await alone.open(document, bad);
	expect(await countIn(alone, document)).toBe(0);
	const event = { added: [{ uri: pathToFileURL(inside).href, name: 'open' }], removed: [] };
	await alone.notify('workspace/didChangeWorkspaceFolders', { event });
	expect(await countIn(alone, document)).toBe(1);
});

test('a changed config file holds at once', async () => {
	const document = pathToFileURL(path.join(folder, 'a.service')).href;
	const session = await startSession({ capabilities: modernClient, folders: [folder] });
	await session.open(document, bad);
	expect(await countIn(session, document)).toBe(1);
	const file = writeConfig(folder, off);
	await session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(file).href, type: 1 }] });
	expect(await countIn(session, document)).toBe(0);
	await session.settled();
	expect(session.refreshes()).toBe(1);
});

test('without a client that watches, saving anything looks at config files again', async () => {
	const document = pathToFileURL(path.join(folder, 'a.service')).href;
	const session = await startSession({ folders: [folder] });
	await session.open(document, bad);
	expect((await session.nextPush(document)).diagnostics).toHaveLength(1);
	writeConfig(folder, off);
	await session.notify('textDocument/didSave', { textDocument: { uri: document } });
	expect((await session.nextPush(document)).diagnostics).toHaveLength(0);
});

test('a broken config file is ignored, logged, and shown once', async () => {
	const file = path.join(folder, '.fleet-units.json');
	writeFileSync(file, '{ "rules": { "unknown-directve": "off" } }');
	const document = pathToFileURL(path.join(folder, 'a.service')).href;
	const session = await startSession({ capabilities: modernClient, folders: [folder] });
	await session.open(document, bad);
	expect(await countIn(session, document)).toBe(1);
	await session.notify('workspace/didChangeWatchedFiles', { changes: [] });
	expect(await countIn(session, document)).toBe(1);
	const text = `${file} is ignored: unknown rule \`unknown-directve\`; did you mean \`unknown-directive\``;
	expect(session.shown).toEqual([text]);
	expect(session.logged.filter((line) => line.includes('ignored'))).toEqual([text]);
	writeFileSync(file, 'not json');
	await session.notify('workspace/didChangeWatchedFiles', { changes: [] });
	await countIn(session, document);
	expect(session.shown).toHaveLength(2);
	expect(session.shown[1]).toContain(`${file} is ignored: `);
});

test('a config file that is a folder is a fault, too', async () => {
	mkdirSync(path.join(folder, '.fleet-units.json'));
	const document = pathToFileURL(path.join(folder, 'a.service')).href;
	const session = await startSession({ capabilities: modernClient, folders: [folder] });
	await session.open(document, bad);
	expect(await countIn(session, document)).toBe(1);
	expect(session.shown[0]).toContain('EISDIR');
});

function writeConfig(inFolder: string, settings: unknown): string {
	const file = path.join(inFolder, '.fleet-units.json');
	writeFileSync(file, JSON.stringify(settings));
	return file;
}

test('a document says what it is checked for and whether its project says so, and the client is told of changes', async () => {
	writeFileSync(path.join(folder, '.fleet-units.json'), '{ "systemdVersion": 252 }');
	const inProject = pathToFileURL(path.join(folder, 'a.service')).href;
	const initializationOptions = { host: { showsTarget: true }, fleetVersion: '0.11' };
	const session = await startSession({ initializationOptions, folders: [folder] });
	let told = 0;
	session.connection.onNotification('fleetUnits/targetChanged', () => void told++);
	await session.open(inProject, bad);
	await session.open(uri, bad);
	const target = (document: string) => session.request('fleetUnits/target', { textDocument: { uri: document } });
	expect(await target(inProject)).toEqual({ systemdVersion: 252, fleetVersion: '0.11', isFromProject: true });
	expect(await target(uri)).toEqual({ systemdVersion: 262, fleetVersion: '0.11', isFromProject: false });
	await session.notify('workspace/didChangeConfiguration', { settings: { fleetUnits: { systemdVersion: 219 } } });
	expect(await target(uri)).toMatchObject({ systemdVersion: 219 });
	expect(told).toBe(1);
});
