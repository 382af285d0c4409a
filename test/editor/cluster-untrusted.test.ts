// A workspace that is not trusted: unit files are still checked, and clusters are off until trust is given.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openClusters, openFile, picture, row } from './cluster-steps.ts';
import { type Editor, startEditor } from './editor.ts';
import type { Page } from './playwright.ts';
import { temporaryWorkspace, vsix } from './support.ts';

describe('a workspace that is not trusted', { timeout: 120_000 }, () => {
	const workspace = temporaryWorkspace();
	let editor: Editor;
	let page: Page;

	beforeAll(async () => {
		const settings = {
			'security.workspace.trust.startupPrompt': 'never',
			'security.workspace.trust.banner': 'never',
			'fleetUnits.clusters': [{ name: 'shop', endpoint: 'http://127.0.0.1:9' }],
		};
		editor = await startEditor({ install: vsix, trust: false, settings });
		page = editor.page;
		await editor.openFolder(workspace.folder);
	});

	afterEach(async ({ task }) => {
		await picture(page, `untrusted ${task.name}`);
	});

	afterAll(async () => {
		await editor?.close();
		workspace.remove();
	});

	test('the view says that clusters are off, and why, and shows none', async () => {
		await openClusters(page);
		const welcome = page.locator('.welcome-view').first();
		await welcome.locator('a.monaco-button', { hasText: 'Manage Workspace Trust' }).waitFor();
		expect(await welcome.textContent()).toContain('Clusters are off in Restricted Mode');
		expect(await row(page, /^cluster/).count()).toBe(0);
	});

	test('unit files are checked all the same', async () => {
		await openFile(page, 'hello-world.service');
		await page.locator('.statusbar-item', { hasText: 'systemd unit file' }).waitFor();
		await page.keyboard.press('Control+End');
		await page.keyboard.type('Conflict=other.service');
		await page.locator('.monaco-editor .squiggly-error').first().waitFor({ state: 'attached' });
	});

	test('commands for clusters are not offered', async () => {
		await page.keyboard.press('F1');
		await page.locator('.quick-input-widget input').first().waitFor();
		await page.keyboard.type('Fleet Units: ');
		await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Select the systemd Release' }).waitFor();
		expect(await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Destroy' }).count()).toBe(0);
		await page.keyboard.press('Escape');
	});

	test('once it is trusted, clusters are there', async () => {
		await page.locator('.welcome-view a.monaco-button', { hasText: 'Manage Workspace Trust' }).click();
		await page
			.locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust/ })
			.first()
			.click();
		await row(page, /^cluster shop, not connected/).waitFor({ timeout: 60_000 });
	});
});
