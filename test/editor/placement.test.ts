// The placement map in the workbench, of a practice cluster that is started there: keys, a machine that is tried as lost,
// metadata and an instance that are tried and then really done, a picture that is saved, in light and in dark.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import {
	answerDialog,
	dialogText,
	openClusters,
	picture,
	row,
	runCommand,
	startFiles,
	startPractice,
} from './cluster-steps.ts';
import { type Editor, startEditor } from './editor.ts';
import type { FrameLocator, Locator, Page } from './playwright.ts';
import { root, temporaryWorkspace, vsix } from './support.ts';

const units = ['web@1.service', 'web@2.service', 'hello-world.service', 'node-metrics.service'];
const patience = { timeout: 30_000, interval: 100 };

describe('the placement map in the workbench', () => {
	const workspace = temporaryWorkspace();
	let editor: Editor;
	let page: Page;
	let map: FrameLocator;

	beforeAll(async () => {
		editor = await startEditor({ install: vsix });
		page = editor.page;
		map = page.frameLocator('iframe.webview:visible').frameLocator('iframe#active-frame');
		await editor.openFolder(workspace.folder);
		await openClusters(page);
		await startPractice(page);
		await startFiles(page, units);
		await page.locator('.notification-toast').first().waitFor({ state: 'detached', timeout: 60_000 });
	}, 240_000);

	afterEach(async ({ task }) => {
		await picture(page, `placement ${task.name}`);
	});

	afterAll(async () => {
		await editor?.close();
		workspace.remove();
	});

	test('opens from the row of the cluster, and shows who is where', async () => {
		await row(page, /^cluster Practice cluster/).hover();
		await row(page, /^cluster Practice cluster/)
			.locator('a[aria-label="Open the Placement Map"]')
			.click();
		await page.locator('.tab.active', { hasText: 'Placement: Practice cluster' }).waitFor();
		await headingOf(map, 'web@1.service').waitFor();
		expect(await map.locator('.machine').count()).toBe(3);
		expect(await marksOf(map, 'node-metrics.service')).toEqual(['here', 'here', 'here']);
		expect([...(await marksOf(map, 'web@1.service'))].sort()).toEqual(['conflict', 'here', 'metadata']);
		// All of the window for the map.
		await runCommand(page, 'View: Close Primary Side Bar');
	});

	test('is led by keys, which say of every cell how it is', async () => {
		await map.locator('.corner').press('ArrowDown');
		await map.locator('.readout', { hasText: /^hello-world\.service: active \(running\), on / }).waitFor();
		for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowDown');
		await map.locator('.unit:focus', { hasText: 'web@1.service' }).waitFor();
		for (const nth of [1, 2, 3]) {
			await page.keyboard.press('ArrowRight');
			await map.locator(`.cell:focus[aria-colindex="${nth + 1}"]`).waitFor();
		}
		await map.locator('.readout', { hasText: /^web@1\.service: [0-9a-f]{8} \(10\.0\.0\.\d+\) / }).waitFor();
	});

	test('a machine that is tried as lost shows what would become of its units, and nothing is done', async () => {
		const place = (await marksOf(map, 'web@1.service')).indexOf('here');
		await map.locator('.machine').nth(place).click();
		await page.keyboard.press('Enter');
		await map.locator('.controls button:focus', { hasText: 'Take it down' }).waitFor();
		await page.keyboard.press('Enter');
		await map.locator('.plan .items', { hasText: /web@1\.service leaves [0-9a-f]{8} \S+ and lands nowhere/ }).waitFor();
		expect(await map.locator('.plan .items li li').allTextContents()).toEqual([
			expect.stringMatching(
				/: (web@2\.service is there, and says Conflicts=web@\*\.service|has role=data, needs role=web)$/,
			),
			expect.stringMatching(
				/: (web@2\.service is there, and says Conflicts=web@\*\.service|has role=data, needs role=web)$/,
			),
		]);
		expect((await marksOf(map, 'web@1.service'))[place]).toBe('leaves');
		expect(await map.locator('.trials button.main').count()).toBe(0);
		await map.locator('.trials .reason', { hasText: 'fleet cannot take a machine away' }).waitFor();
		await picture(page, 'placement machine down');
		if (process.env['UPDATE_SCREENSHOT'] === '1') {
			await page.screenshot({ path: path.join(root, 'docs', 'images', 'placement.png') });
		}
		await map.locator('button', { hasText: 'Bring it back' }).click();
		await map.locator('.tried[hidden]').waitFor({ state: 'attached' });
	});

	test('metadata and a new instance are tried together, and then done', async () => {
		const place = (await marksOf(map, 'web@1.service')).indexOf('metadata');
		await headingOf(map, 'web@1.service').click();
		await map.locator('button', { hasText: 'Add' }).click();
		await map.locator('.plan .summary', { hasText: '1 unit would land nowhere' }).waitFor();
		await map.locator('.machine').nth(place).click();
		await map.locator('input[type=text]').fill('role=web');
		await page.keyboard.press('Enter');
		await map.locator('.plan .summary', { hasText: '1 unit would land on a machine' }).waitFor();
		expect((await marksOf(map, 'web@3.service'))[place]).toBe('comes');
		await picture(page, 'placement combined');
		await map.locator('button', { hasText: 'Set It…' }).click();
		expect(await confirm(page, 'Set Metadata')).toContain('Set role=web on ');
		await map.locator('.trials li', { hasText: 'role=web' }).waitFor({ state: 'detached' });
		await map.locator('.machine', { hasText: 'role=data' }).waitFor({ state: 'detached' });
		await map.locator('button', { hasText: 'Start It…' }).click();
		expect(await confirm(page, 'Start')).toContain('web@3.service lands on ');
		await vi.waitFor(async () => expect((await marksOf(map, 'web@3.service'))[place]).toBe('here'), patience);
		await map.locator('.unit', { hasText: /web@3\.service.*active \(running\)/ }).waitFor({ timeout: 60_000 });
		await map.locator('.tried[hidden]').waitFor({ state: 'attached' });
	});

	test('a picture of it is saved as SVG', async () => {
		const file = path.join(workspace.folder, 'placement-practice-cluster.svg');
		await map.locator('button', { hasText: 'Save SVG' }).click();
		await page.locator('.quick-input-widget input').first().waitFor();
		await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
		await page.keyboard.press('Enter');
		await vi.waitFor(() => expect(existsSync(file)).toBe(true), patience);
		await vi.waitFor(() => expect(readFileSync(file, 'utf8')).toContain('web@3.service'), patience);
	});

	test('follows the theme into the dark, with what is tried and filtered', async () => {
		await map.locator('input[type=search]').first().fill('web@');
		await map.locator('.machine').first().click();
		await map.locator('button', { hasText: 'Take it down' }).click();
		await map.locator('.plan .summary').waitFor();
		mkdirSync(path.join(workspace.folder, '.vscode'));
		const settings = { 'workbench.colorTheme': 'Default Dark Modern' };
		writeFileSync(path.join(workspace.folder, '.vscode', 'settings.json'), JSON.stringify(settings));
		await page.locator('.monaco-workbench.vs-dark').waitFor();
		await map.locator('body.vscode-dark').waitFor();
		expect(await map.locator('.unit').count()).toBe(3);
		// Behind another tab the page is gone; back in view it is made anew.
		await page.locator('.tab', { hasText: 'hello-world.service' }).click();
		await page.locator('.tab.active', { hasText: 'hello-world.service' }).waitFor();
		await page.locator('.tab', { hasText: 'Placement' }).click();
		await map.locator('.plan .summary').waitFor();
		expect(await map.locator('.unit').count()).toBe(3);
	});
});

function headingOf(map: FrameLocator, unit: string): Locator {
	return map.locator('[role=rowheader]', { hasText: unit });
}

async function marksOf(map: FrameLocator, unit: string): Promise<readonly string[]> {
	return await map.locator(`[data-unit="${unit}"] [role=gridcell] .word`).allTextContents();
}

/** Presses a button of the dialog that asks. Returns what it asks. */
async function confirm(page: Page, button: string): Promise<string> {
	const text = await dialogText(page);
	await answerDialog(page, button);
	return text;
}
