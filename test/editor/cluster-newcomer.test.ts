// The way of somebody who has read nothing: from the page that VS Code shows to a mistake, its repair, a cluster to
// practise on, a unit that runs there, its journal, a mistake that breaks it, the reason, and three machines.
import { afterAll, afterEach, beforeAll, describe, test } from 'vitest';
import {
	chooseFromRow,
	lens,
	line,
	openFile,
	pick,
	picture,
	question,
	replaceLine,
	row,
	runCommand,
	toast,
	untilGone,
	untilUnit,
} from './cluster-steps.ts';
import { type Editor, startEditor } from './editor.ts';
import type { FrameLocator, Page } from './playwright.ts';
import { temporaryWorkspace, vsix } from './support.ts';

const steps = ['See a mistake', 'Mend it', 'See your clusters', 'Start a cluster to practise on', 'Run a unit on it'];
const program = '/bin/sh -c "while true; do echo Hello; sleep 1; done"';

describe('a newcomer', { timeout: 120_000 }, () => {
	const workspace = temporaryWorkspace();
	let editor: Editor;
	let page: Page;
	let view: FrameLocator;

	beforeAll(async () => {
		editor = await startEditor({ install: vsix });
		page = editor.page;
		view = page.frameLocator('iframe.webview:visible').frameLocator('iframe#active-frame');
		await editor.openFolder(workspace.folder);
	});

	afterEach(async ({ task }) => {
		await picture(page, `newcomer ${task.name}`);
	});

	afterAll(async () => {
		await editor?.close();
		workspace.remove();
	});

	test('is offered an example, and sees what is wrong with it', async () => {
		await runCommand(page, 'Welcome: Open Walkthrough...');
		await pick(page, 'Get Started with Fleet Units');
		await chooseStep(page, 'See a mistake', 'Open an Example with Mistakes');
		await page.locator('.tab.active', { hasText: 'hello.service' }).waitFor();
		await page.locator('.monaco-editor .squiggly-warning').first().waitFor({ state: 'attached' });
		await line(page, 'Descripton').hover({ position: { x: 30, y: 8 } });
		await page.locator('.monaco-hover', { hasText: 'Description' }).first().waitFor();
	});

	test('mends one mistake by its light bulb, and all others at once', async () => {
		await line(page, 'Descripton').click({ position: { x: 30, y: 8 } });
		await page.keyboard.press('Control+.');
		await page.locator('.action-widget .monaco-list-row', { hasText: '`Description`' }).first().click();
		await line(page, 'Description=').waitFor();
		await backToSteps(page);
		await chooseStep(page, 'Mend it', 'Fix All Certain Problems');
		await line(page, 'Restart=on-failure').waitFor();
		await page.locator('.monaco-editor .squiggly-warning').first().waitFor({ state: 'detached' });
	});

	test('finds the clusters, and one to practise on', async () => {
		await backToSteps(page);
		await chooseStep(page, 'See your clusters', 'Show the Clusters');
		const welcome = page.locator('.welcome-view').first();
		await welcome.locator('a.monaco-button', { hasText: 'Start the Practice Cluster' }).waitFor();
		await welcome.locator('a.monaco-button', { hasText: 'Add a Cluster' }).waitFor();
		await picture(page, 'cluster welcome');
		await chooseStep(page, 'Start a cluster to practise on', 'Start the Practice Cluster');
		await row(page, /^cluster Practice cluster, 3 machines, 0 units/).waitFor({ timeout: 60_000 });
	});

	test('starts the unit, which is saved for that, and has done all steps', async () => {
		await chooseStep(page, 'Run a unit on it', 'Start a Unit');
		await untilUnit(page, 'hello.service', 'active (running)');
		await backToSteps(page);
		for (const title of steps) await page.locator(`[role=checkbox][aria-label="${title}: Completed"]`).waitFor();
	});

	test('watches what it says', async () => {
		await page.locator('.tab', { hasText: 'hello.service' }).click();
		await lens(page, /^● active \(running\) on/).waitFor();
		await lens(page, /^journal$/).click();
		await page.locator('.tab.active', { hasText: 'Journal: hello.service' }).waitFor();
		await view.locator('.row', { hasText: 'Hello' }).first().waitFor();
	});

	test('breaks it, and is told why it fails', async () => {
		await page.locator('.tab', { hasText: /^hello\.service/ }).click();
		await replaceLine(page, 'ExecStart=', `ExecStart=/nosuch${program}`);
		await page.locator('.statusbar-item', { hasText: 'Redeploy hello.service' }).click();
		await untilUnit(page, 'hello.service', 'failed: exited with 203/EXEC: the program is not there');
		await toast(page, 'hello.service has failed').waitFor({ timeout: 60_000 });
		await lens(page, /^✗ failed on .*: exited with 203\/EXEC/).waitFor();
		await lens(page, /^why\?$/).click();
		await line(page, 'status=203/EXEC').waitFor();
	});

	test('mends it again', async () => {
		await page
			.locator('.tab', { hasText: /^hello\.service/ })
			.first()
			.click();
		await replaceLine(page, 'ExecStart=', `ExecStart=${program}`);
		await page.locator('.statusbar-item', { hasText: 'Redeploy hello.service' }).click();
		await untilUnit(page, 'hello.service', 'active (running)');
	});

	test('loses a machine, and gets it back', async () => {
		await chooseFromRow(page, /^machine ca6276cf/, 'Practice: Lose This Machine…');
		await pick(page, 'fleetd is stopped');
		await untilGone(page, /^machine ca6276cf/);
		await chooseFromRow(page, /^Machines/, 'Practice: Let a Lost Machine Return');
		await row(page, /^machine ca6276cf/).waitFor({ timeout: 60_000 });
	});

	test('rolls a template out to three machines', async () => {
		await openFile(page, 'hello@.service');
		await runCommand(page, 'Fleet Units: Roll Out to Instances…');
		await question(page, 'Roll out hello@.service on Practice cluster').waitFor();
		await page.keyboard.press('Enter');
		await question(page, 'How many at a time?').waitFor();
		await pick(page, /^3$/);
		// A cluster that takes its time lets one see how far it is.
		await toast(page, /rolling out hello@\.service: \d of 3 done/).waitFor();
		await picture(page, 'cluster rollout goes on');
		for (const instance of ['1', '2', '3']) await untilUnit(page, `hello@${instance}.service`, 'active (running)');
		for (const machine of ['7afd76bb', '97320b14', 'ca6276cf']) {
			await row(page, new RegExp(`^hello@[123]\\.service, active \\(running\\) on ${machine}`)).waitFor();
		}
		await lens(page, '◇ 3 instances, 3 running').waitFor({ timeout: 60_000 });
	});
});

async function backToSteps(page: Page): Promise<void> {
	await page.locator('.tab', { hasText: 'Welcome' }).click();
	await page.locator('.getting-started-step').first().waitFor();
}

/** Opens a step of the walkthrough and presses its button. */
async function chooseStep(page: Page, title: string, button: string): Promise<void> {
	const step = page.locator('.getting-started-step', { hasText: title }).first();
	await step.locator('h3', { hasText: title }).click();
	await step.locator('a.monaco-button', { hasText: button }).click();
}
