// Features of the core that fail: the request gets an empty answer, the log says why, and the session goes on.

import { expect, test, vi } from 'vitest';
import * as core from '../../core/src/index.ts';
import { doc, modernClient, startSession } from '../support/lsp-session.ts';

// Lets single requests make a feature fail; all others use the real one.
vi.mock('../../core/src/index.ts', { spy: true });

const uri = 'file:///web.service';

test('a failing feature answers with nothing and says why in the log', async () => {
	const session = await startSession({ capabilities: modernClient });
	await session.open(uri, '[Service]\n');
	vi.mocked(core.hover).mockImplementationOnce(() => {
		throw new Error('a fault in hover');
	});
	const params = { ...doc(uri), position: { line: 0, character: 2 } };
	expect(await session.request('textDocument/hover', params)).toBeNull();
	expect(session.logged[0]).toMatch(/^hover failed: Error: a fault in hover\n/);
	expect(await session.request('textDocument/hover', params)).toMatchObject({ contents: { kind: 'markdown' } });
});

test('a rule that fails leaves the document without diagnostics, pushed or asked for', async () => {
	const fail = () => {
		throw new Error('a fault in a rule');
	};
	const asking = await startSession({ capabilities: modernClient });
	await asking.open(uri, '[Service]\n');
	vi.mocked(core.lint).mockImplementationOnce(fail);
	expect(await asking.pull(uri)).toEqual({ kind: 'full', items: [] });
	expect(asking.logged[0]).toContain('a fault in a rule');
	const waiting = await startSession();
	vi.mocked(core.lint).mockImplementationOnce(fail);
	await waiting.open(uri, '[Service]\n');
	await waiting.settled();
	expect(waiting.logged[0]).toContain('diagnostics failed: Error: a fault in a rule');
});
