// Units of a cluster in the workbench: started, stopped, compared, redeployed, explained, rolled out, destroyed, as a user
// does it by mouse and keyboard. It is a practice cluster that does everything at once.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type EmbeddedCluster, startEmbeddedCluster } from '../../cluster/src/embedded/server.ts';
import {
	answer,
	answerDialog,
	chooseFromFiles,
	chooseFromRow,
	clearToasts,
	dialogText,
	expand,
	lens,
	line,
	openClusters,
	openFile,
	pick,
	picture,
	question,
	replaceLine,
	row,
	runCommand,
	toast,
	unitRow,
	untilGone,
	untilUnit,
} from './cluster-steps.ts';
import { type Editor, startEditor } from './editor.ts';
import type { Page } from './playwright.ts';
import { root, temporaryWorkspace, vsix } from './support.ts';

const running = /active \(running\) on [0-9a-f]{8} \(10\.0\.0\.1\d\)/;
const editedAndRunning = /active \(running\) on .* · edited locally/;

describe('units of a cluster', { timeout: 120_000 }, () => {
	const workspace = temporaryWorkspace();
	const folder = mkdtempSync(path.join(tmpdir(), 'fleet-units-test-'));
	let shop: EmbeddedCluster;
	let editor: Editor;
	let page: Page;

	beforeAll(async () => {
		chmodSync(folder, 0o700);
		const socket = path.join(folder, 'fleet.sock');
		shop = await startEmbeddedCluster({ listen: [`unix:${socket}`], speed: 'fast' });
		const clusters = [{ name: 'shop', endpoint: `unix://${socket}`, driver: 'practice' }];
		editor = await startEditor({ install: vsix, settings: { 'fleetUnits.clusters': clusters } });
		page = editor.page;
		await editor.openFolder(workspace.folder);
	});

	afterEach(async ({ task }) => {
		await picture(page, `cluster ${task.name}`);
	});

	afterAll(async () => {
		await editor?.close();
		await shop?.close();
		rmSync(folder, { recursive: true, force: true });
		workspace.remove();
	});

	test('a cluster that is opened shows its machines', async () => {
		await openClusters(page);
		await expand(page, /^cluster shop/);
		await row(page, /^cluster shop, 3 machines, 0 units/).waitFor({ timeout: 60_000 });
		await expand(page, /^Machines/);
		await row(page, /^machine ca6276cf, 10\.0\.0\.11 · 0 units · group=hw_webservers/).waitFor();
		await row(page, /^No units yet/).waitFor();
	});

	test('several files are started from the explorer at once', async () => {
		await chooseFromFiles(page, ['hello-world.service', 'node-metrics.service', 'web@1.service'], 'Start');
		await openClusters(page);
		await untilUnit(page, 'hello-world.service', running);
		await untilUnit(page, 'node-metrics.service', 'active (running) on 3, global');
		await untilUnit(page, 'web@1.service', running);
	});

	test('a global unit shows each of its machines', async () => {
		await expand(page, unitRow('node-metrics.service'));
		await row(page, /^node-metrics\.service on 7afd76bb \(10\.0\.0\.13\), active \(running\)/).waitFor();
	});

	test('to stop a unit asks, and names unit, cluster and consequence', async () => {
		await chooseFromRow(page, unitRow('web@1.service'), 'Stop…');
		const text = await dialogText(page);
		expect(text).toContain('Stop web@1.service on shop?');
		expect(text).toMatch(running);
		expect(text).toContain('The unit stays on its machine, loaded, and can be started again.');
		await picture(page, 'cluster stop asks');
		await answerDialog(page, 'Cancel');
		await chooseFromRow(page, unitRow('web@1.service'), 'Stop…');
		await answerDialog(page, 'Stop');
		await untilUnit(page, 'web@1.service', 'inactive (dead) on ');
	});

	test('a stopped unit is started again from its row', async () => {
		await row(page, unitRow('web@1.service')).hover();
		await row(page, unitRow('web@1.service')).locator('a.action-label[aria-label^="Start"]').click();
		await untilUnit(page, 'web@1.service', running);
	});

	test('above [Unit] stands how the unit is, and an edited file says so there and in the tree', async () => {
		await openFile(page, 'hello-world.service');
		await lens(page, /^● active \(running\) on [0-9a-f]{8} \(10\.0\.0\.1[12]\)/).waitFor();
		await replaceLine(page, 'TimeoutStartSec=0', 'TimeoutStartSec=90');
		await lens(page, 'edited: compare').waitFor();
		await untilUnit(page, 'hello-world.service', editedAndRunning);
		await page.locator('.statusbar-item', { hasText: 'Redeploy hello-world.service' }).waitFor();
	});

	test('it is compared with what the cluster has', async () => {
		await lens(page, 'edited: compare').click();
		await page.locator('.tab.active', { hasText: 'hello-world.service: shop ↔ here' }).waitFor();
		await page.locator('.editor.original .view-line', { hasText: 'TimeoutStartSec=0' }).waitFor();
		await page.locator('.editor.modified .view-line', { hasText: 'TimeoutStartSec=90' }).waitFor();
	});

	test('it is redeployed from the status bar', async () => {
		await page.locator('.statusbar-item', { hasText: 'Redeploy hello-world.service' }).click();
		await untilGone(page, unitRow('hello-world.service', editedAndRunning));
		await page.locator('.statusbar-item', { hasText: 'hello-world.service: active (running)' }).waitFor();
		await untilUnit(page, 'hello-world.service', running);
		expect(await page.locator('.statusbar-item', { hasText: 'Redeploy hello-world.service' }).count()).toBe(0);
	});

	test('a new instance that no machine takes says why, machine by machine', async () => {
		for (const instance of ['2', '3']) {
			await chooseFromRow(page, unitRow('web@1.service'), 'New Instance…');
			await answer(page, 'New instance of web@.service on shop', instance);
			await row(page, unitRow(`web@${instance}.service`)).waitFor();
		}
		await untilUnit(page, 'web@3.service', 'not scheduled: no machine can take web@3.service');
		await expand(page, unitRow('web@3.service'));
		await row(page, /^7afd76bb \(10\.0\.0\.13\) has role=data, needs role=web/).waitFor();
		await row(page, /^[0-9a-f]{8} \(10\.0\.0\.1[12]\) web@1\.service is there/).waitFor();
		await toast(page, 'no machine can take web@3.service').waitFor();
	});

	test('the same stands in a document', async () => {
		await chooseFromRow(page, unitRow('web@3.service'), 'Why Is It (Not) Scheduled?');
		await page.locator('.tab.active', { hasText: 'web@3.service.why' }).waitFor();
		await line(page, 'web@3.service on shop').waitFor();
		await line(page, '✗ 7afd76bb (10.0.0.13) has role=data, needs role=web').waitFor();
	});

	test('several units are destroyed after one question that lists them all', async () => {
		await clearToasts(page);
		await row(page, unitRow('web@2.service', 'active (running)')).click();
		await row(page, unitRow('web@3.service')).click({ modifiers: ['Control'] });
		await chooseFromRow(page, unitRow('web@3.service'), 'Destroy…');
		const text = await dialogText(page);
		expect(text).toContain('Destroy 2 units on shop?');
		expect(text).toMatch(/web@2\.service: active \(running\) on [0-9a-f]{8}/);
		expect(text).toContain('web@3.service: not scheduled');
		expect(text).toContain('the cluster forgets the unit');
		await picture(page, 'cluster destroy asks');
		await answerDialog(page, 'Destroy');
		for (const unit of ['web@2.service', 'web@3.service']) await untilGone(page, unitRow(unit));
		await untilUnit(page, 'web@1.service', 'active (running)');
	});

	test('a template is rolled out to three instances', async () => {
		await openFile(page, 'hello@.service');
		await runCommand(page, 'Fleet Units: Roll Out to Instances…');
		await answer(page, 'Roll out hello@.service on shop', 'hello@{1..3}');
		await question(page, 'How many at a time?').waitFor();
		await pick(page, /^3$/);
		for (const instance of ['1', '2', '3']) await untilUnit(page, `hello@${instance}.service`, 'active (running)');
		await lens(page, '◇ 3 instances, 3 running').waitFor({ timeout: 60_000 });
		await page.locator('.statusbar-item', { hasText: '3 units are as asked' }).waitFor({ timeout: 60_000 });
	});

	test('a text that fails is counted, and says why', async () => {
		await replaceLine(page, 'ExecStart=', 'ExecStart=/no/such/program');
		await untilUnit(page, 'hello@1.service', editedAndRunning);
		await page.locator('.statusbar-item', { hasText: 'Roll out hello@.service' }).waitFor();
		await chooseFromRow(page, unitRow('hello@1.service'), 'Redeploy in Place');
		await untilUnit(page, 'hello@1.service', 'failed: exited with 203/EXEC: the program is not there or cannot be run');
		await page.locator('.activitybar .action-item .badge-content', { hasText: /^1$/ }).waitFor();
		await toast(page, 'hello@1.service has failed').waitFor({ timeout: 60_000 });
		await toast(page, 'hello@1.service has failed').locator('.monaco-button', { hasText: 'Show Status' }).click();
		await page.locator('.tab.active', { hasText: 'hello@1.service.status' }).waitFor();
		await line(page, 'status=203/EXEC').waitFor();
		if (process.env['UPDATE_SCREENSHOT'] === '1') await takePicture(page);
	});

	test('what is shown can be filtered', async () => {
		await page.locator('.sidebar .title-actions a.action-label[aria-label^="Filter"]').click();
		await answer(page, 'all these words', 'hello running');
		await page.locator('.sidebar', { hasText: 'Only what has “hello running”' }).waitFor();
		await row(page, /^Units 3 of 7/).waitFor();
		await untilGone(page, unitRow('web@1.service'));
		await page.locator('.sidebar .title-actions a.action-label[aria-label^="Clear the Filter"]').click();
		await untilUnit(page, 'web@1.service', 'active (running)');
	});

	test('units are grouped by what they are like, worst first', async () => {
		await page.locator('.sidebar .title-actions a.action-label[aria-label^="Group"]').click();
		await pick(page, 'State');
		await row(page, /^failed 1/).waitFor();
		await row(page, /^running 5/).waitFor();
	});

	test('a machine that is lost gives its units to the others, and comes back', async () => {
		const lost = shop.snapshot().machines.find(({ primaryIP }) => primaryIP === '10.0.0.11');
		shop.loseMachine(lost?.id ?? '', 'drained');
		await untilGone(page, /^machine ca6276cf/);
		await untilUnit(page, 'hello-world.service', 'active (running) on 97320b14');
		shop.returnMachine(lost?.id ?? '');
		await row(page, /^machine ca6276cf/).waitFor({ timeout: 60_000 });
	});

	test('a file that is dropped on a machine says whether that would take it, and is submitted', async () => {
		await openFile(page, 'web@2.service');
		await page.locator('.tab.active').dragTo(row(page, /^machine 7afd76bb/));
		const text = await dialogText(page);
		expect(text).toContain('Submit web@2.service to shop?');
		expect(text).toContain('not on 7afd76bb (10.0.0.13), which has role=data, needs role=web');
		await answerDialog(page, 'Submit');
		const submitted = { name: 'web@2.service', desiredState: 'inactive' };
		await vi.waitFor(() => expect(shop.snapshot().units).toContainEqual(expect.objectContaining(submitted)), 30_000);
	});
});

/** The picture in the README: a tree with room for its words, and a file of which one instance fails. */
async function takePicture(page: Page): Promise<void> {
	await openFile(page, 'hello@.service');
	await clearToasts(page);
	await page.mouse.move(350, 600);
	await page.mouse.down();
	await page.mouse.move(500, 600);
	await page.mouse.up();
	await line(page, 'ExecStart=').click();
	await new Promise((resolve) => setTimeout(resolve, 1000));
	await page.screenshot({ path: path.join(root, 'docs', 'images', 'cluster.png') });
}
