// What a user does with clusters in the workbench, step by step, for the suites that do it: rows of the tree are found
// by what a screen reader says of them, menus by their words. Every step waits for what it needs.
import path from 'node:path';
import type { Locator, Page } from './playwright.ts';
import { artefacts } from './support.ts';

/** Milliseconds that a cluster may take to be as asked, on a busy machine. */
const clusterTime = 60_000;

/** Shows the view of clusters. */
export async function openClusters(page: Page): Promise<void> {
	// The palette offers only the commands of extensions that were found when it was opened.
	await page.locator('.activitybar a.action-label[aria-label^="Fleet Units"]').waitFor();
	await openSidebar(page, 'Fleet Units: Focus on Clusters View', 'Fleet Units: Clusters');
}

/** Shows the explorer. */
export async function openExplorer(page: Page): Promise<void> {
	await openSidebar(page, 'View: Show Explorer', 'Explorer');
}

/** By its command: the icon may lie below a badge, and hides what is shown already. */
async function openSidebar(page: Page, command: string, title: string): Promise<void> {
	const heading = page.locator('.sidebar .composite.title h2', { hasText: new RegExp(`^${title}$`) }).first();
	if ((await heading.count()) === 0) await runCommand(page, command);
	await heading.waitFor();
}

/** Starts the practice cluster from the welcome, and waits for its machines. */
export async function startPractice(page: Page): Promise<void> {
	await page.locator('.welcome-view a.monaco-button', { hasText: 'Start the Practice Cluster' }).click();
	await row(page, /^Machines/).waitFor({ timeout: clusterTime });
}

/** A row of the tree, by what a screen reader says. */
export function row(page: Page, spoken: string | RegExp): Locator {
	return page.locator('[id="workbench.view.extension.fleetUnits"]').getByRole('treeitem', { name: spoken }).first();
}

/** Waits until a unit is as said: `active (running)`, `not scheduled`. */
export async function untilUnit(page: Page, unit: string, state: string | RegExp): Promise<void> {
	await row(page, unitRow(unit, state)).waitFor({ timeout: clusterTime });
}

/** What the row of a unit says that is in a state; rows of files and of machines begin in another way. */
export function unitRow(unit: string, state: string | RegExp = ''): RegExp {
	return new RegExp(`^${literally(unit)}, ${typeof state === 'string' ? literally(state) : state.source}`);
}

/** Waits until a row is gone. */
export async function untilGone(page: Page, spoken: string | RegExp): Promise<void> {
	await row(page, spoken).waitFor({ state: 'detached', timeout: clusterTime });
}

/** Opens a row that is closed. */
export async function expand(page: Page, spoken: string | RegExp): Promise<void> {
	const target = row(page, spoken);
	await target.waitFor({ timeout: clusterTime });
	if ((await target.getAttribute('aria-expanded')) === 'true') return;
	await target.locator('.monaco-tl-twistie').click();
}

/** Chooses from the context menu of a row of the tree. */
export async function chooseFromRow(page: Page, spoken: string | RegExp, item: string): Promise<void> {
	const target = row(page, spoken);
	await target.waitFor({ timeout: clusterTime });
	await openMenu(page, target);
	await chooseItem(page, item);
}

/** What the context menu of a row offers. Closes it again. */
export async function menuOfRow(page: Page, spoken: string | RegExp): Promise<readonly string[]> {
	await openMenu(page, row(page, spoken));
	return await itemsOfMenu(page);
}

/** What the menu offers that is open. Closes it again. */
export async function itemsOfMenu(page: Page): Promise<readonly string[]> {
	await page.locator('.monaco-menu').first().waitFor();
	return await readAndClose(page, page.locator('.monaco-menu .action-label'));
}

/** The same of a menu below an entry of the one that is open. */
export async function itemsOfSubmenu(page: Page, entry: string): Promise<readonly string[]> {
	await menuItem(page, entry).click();
	await page.locator('.monaco-submenu').waitFor();
	return await readAndClose(page, page.locator('.monaco-submenu .action-label'));
}

async function readAndClose(page: Page, labels: Locator): Promise<readonly string[]> {
	const items = await labels.allTextContents();
	// A menu below another one closes by itself first.
	while ((await page.locator('.monaco-menu').count()) > 0) await page.keyboard.press('Escape');
	return items.filter((text) => text !== '');
}

/** The buttons that a row of the tree shows while the pointer is over it. */
export async function buttonsOfRow(page: Page, spoken: string | RegExp): Promise<readonly string[]> {
	await row(page, spoken).hover();
	return await labelsOf(row(page, spoken).locator('.actions a.action-label'));
}

/** What a screen reader says of each. */
export async function labelsOf(elements: Locator): Promise<readonly string[]> {
	const count = await elements.count();
	const labels = Array.from({ length: count }, (_, nth) => elements.nth(nth).getAttribute('aria-label'));
	return (await Promise.all(labels)).map((label) => label ?? '');
}

/** All that the command palette has for a text. Only what is to be seen is in the page, so it is leafed through. */
export async function paletteItems(page: Page, text: string): Promise<ReadonlySet<string>> {
	await page.keyboard.press('F1');
	await page.locator('.quick-input-widget input').first().waitFor();
	await page.keyboard.type(text);
	const rows = page.locator('.quick-input-list .monaco-list-row');
	await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text }).first().waitFor();
	const found = new Set<string>();
	for (let at: string | null = null, before: string | null = ''; at !== before; ) {
		for (const item of await rows.locator('.label-name').allTextContents()) found.add(item);
		before = await focusedIndex(page);
		await page.keyboard.press('PageDown');
		at = await changedIndex(page, before);
	}
	await page.keyboard.press('Escape');
	return found;
}

function focusedIndex(page: Page): Promise<string | null> {
	return page.locator('.quick-input-list .monaco-list-row.focused').first().getAttribute('data-index');
}

/** Where the list is once it has moved, or where it was, because that is its end. */
async function changedIndex(page: Page, before: string | null): Promise<string | null> {
	const end = Date.now() + 3000;
	while (Date.now() < end && (await focusedIndex(page)) === before) await new Promise((go) => setTimeout(go, 20));
	return await focusedIndex(page);
}

/** Chooses what unit files of the folder `cluster` have in the explorer, below “CoreOS fleet”; several are selected first. */
export async function chooseFromFiles(page: Page, files: readonly string[], item: string): Promise<void> {
	await openExplorer(page);
	await openFolder(page, 'cluster');
	const [first = '', ...others] = files;
	await fileRow(page, first).click();
	for (const file of others) await fileRow(page, file).click({ modifiers: ['Control'] });
	await openMenu(page, fileRow(page, files.at(-1) ?? first));
	await menuItem(page, 'CoreOS fleet').click();
	await chooseItem(page, item);
}

/** A file in the explorer. */
export function fileRow(page: Page, name: string): Locator {
	return page
		.locator('.explorer-folders-view .monaco-list-row', { hasText: new RegExp(`^${literally(name)}`) })
		.first();
}

/** Opens a file of the folder `cluster` from the explorer, with the clusters beside it. */
export async function openFile(page: Page, name: string): Promise<void> {
	await openExplorer(page);
	await openFolder(page, 'cluster');
	await fileRow(page, name).dblclick();
	await page.locator('.tab.active', { hasText: name }).waitFor();
	await openClusters(page);
	// VS Code asks for lenses only where the keyboard is.
	await line(page, '[').click();
}

async function openFolder(page: Page, name: string): Promise<void> {
	await fileRow(page, name).waitFor();
	if ((await fileRow(page, name).getAttribute('aria-expanded')) !== 'true') await fileRow(page, name).click();
}

/** Runs a command from the palette, by its whole title. */
export async function runCommand(page: Page, title: string): Promise<void> {
	await page.keyboard.press('F1');
	await page.locator('.quick-input-widget input').first().waitFor();
	await page.keyboard.type(title);
	// The list changes while it is typed; a click could meet another row.
	const whole = new RegExp(`^${literally(title)}$`);
	await page.locator('.quick-input-list .monaco-list-row.focused .label-name', { hasText: whole }).first().waitFor();
	await page.keyboard.press('Enter');
}

/** Picks from a list that VS Code shows. */
export async function pick(page: Page, item: string | RegExp): Promise<void> {
	await page.locator('.quick-input-list .monaco-list-row .label-name', { hasText: item }).first().click();
}

/** Fills in the box that VS Code shows, once its title is as said, and confirms. */
export async function answer(page: Page, title: string | RegExp, text: string): Promise<void> {
	await question(page, title).waitFor();
	await page.locator('.quick-input-widget input').first().fill(text);
	await page.keyboard.press('Enter');
}

/** The list or box that VS Code shows, by its title. */
export function question(page: Page, title: string | RegExp): Locator {
	return page.locator('.quick-input-widget', { hasText: title }).first();
}

/** The text of the dialog that asks. */
export async function dialogText(page: Page): Promise<string> {
	await page.locator('.monaco-dialog-box').waitFor();
	return (await page.locator('.monaco-dialog-box .dialog-message-container').textContent()) ?? '';
}

/** Presses a button of the dialog that asks. */
export async function answerDialog(page: Page, button: string): Promise<void> {
	await page.locator('.monaco-dialog-box .monaco-button', { hasText: new RegExp(`^${literally(button)}$`) }).click();
	await page.locator('.monaco-dialog-box').waitFor({ state: 'detached' });
}

/** A line of the editor that has the keyboard. */
export function line(page: Page, text: string): Locator {
	return page.locator('.monaco-editor .view-line', { hasText: text }).first();
}

/** Replaces a line of the active editor, and saves. */
export async function replaceLine(page: Page, old: string, text: string): Promise<void> {
	await line(page, old).click();
	await page.keyboard.press('End');
	await page.keyboard.press('Shift+Home');
	await page.keyboard.type(text);
	await line(page, text).waitFor();
	await page.keyboard.press('Control+s');
	await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
}

/** A lens above the first section. */
export function lens(page: Page, text: string | RegExp): Locator {
	return page.locator('.codelens-decoration a', { hasText: text }).first();
}

/** A notification. */
export function toast(page: Page, text: string | RegExp): Locator {
	return page.locator('.notification-list-item', { hasText: text }).first();
}

/** Takes all notifications away. */
export async function clearToasts(page: Page): Promise<void> {
	await runCommand(page, 'Notifications: Clear All Notifications');
	await page.locator('.notification-list-item').first().waitFor({ state: 'detached' });
}

/** Leaves a picture of the workbench for a look at it afterwards. */
export async function picture(page: Page, name: string): Promise<void> {
	await page.screenshot({ path: path.join(artefacts, `${name.replaceAll(/[^\w@.-]+/g, '-')}.png`) });
}

async function openMenu(page: Page, target: Locator): Promise<void> {
	await target.click({ button: 'right' });
	await page.locator('.monaco-menu').waitFor();
}

/** A menu that was just opened takes no click yet, so it is clicked until it is gone. */
async function chooseItem(page: Page, text: string): Promise<void> {
	await menuItem(page, text).waitFor();
	for (let tries = 0; tries < 20; tries++) {
		await menuItem(page, text)
			.click({ timeout: 1000 })
			.catch(() => {});
		const gone = page.locator('.monaco-menu').waitFor({ state: 'detached', timeout: 500 });
		if (
			await gone.then(
				() => true,
				() => false,
			)
		)
			return;
	}
	throw new Error(`the menu with ${text} stays open`);
}

function menuItem(page: Page, text: string): Locator {
	return page.locator('.monaco-menu').getByRole('menuitem', { name: text, exact: true }).last();
}

/** A text as a pattern for itself. */
export function literally(text: string): string {
	return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Starts unit files of the folder `cluster`, each from its tab, and waits until they run. */
export async function startFiles(page: Page, files: readonly string[]): Promise<void> {
	for (const file of files) {
		await openFile(page, file);
		await runCommand(page, 'Fleet Units: Start');
	}
	for (const file of files) await untilUnit(page, file, /.*active \(running\)/);
}
