// The page of the placement map alone in a browser, in the hands of a test that plays the panel: a large cluster, keys,
// what is tried, and changes of the cluster that take nothing away.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { MapCluster, MapUnit } from '../../client/src/placement/map-cluster.ts';
import type { FromPage } from '../../client/src/placement/messages.ts';
import { launchChromium } from './editor.ts';
import { askedByPage, playedPage, tellPage } from './played-page.ts';
import type { BrowserContext, Page } from './playwright.ts';
import { artefacts } from './support.ts';

const patience = { timeout: 20_000, interval: 50 };

describe('the page of the placement map', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'fleet-units-test-'));
	const file = path.join(folder, 'page.html');
	let browser: BrowserContext;
	let page: Page;

	beforeAll(async () => {
		writeFileSync(file, playedPage('placement', ['img-src data:']));
		browser = await launchChromium(path.join(folder, 'chromium'));
		page = browser.pages()[0] ?? (await browser.newPage());
		page.setDefaultTimeout(20_000);
	});

	beforeEach(async () => {
		await open();
		await page.evaluate('sessionStorage.clear()');
		await open();
	});

	afterAll(async () => {
		await browser?.close();
		rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	});

	async function open(): Promise<void> {
		await page.goto(pathToFileURL(file).href, { waitUntil: 'domcontentloaded' });
		await vi.waitFor(async () => expect(await asked()).toEqual([{ kind: 'ready' }]), patience);
	}

	const asked = () => askedByPage<FromPage>(page);
	const tell = (cluster: MapCluster) => tellPage(page, { kind: 'cluster', cluster });
	const cell = (unit: string, machine: string) =>
		page.locator(`[data-unit="${unit}"] [data-machine="${idOf(machine)}"]`);
	const focused = () => page.evaluate('document.activeElement.getAttribute("aria-label")');

	test('of 100,000 cells only those that can be seen are drawn, and the grid says how many there are', async () => {
		await tell(large);
		await page.locator('[role=rowheader]', { hasText: 'unit0000.service' }).waitFor();
		expect(await page.locator('[role=gridcell]').count()).toBeLessThan(500);
		expect(await page.locator('[role=grid][aria-rowcount="1001"][aria-colcount="101"]').count()).toBe(1);
		await page.locator('[role=columnheader].corner').press('Control+End');
		await page.locator('[data-unit="unit0999.service"][aria-rowindex="1001"]').waitFor();
		expect(await focused()).toMatch(/^unit0999\.service: /);
		await page.screenshot({ path: path.join(artefacts, 'placement-page-large.png') });
	});

	test('arrows lead from cell to cell, each saying in words how it is', async () => {
		await tell(shop());
		await page.locator('.corner').press('ArrowDown');
		expect(await focused()).toBe('db.service: active (running), on 3d000000; runs on machines with role=db');
		await page.keyboard.press('ArrowRight');
		expect(await focused()).toBe('db.service: 1a000000 has role=web, needs role=db');
		await page.keyboard.press('End');
		expect(await focused()).toBe('db.service: 3d000000 has it: active (running)');
		await page.keyboard.press('Control+Home');
		await page.keyboard.press('ArrowRight');
		expect(await focused()).toBe('1a000000: role=web; 1 unit counted');
		expect(await page.locator('[role=grid] [tabindex="0"]').count()).toBe(1);
	});

	test('pointing at a unit tells what could take it, pointing at a machine what it could take', async () => {
		await tell(shop());
		await page.locator('[role=rowheader]', { hasText: 'web@1' }).hover();
		await page.locator('.readout', { hasText: /^web@1\.service: .*; could be on 2b000000$/ }).waitFor();
		expect(await page.locator('.machine .answer').allTextContents()).toEqual(['● here', '○ could', '✕ metadata']);
		await page.locator('.machine', { hasText: '3d000000' }).hover();
		await page
			.locator('.readout', { hasText: '3d000000: role=db; 1 unit counted; would take no other unit' })
			.waitFor();
		await cell('web@1.service', '3d').hover();
		await page.locator('.readout', { hasText: 'web@1.service: 3d000000 has role=db, needs role=web' }).waitFor();
	});

	test('a machine is taken down and brought back with the keyboard alone', async () => {
		await tell(shop());
		await page.locator('.corner').press('ArrowRight');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Enter');
		await page.locator('.plan .summary', { hasText: '1 unit would move' }).waitFor();
		expect(await page.locator('.announcement').textContent()).toBe('1 unit would move');
		expect(await page.locator('.plan .items').textContent()).toContain('web@1.service moves from 1a000000 to 2b000000');
		expect(await cell('web@1.service', '1a').textContent()).toBe('◌leaves');
		expect(await cell('web@1.service', '2b').textContent()).toBe('✚comes');
		expect(await page.evaluate('document.activeElement.textContent')).toBe('Bring it back');
		await page.keyboard.press('Enter');
		await page.locator('.tried[hidden]').waitFor({ state: 'attached' });
		await page.keyboard.press('Escape');
		expect(await focused()).toBe('1a000000: role=web; 1 unit counted');
	});

	test('changes add up, can be done where the cluster can, and are taken back one by one or all', async () => {
		await tell(shop());
		await page.locator('[role=rowheader]', { hasText: 'web@1' }).click();
		await page.locator('input[type=number]').fill('2');
		await page.locator('button', { hasText: 'Add' }).click();
		await page.locator('[role=rowheader]', { hasText: 'web@3.service' }).waitFor();
		await page.locator('.machine', { hasText: '3d000000' }).click();
		await page.locator('input[type=text]').fill('role=web');
		await page.keyboard.press('Enter');
		await page.locator('.plan .items', { hasText: /db\.service.*lands nowhere/ }).waitFor();
		await page.locator('.trials li', { hasText: 'web@2.service, web@3.service' }).locator('button.main').click();
		expect((await asked()).at(-1)).toEqual({
			kind: 'do',
			trial: { kind: 'instances', template: 'web@.service', count: 2 },
		});
		await tellPage(page, { kind: 'done', trial: { kind: 'instances', template: 'web@.service', count: 2 } });
		await page.locator('.trials li', { hasText: 'web@2' }).waitFor({ state: 'detached' });
		expect(await page.locator('.trials li').count()).toBe(1);
		await page.locator('button.reset').click();
		await page.locator('.tried[hidden]').waitFor({ state: 'attached' });
	});

	test('what happens in the cluster takes neither focus nor scroll nor what is tried or typed away', async () => {
		await tell(large);
		await page.locator('[role=rowheader]', { hasText: 'unit0000.service' }).waitFor();
		await page.evaluate(`document.querySelector('.grid').scrollTop = 8_000`);
		await page.locator('[data-unit="unit0200.service"] [role=rowheader]').click();
		await page.locator('button', { hasText: /^Stop it/ }).click();
		await page.locator('.trials li', { hasText: 'unit0200.service' }).waitFor();
		await page.locator('[data-unit="unit0201.service"] [role=rowheader]').click();
		const before = await placeOnScreen('unit0201.service');
		const more = unit('unit0000a.service', {});
		await tell({ ...large, units: [...large.units.slice(0, 1), more, ...large.units.slice(1)] });
		await page.locator('[role=grid][aria-rowcount="1002"]').waitFor();
		expect(await placeOnScreen('unit0201.service')).toBe(before);
		expect(await focused()).toMatch(/^unit0201\.service: /);
		expect(await page.locator('.trials li').count()).toBe(1);
	});

	test('a page that is made anew goes on where it was', async () => {
		await tell(shop());
		await cell('web@1.service', '2b').click();
		await page.locator('button', { hasText: 'Take it down' }).click();
		await page.locator('input[type=search]').first().fill('web@');
		await page.locator('.corner', { hasText: '1 of 2 units' }).waitFor();
		await open();
		await tell(shop());
		await page.locator('.corner', { hasText: '1 of 2 units' }).waitFor();
		await page.locator('.trials li', { hasText: '2b000000 is down' }).waitFor();
		await page.locator('article h2', { hasText: 'Unit web@1.service' }).waitFor();
	});

	test('filters leave what has their words, and say when nothing has', async () => {
		await tell(large);
		await page.locator('input[type=search]').first().fill('unit01 role=web');
		await page.locator('.corner', { hasText: /^\d+ of 1000 units$/ }).waitFor();
		await page.locator('input[type=search]').last().fill('10.0.0.42');
		await vi.waitFor(async () => expect(await page.locator('.machine').count()).toBe(1), patience);
		await page.locator('input[type=search]').first().fill('xyzzy');
		await page.locator('.empty', { hasText: 'No unit is as filtered.' }).waitFor();
	});

	test('pictures are made of what is shown', async () => {
		await tell(shop());
		await page.locator('button', { hasText: 'Save SVG' }).click();
		await page.locator('button', { hasText: 'Save PNG' }).click();
		await vi.waitFor(async () => expect(await asked()).toHaveLength(3), patience);
		const [, svg, png] = await asked();
		expect(svg).toMatchObject({ kind: 'save', format: 'svg', data: expect.stringContaining('web@1.service') });
		const bytes = png?.kind === 'save' ? Buffer.from(png.data, 'base64') : Buffer.of();
		expect(bytes.subarray(1, 4).toString()).toBe('PNG');
	});

	test('a cluster that cannot be read says so, with a way to connect it', async () => {
		await tell({ ...shop(), trouble: 'not connected: no such host', machines: [], units: [] });
		await page.locator('.trouble', { hasText: 'not connected: no such host' }).waitFor();
		await page.locator('.trouble button').click();
		expect((await asked()).at(-1)).toEqual({ kind: 'connect' });
	});

	test('what makes no sense is not believed, and takes nothing away', async () => {
		await tell(shop());
		await page.locator('[role=rowheader]', { hasText: 'web@1' }).waitFor();
		await tellPage(page, { kind: 'cluster', cluster: { ...shop(), machines: 7 } });
		await tell({ ...shop(), name: 'still here' });
		await page.locator('h1', { hasText: 'still here' }).waitFor();
	});

	async function placeOnScreen(unitName: string): Promise<unknown> {
		return await page.evaluate(`document.querySelector('[data-unit="${unitName}"]').getBoundingClientRect().top`);
	}
});

function idOf(machine: string): string {
	return machine.padEnd(8, '0').padEnd(32, 'f');
}

function unit(name: string, more: Partial<MapUnit>): MapUnit {
	const { machineId } = more;
	const on = machineId === undefined ? {} : { [machineId]: 'active (running)' };
	return { name, asks: [], desiredState: 'launched', condition: 'active (running)', on, ...more };
}

function asks(name: string, value: string) {
	return { section: 'X-Fleet', name, value };
}

/** Three machines, and a unit on the first and one on the last. */
function shop(): MapCluster {
	const web = [asks('MachineMetadata', 'role=web'), asks('Conflicts', 'web@*.service')];
	return {
		...{ name: 'shop', trouble: '', release: '1.0', localTemplates: ['web@.service'] },
		can: { setMetadata: true, changeUnits: true },
		machines: [
			{ id: idOf('1a'), metadata: { role: 'web' } },
			{ id: idOf('2b'), metadata: { role: 'web' } },
			{ id: idOf('3d'), metadata: { role: 'db' } },
		],
		units: [
			unit('db.service', { machineId: idOf('3d'), asks: [asks('MachineMetadata', 'role=db')] }),
			unit('web@1.service', { machineId: idOf('1a'), asks: web }),
		],
	};
}

/** A hundred machines and a thousand units. */
const large: MapCluster = {
	...shop(),
	machines: Array.from({ length: 100 }, (_, nth) => ({
		id: idOf(`${100 + nth}`),
		primaryIP: `10.0.0.${nth}`,
		metadata: { role: nth % 2 === 0 ? 'web' : 'db', rack: String(nth % 7) },
	})),
	units: Array.from({ length: 1_000 }, (_, nth) =>
		unit(`unit${String(nth).padStart(4, '0')}.service`, {
			machineId: idOf(`${100 + (nth % 50) * 2}`),
			asks: nth % 3 === 0 ? [asks('MachineMetadata', 'role=web')] : [],
		}),
	),
};
