// The page of the journal view alone in a browser, in the hands of a test that plays the panel: a hundred thousand
// lines, following and pausing, searching, and what it asks of the panel.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FromPage, SourceView, ToPage } from '../../client/src/journal/messages.ts';
import type { LineRow } from '../../client/src/journal/rows.ts';
import { gap, line } from '../client/journal/rows.ts';
import { launchChromium } from './editor.ts';
import { askedByPage, playedPage, tellPage } from './played-page.ts';
import type { BrowserContext, Page } from './playwright.ts';
import { artefacts } from './support.ts';

const patience = { timeout: 20_000, interval: 50 };
const many = 100_000;

describe('the page of the journal view', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'fleet-units-test-'));
	const file = path.join(folder, 'page.html');
	let browser: BrowserContext;
	let page: Page;

	beforeAll(async () => {
		writeFileSync(file, playedPage('journal', ['worker-src blob:']));
		browser = await launchChromium(path.join(folder, 'chromium'));
		page = browser.pages()[0] ?? (await browser.newPage());
		page.setDefaultTimeout(20_000);
	});

	beforeEach(async () => {
		await page.goto(pathToFileURL(file).href, { waitUntil: 'domcontentloaded' });
		await vi.waitFor(async () => expect(await asked(page)).toEqual([{ kind: 'ready' }]), patience);
	});

	afterEach(async () => {
		await page.evaluate('sessionStorage.clear()');
	});

	afterAll(async () => {
		await browser?.close();
		rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	});

	test('of a hundred thousand lines only those that can be seen are drawn, and the newest are', async () => {
		await tellMany(page);
		await page.locator('.row', { hasText: `line ${many - 1}` }).waitFor();
		expect(await page.locator('.row').count()).toBeLessThan(120);
		expect(await page.locator('footer').textContent()).toBe('100,000 lines · following');
		await page.screenshot({ path: path.join(artefacts, 'journal-page.png') });
	});

	test('what is older than can be kept goes, and that is said', async () => {
		await tellMany(page);
		await tell(page, { kind: 'rows', rows: lines(many, 10) });
		await page.locator('.row', { hasText: `line ${many + 9}` }).waitFor();
		expect(await page.locator('footer').textContent()).toBe(
			'95,000 lines · following · 5,010 lines before them had to go, to keep memory bounded',
		);
	});

	test('scrolling up pauses: what is seen stays, whatever comes; the button tells how much, and End follows again', async () => {
		await tell(page, start([source(0), source(1)]));
		await tell(page, { kind: 'rows', rows: lines(0, 1_000) });
		await page.locator('.row', { hasText: 'line 999 ' }).waitFor();
		await page.evaluate(`document.querySelector('.lines').scrollTop -= 2_000`);
		await page.locator('footer', { hasText: 'paused' }).waitFor();
		const before = await firstSeen(page);
		// One comes late, before what is seen.
		await tell(page, { kind: 'rows', rows: [...lines(1_000, 50), { ...lines(0, 1)[0]!, id: 5_000 }] });
		await page.locator('button.follow', { hasText: 'Follow (51 new)' }).waitFor();
		expect(await firstSeen(page)).toBe(before);
		expect(await page.locator('.lines[aria-live="off"]').count()).toBe(1);
		await page.locator('.lines').press('End');
		await page.locator('.row', { hasText: 'line 1049 ' }).waitFor();
		await page.locator('.lines[aria-live="polite"]').waitFor();
	});

	test('what is seen stays also when the oldest lines go', async () => {
		await tellMany(page);
		await page.locator('.row', { hasText: `line ${many - 1}` }).waitFor();
		await page.locator('button.follow').click();
		const before = await firstSeen(page);
		await tell(page, { kind: 'rows', rows: lines(many, 100) });
		await page.locator('footer', { hasText: 'had to go' }).waitFor();
		await page.locator('button.follow', { hasText: '100 new' }).waitFor();
		expect(await firstSeen(page)).toBe(before);
	});

	test('a search shows what has the text, marks it, and brings everything back', async () => {
		await tellMany(page);
		await page.locator('input').fill('LINE 77');
		await page.locator('footer', { hasText: '1,111 of 100,000 lines' }).waitFor();
		expect(await page.locator('.row mark').last().textContent()).toBe('line 77');
		const found = page.locator('[role=status]', { hasText: '1,111 of 100,000 lines have “LINE 77”' });
		await found.waitFor({ state: 'attached' });
		await page.locator('input').fill('');
		await page.locator('footer', { hasText: /^100,000 lines/ }).waitFor();
	});

	test('an expression that would never end is given up, and everything is shown', async () => {
		await tell(page, start([source(0)]));
		await tell(page, { kind: 'rows', rows: lines(0, 100) });
		await page.locator('button.pattern').click();
		await page.locator('input').fill('line 4\\d ');
		await page.locator('footer', { hasText: '10 of 100 lines' }).waitFor();
		await page.locator('input').fill('(.+)+$^');
		await page.locator('.fault', { hasText: 'takes too long' }).waitFor();
		await page.locator('footer', { hasText: /^100 lines/ }).waitFor();
		await page.locator('input').fill('(');
		await page.locator('.fault', { hasText: 'no regular expression' }).waitFor();
	});

	test('journals can be hidden, and what is wrong with one is said, with a way to try again', async () => {
		await tell(page, start([source(0), source(1, { state: 'lost', detail: 'ssh ended with 255' })]));
		await tell(page, {
			kind: 'rows',
			rows: [...lines(0, 10), gap(10, 9, { source: 1, reason: 'ssh ended with 255' })],
		});
		await page.locator('.troubles', { hasText: 'web@2 on 08bb6dd0: ssh ended with 255' }).waitFor();
		await page.locator('.legend button[aria-pressed]').first().click();
		await page.locator('footer', { hasText: '6 of 11 lines' }).waitFor();
		await page.locator('button.retry').click();
		expect((await asked(page)).at(-1)).toEqual({ kind: 'retry' });
	});

	test('keys lead from line to line, and the details have all of it', async () => {
		await tell(page, start([source(0), source(1)]));
		const long = line(2, Date.now(), `one\ntwo ${'x'.repeat(3_000)}`, { from: 'app[7]', priority: 3 });
		await tell(page, { kind: 'rows', rows: [...lines(0, 2), long] });
		await page.locator('.row', { hasText: 'one ↵ two' }).waitFor();
		await page.locator('.lines').press('ArrowUp');
		await page.locator('.details', { hasText: 'Priorityerror' }).waitFor();
		expect(await page.locator('.details pre').textContent()).toBe(long.text);
		await page.keyboard.press('ArrowUp');
		await page.locator('.details', { hasText: 'line 1 of' }).waitFor();
		expect(await page.locator('.row:focus[aria-current]').textContent()).toContain('line 1 of');
		await page.keyboard.press('Escape');
		await page.locator('.details[hidden]').waitFor({ state: 'attached' });
	});

	test('what is asked for is asked of the panel', async () => {
		await tell(page, start([source(0), source(1)]));
		await tell(page, { kind: 'rows', rows: lines(0, 2) });
		await page.locator('.row', { hasText: 'line 1 ' }).waitFor();
		await page.locator('label', { hasText: 'Urgency' }).locator('select').selectOption({ label: 'errors and worse' });
		await page.locator('label', { hasText: 'Since' }).locator('select').selectOption({ label: '1 hour' });
		await page.locator('button.terminal').click();
		await page.locator('button.copy').click();
		const [, first, second, terminal, copy] = await asked(page);
		expect(first).toEqual({ kind: 'read', reading: { lines: 200, priority: 3 } });
		expect(second).toEqual({ kind: 'read', reading: { lines: 200, priority: 3, sinceMinutes: 60 } });
		expect(terminal).toEqual({ kind: 'terminal' });
		expect(copy).toMatchObject({ kind: 'copy' });
		const text = copy?.kind === 'copy' ? copy.text : '';
		expect(text.split('\n').map((one) => one.replace(/^[-\d]+ [:.\d]+ /, ''))).toEqual([
			'web@1 on 08bb6dd0 app[1]: line 0 of a program that talks',
			'web@2 on 08bb6dd0 app[1]: line 1 of a program that talks',
		]);
	});
});

async function tellMany(page: Page): Promise<void> {
	await tell(page, start([source(0), source(1)]));
	for (let from = 0; from < many; from += 5_000) await tell(page, { kind: 'rows', rows: lines(from, 5_000) });
}

function lines(from: number, count: number): readonly LineRow[] {
	const begin = Date.UTC(2026, 10, 23);
	return Array.from({ length: count }, (_, nth) =>
		line(from + nth, begin + from + nth, `line ${from + nth} of a program that talks`, {
			source: nth % 2,
			from: 'app[1]',
		}),
	);
}

function source(number: number, more: Partial<SourceView> = {}): SourceView {
	const label = `web@${number + 1} on 08bb6dd0`;
	return { number, label, full: `${label} in full`, colour: number, state: 'following', detail: '', ...more };
}

function start(sources: readonly SourceView[]): ToPage {
	const reading = { lines: 200, priority: 7 };
	return { kind: 'start', dropped: 0, reading, title: 'web@.service', sources, canOpenTerminal: true };
}

/** The text of the topmost row that can be seen. */
async function firstSeen(page: Page): Promise<unknown> {
	return await page.evaluate(`(() => {
		const { top } = document.querySelector('.lines').getBoundingClientRect();
		const seen = [...document.querySelectorAll('.row')].filter((row) => row.getBoundingClientRect().bottom > top + 1);
		return seen[0].textContent;
	})()`);
}

function tell(page: Page, message: ToPage): Promise<void> {
	return tellPage(page, message);
}

function asked(page: Page): Promise<readonly FromPage[]> {
	return askedByPage(page);
}
