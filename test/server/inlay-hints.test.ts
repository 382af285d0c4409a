// Inlay hints over the protocol: off until the person wants them, and asked for anew when that changes.

import { expect, test, vi } from 'vitest';
import { doc, modernClient, type Session, startSession } from '../support/lsp-session.ts';

const uri = 'file:///etc/systemd/system/web@3.service';
const text = '[Unit]\nDescription=Web %i\n\n[Service]\nTimeoutStartSec=90\n';
const range = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } };
const capabilities = { ...modernClient, workspace: { ...modernClient.workspace, inlayHint: { refreshSupport: true } } };

async function hintsIn(session: Session, within = range): Promise<unknown> {
	return session.request('textDocument/inlayHint', { ...doc(uri), range: within });
}

test('there are no hints until the setting asks for them', async () => {
	const session = await startSession({ capabilities });
	expect(session.initialized.capabilities.inlayHintProvider).toBe(true);
	await session.open(uri, text);
	expect(await hintsIn(session)).toEqual([]);
});

test('names are shown with their place, amounts apart from theirs', async () => {
	const session = await startSession({ capabilities, initializationOptions: { inlayHints: 'all' } });
	await session.open(uri, text);
	expect(await hintsIn(session)).toEqual([
		{ position: { line: 1, character: 18 }, label: '3', paddingLeft: false },
		{ position: { line: 4, character: 18 }, label: 's = 1min 30s', paddingLeft: true },
	]);
	const lastLine = { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } };
	expect(await hintsIn(session, lastLine)).toMatchObject([{ label: 's = 1min 30s' }]);
});

test('the client is told to ask again once the setting has changed', async () => {
	const session = await startSession({ capabilities, configuration: { inlayHints: 'names' } });
	let refreshes = 0;
	session.connection.onRequest('workspace/inlayHint/refresh', () => {
		refreshes++;
		return null;
	});
	await session.open(uri, text);
	expect(await hintsIn(session)).toMatchObject([{ label: '3' }]);
	session.configure({ inlayHints: 'off' });
	await session.notify('workspace/didChangeConfiguration', { settings: null });
	await vi.waitUntil(() => refreshes > 0, { timeout: 5000, interval: 5 });
	expect(await hintsIn(session)).toEqual([]);
});

test('times are told in the zone of the setting', async () => {
	const timer = 'file:///etc/systemd/system/a.timer';
	const hover = async (timeZone: string) => {
		const session = await startSession({ initializationOptions: { timeZone } });
		await session.open(timer, '[Timer]\nOnCalendar=*-01-01 00:00 UTC\n');
		return session.request('textDocument/hover', { ...doc(timer), position: { line: 1, character: 15 } });
	};
	const shown = (zone: string) => ({ contents: { value: expect.stringContaining(zone) } });
	expect(await hover('Asia/Tokyo')).toMatchObject(shown('01\\-01 09\\:00\\:00 Asia/Tokyo'.replaceAll('/', '\\/')));
	expect(await hover('UTC')).toMatchObject(shown('01\\-01 00\\:00\\:00 UTC'));
});

test('wrong settings are said in the log, and hold for nothing', async () => {
	const session = await startSession({ initializationOptions: { inlayHints: 'some', timeZone: 'Berlin' } });
	await session.open(uri, text);
	expect(await hintsIn(session)).toEqual([]);
	expect(session.logged).toEqual([
		'fleetUnits.inlayHints must be "off", "names" or "all", not "some"; using "off"',
		expect.stringContaining(
			'fleetUnits.timeZone must be "local" or a name such as Europe/Berlin, not "Berlin"; using ',
		),
	]);
});
