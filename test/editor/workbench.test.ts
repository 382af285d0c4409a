// The user interface: VS Code in a browser with the packed extension installed, driven by mouse and keyboard.
// What the extension host answers without a window is in host.test.ts.
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Editor, startEditor } from './editor.ts';
import type { Locator, Page } from './playwright.ts';
import { artefacts, root, temporaryWorkspace, textOf, vsix } from './support.ts';

describe('the workbench with the extension installed', () => {
	const workspace = temporaryWorkspace();
	let editor: Editor;
	let page: Page;

	beforeAll(async () => {
		editor = await startEditor({ install: vsix });
		page = editor.page;
		await editor.openFolder(workspace.folder);
	});

	afterEach(async ({ task }) => {
		await page.screenshot({ path: path.join(artefacts, `${task.name.replaceAll(' ', '-')}.png`) });
	});

	afterAll(async () => {
		await editor?.close();
		workspace.remove();
	});

	test('a misspelt directive is underlined', async () => {
		await openFile(page, 'misspelt.service');
		await page.locator('.monaco-editor .squiggly-warning').first().waitFor({ state: 'attached' });
	});

	test('the Problems panel names the problem and its rule', async () => {
		await page.locator('.statusbar-item[id="status.problems"]').click();
		const row = problemRow(page, 'EnvironmentFlie');
		await row.waitFor();
		expect(await row.textContent()).toContain('unknown-directive');
		expect(await row.textContent()).toContain('fleet-units');
	});

	test('a quick fix corrects the spelling and the problem goes away', async () => {
		await chooseFix(page, 'EnvironmentFlie=', 'Home', 'EnvironmentFile');
		await line(page, 'EnvironmentFile=/etc/web.env').waitFor();
		await problemRow(page, 'EnvironmentFlie').waitFor({ state: 'detached' });
	});

	test('an accepted completion of a directive brings its equals sign', async () => {
		await line(page, 'Restart=on-failure').click();
		await page.keyboard.press('End');
		await page.keyboard.press('Enter');
		await page.keyboard.type('RestartS');
		const item = page.locator('.suggest-widget .monaco-list-row', { hasText: 'RestartSec' }).first();
		await item.waitFor();
		await item.click();
		await line(page, 'RestartSec=').waitFor();
		await page.keyboard.press('Escape');
	});

	test('a run line without its backslash is an error', async () => {
		await openFile(page, 'container.service');
		await page.locator('.monaco-editor .squiggly-error').first().waitFor({ state: 'attached' });
		await problemRow(page, 'missing-continuation').waitFor();
	});

	test('the name of a rule in the Problems panel leads to its page', async () => {
		await problemRow(page, 'missing-continuation').getByText('missing-continuation').last().click();
		await page.locator('.tab.active', { hasText: 'missing-continuation.md' }).waitFor();
		await openFile(page, 'container.service');
	});

	test('the quick fix for line ends changes them, although VS Code undoes edits of line ends', async () => {
		await openFile(page, 'line-ends.service');
		await problemRow(page, 'carriage-return-after-backslash').waitFor();
		await chooseFix(page, 'ExecStart=', 'End', 'LF');
		await page.locator('.statusbar-item', { hasText: /^LF$/ }).waitFor();
		await problemRow(page, 'carriage-return-after-backslash').waitFor({ state: 'detached' });
		await openFile(page, 'container.service');
	});

	test('hovering a directive tells what it does', async () => {
		await line(page, 'Conflicts=').hover({ position: { x: 30, y: 8 } });
		await page
			.locator('.monaco-hover', { hasText: textOf('x-fleet', 'Conflicts') })
			.first()
			.waitFor();
		if (process.env['UPDATE_SCREENSHOT'] === '1') await takePicture(page);
	});
});

/** The picture in the README, once the hover has faded in. */
async function takePicture(page: Page): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, 1000));
	await page.screenshot({ path: path.join(root, 'docs', 'images', 'editor.png') });
}

/** By its name, because the row of a file may be out of sight. */
async function openFile(page: Page, name: string): Promise<void> {
	await page.keyboard.press('Control+p');
	await page.keyboard.type(name);
	await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
	await page.locator('.tab.active', { hasText: name }).waitFor();
}

/**
 * Applies a fix for what is wrong at the start or end of a line. The list is asked for until it comes: VS Code drops a
 * request for it that meets another one.
 */
async function chooseFix(page: Page, text: string, place: 'Home' | 'End', fix: string): Promise<void> {
	const choice = page.locator('.action-widget .monaco-list-row', { hasText: fix }).first();
	for (let tries = 0; tries < 10 && (await choice.count()) === 0; tries++) {
		await page.keyboard.press('Escape');
		await line(page, text).click();
		await page.keyboard.press(place);
		await page.keyboard.press('Control+.');
		await choice.waitFor({ timeout: 3000 }).catch(() => {});
	}
	await choice.click();
}

function line(page: Page, text: string): Locator {
	return page.locator('.monaco-editor .view-line', { hasText: text }).first();
}

function problemRow(page: Page, text: string): Locator {
	return page.locator('.markers-panel .monaco-list-row', { hasText: text }).first();
}
