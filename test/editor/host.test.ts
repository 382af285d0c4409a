// Runs the mocha suite of host/ inside the extension host of a real VS Code, where `require('vscode')` works, and
// reports each of its tests as one here.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { startEditor } from './editor.ts';
import { artefacts, hostSuite, root, temporaryWorkspace } from './support.ts';

/** What host/index.cjs writes. */
interface HostReport {
	readonly tests: readonly { readonly name: string; readonly error?: string }[];
}

// Before the tests are named, because the report is what names them.
const report = await runHostSuite();

describe('inside the extension host', () => {
	test('the suite ran', () => {
		expect(report.tests).not.toEqual([]);
	});

	for (const { name, error } of report.tests) {
		test(name, () => {
			if (error !== undefined) expect.fail(error);
		});
	}
});

async function runHostSuite(): Promise<HostReport> {
	const workspace = temporaryWorkspace();
	const file = path.join(artefacts, 'host-report.json');
	const editor = await startEditor({ testDriver: true, env: { FLEET_UNITS_HOST_REPORT: file } });
	try {
		await editor.runSuite(workspace.folder, root, hostSuite);
		if (!existsSync(file)) throw new Error(`the suite in the extension host made no report:\n${editor.log()}`);
		return JSON.parse(readFileSync(file, 'utf8'));
	} finally {
		await editor.close();
		workspace.remove();
	}
}
