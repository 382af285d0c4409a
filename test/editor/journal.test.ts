// Journals in the workbench, of a practice cluster that is started there: two instances together, filtered, paused,
// kept while another tab covers them, in light and in dark.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import {
	answerDialog,
	chooseFromRow,
	openClusters,
	pick,
	picture,
	row,
	runCommand,
	startFiles,
	startPractice,
	unitRow,
} from './cluster-steps.ts';
import { type Editor, startEditor } from './editor.ts';
import type { FrameLocator, Page } from './playwright.ts';
import { temporaryWorkspace, vsix } from './support.ts';

const patience = { timeout: 30_000, interval: 100 };

describe('the journal view in the workbench', () => {
	const workspace = temporaryWorkspace();
	let editor: Editor;
	let page: Page;
	let view: FrameLocator;

	beforeAll(async () => {
		editor = await startEditor({ install: vsix });
		page = editor.page;
		// Those that other tabs cover stay, unseen.
		view = page.frameLocator('iframe.webview:visible').frameLocator('iframe#active-frame');
		await editor.openFolder(workspace.folder);
		await openClusters(page);
		await startPractice(page);
		await startFiles(page, ['web@1.service', 'web@2.service', 'hello-world.service']);
	}, 180_000);

	afterEach(async ({ task }) => {
		await picture(page, `journal ${task.name}`);
	});

	afterAll(async () => {
		await editor?.close();
		workspace.remove();
	});

	test('two instances that are selected are followed together', async () => {
		await row(page, unitRow('web@1.service')).click();
		await row(page, unitRow('web@2.service')).click({ modifiers: ['Control'] });
		await chooseFromRow(page, unitRow('web@2.service'), 'Follow the Journal');
		await page.locator('.tab.active', { hasText: 'Journal: 2 units' }).waitFor();
		for (const instance of ['web@1', 'web@2']) {
			const ready = new RegExp(`${instance} on [0-9a-f]{8} docker\\[\\d+\\]: nginx is ready`);
			await view.locator('.row', { hasText: ready }).waitFor();
		}
		const times = await view.locator('.row .time').allTextContents();
		expect(times).toEqual([...times].sort());
	});

	test('a filter shows only the lines that have its text', async () => {
		await view.locator('input').fill('IS READY');
		await view.locator('footer', { hasText: /^2 of \d+ lines/ }).waitFor();
		await view.locator('button.pattern').press('Enter');
		await view.locator('input').fill('nginx is ready|Starting web@[12]');
		await view.locator('footer', { hasText: /^4 of \d+ lines/ }).waitFor();
		await vi.waitFor(async () => expect(await view.locator('.row mark').count()).toBe(4), patience);
	});

	test('other tabs take nothing away', async () => {
		await page.locator('.tab', { hasText: 'web@1.service' }).click();
		await page.locator('.tab.active', { hasText: 'web@1.service' }).waitFor();
		await page.locator('.tab', { hasText: 'Journal: 2 units' }).click();
		await view.locator('footer', { hasText: /^4 of \d+ lines · following$/ }).waitFor();
		await view.locator('input').fill('');
		await view.locator('footer', { hasText: /^\d+ lines/ }).waitFor();
	});

	test('a pause keeps what is seen while lines come, and End follows them again', async () => {
		await chooseFromRow(page, unitRow('hello-world.service'), 'Follow the Journal');
		await view.locator('.row', { hasText: 'Hello World' }).first().waitFor();
		await view.locator('button.follow', { hasText: 'Pause' }).click();
		await view.locator('button.follow', { hasText: /Follow \(\d+ new\)/ }).waitFor();
		await view.locator('footer', { hasText: 'paused: press End to follow' }).waitFor();
		await view.locator('.lines').press('End');
		await view.locator('footer', { hasText: 'following' }).waitFor();
	});

	test('errors alone are read when they are asked for', async () => {
		await view.locator('label', { hasText: 'Urgency' }).locator('select').selectOption({ label: 'errors and worse' });
		await view.locator('.empty', { hasText: 'There are no such lines yet' }).waitFor();
	});

	test('the instances of a template are followed from its group, in dark, too', async () => {
		await runCommand(page, 'Fleet Units: Group Units By…');
		await pick(page, /template/i);
		await chooseFromRow(page, /^web@\.service/, 'Follow the Journal');
		await page.locator('.tab.active', { hasText: 'Journal: web@.service' }).waitFor();
		await view.locator('.row', { hasText: 'web@1 on' }).first().waitFor();
		await view.locator('.row', { hasText: 'web@2 on' }).last().click();
		await view.locator('.details', { hasText: 'web@2.service on machine' }).waitFor();
		mkdirSync(path.join(workspace.folder, '.vscode'));
		const settings = { 'workbench.colorTheme': 'Default Dark Modern' };
		writeFileSync(path.join(workspace.folder, '.vscode', 'settings.json'), JSON.stringify(settings));
		await page.locator('.monaco-workbench.vs-dark').waitFor();
		await vi.waitFor(async () => expect(await view.locator('body.vscode-dark').count()).toBe(1), patience);
	});

	test('a cluster that is lost and comes back leaves a gap that is marked', async () => {
		await view.locator('.lines').press('End');
		await runCommand(page, 'Fleet Units: Stop the Practice Cluster…');
		await answerDialog(page, 'Stop and Forget');
		await view
			.locator('.troubles li', {
				hasText: /web@1 on [0-9a-f]{8}, web@2 on [0-9a-f]{8}: .*connect it in the Clusters view/,
			})
			.waitFor();
		await view
			.locator('.gap', { hasText: /^connection lost \d\d:\d\d:\d\d: / })
			.first()
			.waitFor();
		await picture(page, 'journal lost');
		await runCommand(page, 'Fleet Units: Start the Practice Cluster');
		// It is another one, and has forgotten what its units wrote.
		const told = /^connection lost [\d:]{8}, back [\d:]{8}, lines may be missing$/;
		await view.locator('.gap', { hasText: told }).last().waitFor();
		expect(await view.locator('.gap').count()).toBe(2);
	});
});
