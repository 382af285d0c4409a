// Rules across files in the editor: what other files of the open folders say counts, whether they are open or not, as
// soon as all of them are read.

import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';
import { folderWith } from '../support/cli.ts';
import { itemsOf, modernClient, type Session, startSession } from '../support/lsp-session.ts';

/** Must share a machine with `web.service`. */
const announce =
	'[Unit]\nBindsTo=web.service\nAfter=web.service\n\n[Service]\nExecStart=/bin/a\n\n[X-Fleet]\nMachineOf=web.service\n';
const web = '[Service]\nExecStart=/bin/web\n\n[X-Fleet]\nMachineMetadata=role=web\n';
const db = '[Service]\nExecStart=/bin/db\n\n[X-Fleet]\nMachineMetadata=role=db\n';
/** Must share a machine with the unit that must share one with it. */
const circular = web.replace('MachineMetadata=role=web', 'MachineOf=announce.service');

const complete = /^unit files for rules across files: \d+$/;
const progressClient = { ...modernClient, window: { workDoneProgress: true } };

function uriIn(folder: string, name: string): string {
	return pathToFileURL(path.join(folder, name)).href;
}

async function codesIn(session: Session, uri: string): Promise<readonly unknown[]> {
	return itemsOf(await session.pull(uri)).map(({ code }) => code);
}

function logLine(session: Session, pattern: RegExp): Promise<string> {
	return vi.waitUntil(() => session.logged.find((line) => pattern.test(line)), { timeout: 5000, interval: 5 });
}

/** A session in a folder, with a document open and all files read. */
async function sessionIn(folder: string, name: string, text: string, capabilities = modernClient): Promise<Session> {
	const session = await startSession({ capabilities, folders: [folder] });
	await session.open(uriIn(folder, name), text);
	await logLine(session, complete);
	return session;
}

async function tellOfChange(session: Session, uri: string, type: 1 | 2 | 3): Promise<void> {
	await session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
}

async function refreshAfter(session: Session, act: () => Promise<void>): Promise<void> {
	const before = session.refreshes();
	await act();
	await vi.waitUntil(() => session.refreshes() > before, { timeout: 5000, interval: 5 });
}

test('a rule across files speaks once all files are read, and the client is told to ask again', async () => {
	const folder = folderWith({ 'announce.service': announce, 'deep/er/db.service': db });
	const session = await startSession({ capabilities: modernClient, folders: [folder] });
	const uri = uriIn(folder, 'announce.service');
	await refreshAfter(session, () => session.open(uri, announce));
	expect(session.logged).toEqual(['unit files for rules across files: 2']);
	expect(await codesIn(session, uri)).toEqual(['fleet-missing-peer']);
});

test('nothing is read before a unit file below the folders is opened', async () => {
	const folder = folderWith({ 'announce.service': announce, 'db.service': db });
	const elsewhere = folderWith({});
	const session = await startSession({ capabilities: modernClient, folders: [folder] });
	await session.open(uriIn(elsewhere, 'announce.service'), announce);
	await session.open('untitled:announce.service', announce);
	await session.settled();
	await tellOfChange(session, uriIn(folder, 'db.service'), 2);
	await session.settled();
	expect(session.logged).toEqual([]);
});

test('a document in none of the folders has no others, whatever the folders hold', async () => {
	const folder = folderWith({ 'announce.service': announce, 'db.service': db });
	const elsewhere = folderWith({ 'db.service': db });
	const session = await sessionIn(folder, 'announce.service', announce);
	const outside = uriIn(elsewhere, 'announce.service');
	await session.open(outside, announce);
	expect(await codesIn(session, outside)).toEqual([]);
});

test('a sibling that is edited in an open editor counts as it is edited', async () => {
	const folder = folderWith({ 'announce.service': announce, 'web.service': circular });
	const [uri, other] = [uriIn(folder, 'announce.service'), uriIn(folder, 'web.service')];
	const session = await sessionIn(folder, 'announce.service', announce);
	expect(await codesIn(session, uri)).toEqual(['fleet-peer-cycle']);
	await session.open(other, circular);
	await session.change(other, web, 2);
	await refreshAfter(session, async () => void (await session.pull(other)));
	expect(await codesIn(session, uri)).toEqual([]);
});

test('a sibling that is closed without being saved counts as it is on disk', async () => {
	const folder = folderWith({ 'announce.service': announce, 'web.service': circular });
	const [uri, other] = [uriIn(folder, 'announce.service'), uriIn(folder, 'web.service')];
	const session = await sessionIn(folder, 'announce.service', announce);
	await session.open(other, web);
	expect(await codesIn(session, uri)).toEqual([]);
	await refreshAfter(session, () => session.notify('textDocument/didClose', { textDocument: { uri: other } }));
	expect(await codesIn(session, uri)).toEqual(['fleet-peer-cycle']);
});

test('files that are created, changed and deleted outside of the editor count', async () => {
	const folder = folderWith({ 'announce.service': announce, 'db.service': db });
	const [uri, other] = [uriIn(folder, 'announce.service'), uriIn(folder, 'web.service')];
	const session = await sessionIn(folder, 'announce.service', announce);
	expect(await codesIn(session, uri)).toEqual(['fleet-missing-peer']);
	writeFileSync(path.join(folder, 'web.service'), circular);
	await refreshAfter(session, () => tellOfChange(session, other, 1));
	expect(await codesIn(session, uri)).toEqual(['fleet-peer-cycle']);
	writeFileSync(path.join(folder, 'web.service'), web);
	await refreshAfter(session, () => tellOfChange(session, other, 2));
	expect(await codesIn(session, uri)).toEqual([]);
	rmSync(path.join(folder, 'web.service'));
	await refreshAfter(session, () => tellOfChange(session, other, 3));
	expect(await codesIn(session, uri)).toEqual(['fleet-missing-peer']);
});

test('of a deleted folder, the client need not name the files', async () => {
	const folder = folderWith({ 'announce.service': announce, 'db.service': db, 'web/web.service': web });
	const uri = uriIn(folder, 'announce.service');
	const session = await sessionIn(folder, 'announce.service', announce);
	expect(await codesIn(session, uri)).toEqual([]);
	rmSync(path.join(folder, 'web'), { recursive: true });
	await refreshAfter(session, () => tellOfChange(session, uriIn(folder, 'web'), 3));
	expect(await codesIn(session, uri)).toEqual(['fleet-missing-peer']);
});

test('a file that is open counts as it is open, whatever happens on disk', async () => {
	const folder = folderWith({ 'announce.service': announce, 'web.service': web });
	const uri = uriIn(folder, 'announce.service');
	const waiting = uriIn(folder, 'waiting.service');
	const session = await sessionIn(folder, 'announce.service', announce);
	await session.open(uriIn(folder, 'web.service'), circular);
	await session.open(waiting, web.replace('MachineMetadata=role=web', 'MachineOf=late.service'));
	expect(await codesIn(session, uri)).toEqual(['fleet-peer-cycle']);
	await tellOfChange(session, uriIn(folder, 'web.service'), 2);
	// What happens to this file is read after that, and seen.
	writeFileSync(path.join(folder, 'late.service'), db);
	await tellOfChange(session, uriIn(folder, 'late.service'), 1);
	await vi.waitUntil(async () => !(await codesIn(session, waiting)).includes('fleet-missing-peer'), { timeout: 5000 });
	expect(await codesIn(session, uri)).toEqual(['fleet-peer-cycle']);
});

test('a change that means nothing to a document leaves its answer unchanged', async () => {
	const folder = folderWith({ 'announce.service': announce, 'web.service': circular, 'db.service': db });
	const [uri, other] = [uriIn(folder, 'announce.service'), uriIn(folder, 'db.service')];
	const session = await sessionIn(folder, 'announce.service', announce);
	const first = await session.pull(uri);
	await session.open(other, db);
	await session.change(other, db.replace('/bin/db', '/bin/other'), 2);
	await session.pull(other);
	expect(await session.pull(uri, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
	const web = uriIn(folder, 'web.service');
	await session.open(web, circular.replace('announce', 'db'));
	expect(await session.pull(uri, first.resultId)).toMatchObject({ kind: 'full', items: [] });
});

test('a client that cannot ask is told of those documents that are concerned', async () => {
	const folder = folderWith({ 'announce.service': announce, 'web.service': circular, 'db.service': db });
	const [uri, other, third] = ['announce', 'web', 'db'].map((name) => uriIn(folder, `${name}.service`)) as [
		string,
		string,
		string,
	];
	const session = await sessionIn(folder, 'announce.service', announce, {});
	const codesOf = async () => (await session.nextPush(uri)).diagnostics.map(({ code }) => code);
	expect([await codesOf(), await codesOf()]).toEqual([[], ['fleet-peer-cycle']]);
	await session.open(third, db);
	await session.open(other, circular);
	await session.change(other, web, 2);
	expect(await codesOf()).toEqual([]);
	expect(session.pushes.filter((push) => push.uri === third)).toHaveLength(1);
});

test('other folders begin anew', async () => {
	const folder = folderWith({ 'announce.service': announce, 'db.service': db });
	const second = folderWith({ 'web.service': web });
	const session = await sessionIn(folder, 'announce.service', announce);
	const event = { added: [{ uri: pathToFileURL(second).href, name: 'second' }], removed: [] };
	await session.notify('workspace/didChangeWorkspaceFolders', { event });
	await logLine(session, /: 3$/);
	expect(await codesIn(session, uriIn(folder, 'announce.service'))).toEqual([]);
});

test('folders of tools, hidden files and linked folders are left out, and units by link are known', async () => {
	const elsewhere = folderWith({ 'a.service': web, 'b.service': web });
	const folder = folderWith({
		'announce.service': announce,
		'node_modules/x/web.service': web,
		'.git/web.service': web,
		'.#web.service': web,
		'.config/db@.service': db,
	});
	symlinkSync(elsewhere, path.join(folder, 'linked'));
	symlinkSync('.config/db@.service', path.join(folder, 'db@1.service'));
	mkdirSync(path.join(folder, 'wants'));
	symlinkSync('../announce.service', path.join(folder, 'wants', 'announce.service'));
	symlinkSync('nowhere.service', path.join(folder, 'lost.service'));
	const session = await sessionIn(folder, 'announce.service', announce);
	// announce.service, db@.service and, by its link, db@1.service.
	expect(session.logged).toEqual(['unit files for rules across files: 3']);
	expect(await codesIn(session, uriIn(folder, 'announce.service'))).toEqual(['fleet-missing-peer']);
	const linked = uriIn(folder, 'linked/announce.service');
	await session.open(linked, announce);
	expect(await codesIn(session, linked)).toEqual([]);
});

test('a file that cannot be read is a line in the log, and known by its name', async () => {
	const folder = folderWith({ 'announce.service': announce, 'db.service': db });
	writeFileSync(path.join(folder, 'web.service'), '#'.repeat((1 << 20) + 1));
	const session = await sessionIn(folder, 'announce.service', announce);
	expect(session.logged).toEqual([
		`rules across files do not know what is in ${path.join(folder, 'web.service')}: too large for a unit file, with 1048577 bytes`,
		'unit files for rules across files: 3',
	]);
	expect(await codesIn(session, uriIn(folder, 'announce.service'))).toEqual([]);
});

test('reading many files shows progress', async () => {
	const folder = folderWith({ 'announce.service': announce, ...manyUnits(1200) });
	const session = await startSession({ capabilities: progressClient, folders: [folder] });
	const told = listenToProgress(session);
	await session.open(uriIn(folder, 'announce.service'), announce);
	await logLine(session, complete);
	await session.settled();
	expect(told[0]).toEqual({ kind: 'begin', title: 'Reading unit files', percentage: 0, cancellable: true });
	expect(told.at(-1)).toEqual({ kind: 'end' });
	const percentages = told.flatMap(({ percentage }) => percentage ?? []);
	expect(percentages).toEqual([...percentages].sort((a, b) => a - b));
});

test('cancelled, rules across files keep silent, the log says so, and the rest works', async () => {
	const folder = folderWith({ 'announce.service': announce, ...manyUnits(2000) });
	const session = await startSession({ capabilities: progressClient, folders: [folder] });
	const uri = uriIn(folder, 'announce.service');
	const told = listenToProgress(session, (token) => session.notify('window/workDoneProgress/cancel', { token }));
	await session.open(uri, `${announce}[Sevrice]\n`);
	await logLine(session, /cancelled/);
	await session.settled();
	expect(told.at(-1)).toEqual({ kind: 'end' });
	expect(session.logged).toEqual(['rules across files keep silent: the reading of the unit files was cancelled']);
	await tellOfChange(session, uriIn(folder, 'unit-1.service'), 2);
	expect(await codesIn(session, uri)).toEqual(['unknown-section']);
});

test('a client that knows no progress gets none, however many files there are', async () => {
	const folder = folderWith({ 'announce.service': announce, ...manyUnits(600) });
	const session = await startSession({ capabilities: modernClient, folders: [folder] });
	const told = listenToProgress(session);
	await session.open(uriIn(folder, 'announce.service'), announce);
	await logLine(session, complete);
	await session.settled();
	expect(told).toEqual([]);
});

test('a client that refuses to show progress gets its diagnostics all the same', async () => {
	const folder = folderWith({ 'announce.service': announce, ...manyUnits(600) });
	const session = await startSession({ capabilities: progressClient, folders: [folder] });
	session.connection.onRequest('window/workDoneProgress/create', () => {
		throw new Error('not now');
	});
	await session.open(uriIn(folder, 'announce.service'), announce);
	await logLine(session, complete);
	expect(await codesIn(session, uriIn(folder, 'announce.service'))).toEqual(['fleet-missing-peer']);
});

test('requests are answered while files are read', async () => {
	const folder = folderWith({ 'announce.service': announce, ...manyUnits(1200) });
	const session = await startSession({ capabilities: modernClient, folders: [folder] });
	const uri = uriIn(folder, 'announce.service');
	await session.open(uri, announce);
	expect(await codesIn(session, uri)).toEqual([]); // Nothing is missing as long as not all is known.
	expect(session.logged).toEqual([]);
	await logLine(session, complete);
	expect(await codesIn(session, uri)).toEqual(['fleet-missing-peer']);
});

interface ProgressValue {
	readonly kind: string;
	readonly percentage?: number;
}

function manyUnits(count: number): Readonly<Record<string, string>> {
	return Object.fromEntries(Array.from({ length: count }, (_, nth) => [`unit-${nth}.service`, db]));
}

/** What the server tells of its progress; `begun` is called with the token when it begins. */
function listenToProgress(session: Session, begun?: (token: string) => Promise<void>): ProgressValue[] {
	const told: ProgressValue[] = [];
	session.connection.onRequest('window/workDoneProgress/create', () => null);
	session.connection.onNotification('$/progress', ({ token, value }: { token: string; value: ProgressValue }) => {
		told.push(value);
		if (value.kind === 'begin') void begun?.(token);
	});
	return told;
}
