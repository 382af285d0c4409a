// The notifications `fleetUnits/machines` and `fleetUnits/unitStates`: what a client tells of a cluster is known to
// completion and hover.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { modernClient, type Session, startSession } from '../support/lsp-session.ts';

const text = '[X-Fleet]\nMachineID=\n';
const machines = [{ id: '8e2f3a1c', primaryIP: '10.0.0.1', metadata: { role: 'web' } }, { id: '9f3a4b2d' }];

let folder = '';
let uri = '';
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'fleet-units-'));
	const file = path.join(folder, 'web.service');
	writeFileSync(file, text);
	uri = pathToFileURL(file).href;
});
afterEach(() => rmSync(folder, { recursive: true }));

test('machines are offered once they are known, and gone when the cluster is', async () => {
	const session = await openSession();
	expect(await offered(session)).toEqual([]);
	await session.notify('fleetUnits/machines', { machines });
	expect(await offered(session)).toEqual(['8e2f3a1c', '9f3a4b2d']);
	await session.notify('fleetUnits/machines', { machines: [] });
	expect(await offered(session)).toEqual([]);
});

test('a machine is offered with its address and metadata, by which people know it', async () => {
	const session = await openSession();
	await session.notify('fleetUnits/machines', { machines });
	const position = { line: 1, character: 'MachineID='.length };
	const list = await session.request('textDocument/completion', { textDocument: { uri }, position });
	expect((list as { items: object[] }).items).toMatchObject([{ detail: '10.0.0.1 · role=web' }, { label: '9f3a4b2d' }]);
});

test('new machines make the client ask for diagnostics again, the same ones do not', async () => {
	const session = await openSession();
	const before = session.refreshes();
	await session.notify('fleetUnits/machines', { machines });
	await session.settled();
	expect(session.refreshes()).toBe(before + 1);
	await session.notify('fleetUnits/machines', { machines });
	await session.settled();
	expect(session.refreshes()).toBe(before + 1);
});

test.each([
	[undefined, 'the notification has no list `machines`'],
	[{ machines: {} }, 'the notification has no list `machines`'],
	[{ machines: [{}] }, 'a machine has no `id`'],
	[{ machines: [{ id: 'a', metadata: [] }] }, 'the metadata of machine a is no object'],
	[{ machines: [{ id: 'a', metadata: { b: 1 } }] }, 'the metadata `b` of machine a is no text'],
])('%j is ignored with a line in the log', async (params, message) => {
	const session = await openSession();
	await session.notify('fleetUnits/machines', { machines });
	await session.notify('fleetUnits/machines', params);
	expect(await offered(session)).toEqual(['8e2f3a1c', '9f3a4b2d']);
	expect(session.logged.join('\n')).toContain(`machines of the cluster failed: Error: ${message}`);
});

test('the states of units stand with the names of units, in completion and hover', async () => {
	const session = await openSession('[Unit]\nAfter=db.service\n[X-Fleet]\nMachineOf=\n');
	const units = [{ name: 'db.service', state: 'active (running) on 8e2f3a1c (10.0.0.1)' }];
	await session.notify('fleetUnits/unitStates', { units });
	const position = { line: 3, character: 'MachineOf='.length };
	const list = await session.request('textDocument/completion', { textDocument: { uri }, position });
	expect((list as { items: object[] }).items).toMatchObject([{ label: 'db.service', detail: units[0]?.state }]);
	const over = { textDocument: { uri }, position: { line: 1, character: 8 } };
	expect(JSON.stringify(await session.request('textDocument/hover', over))).toContain('on the cluster: active');
	const before = session.refreshes();
	await session.notify('fleetUnits/unitStates', { units: [{ name: 'db.service' }] });
	await session.settled();
	expect(session.logged.join('\n')).toContain('states of units failed: Error: a unit has no `name` or no `state`');
	expect(session.refreshes()).toBe(before);
});

/** A session with the file open and the workspace read. */
async function openSession(opened = text): Promise<Session> {
	const session = await startSession({ capabilities: modernClient, folders: [folder] });
	await session.open(uri, opened);
	await vi.waitFor(() => expect(session.logged.join('\n')).toContain('unit files for rules across files: 1'));
	await session.settled();
	return session;
}

async function offered(session: Session): Promise<readonly string[]> {
	const position = { line: 1, character: 'MachineID='.length };
	const list = await session.request('textDocument/completion', { textDocument: { uri }, position });
	return ((list as { items: { label: string }[] }).items ?? []).map(({ label }) => label);
}
