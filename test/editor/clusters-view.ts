// The Clusters view in the workbench, as a user has it: rows with their menus, commands, units that are started.
import type { Locator, Page } from './playwright.ts';

/** Opens the view and starts the practice cluster in it. */
export async function startPracticeCluster(page: Page): Promise<void> {
	await page.locator('.activitybar a.action-label[aria-label="Fleet Units"]').click();
	await page.locator('.welcome-view a.monaco-button', { hasText: 'Start the Practice Cluster' }).click();
	await clusterRow(page, 'Machines').waitFor();
}

/** The first row of the view with a text: its label and what stands greyed after it. */
export function clusterRow(page: Page, text: string | RegExp): Locator {
	return page.locator('[id="workbench.view.extension.fleetUnits"] .monaco-list-row', { hasText: text }).first();
}

/** Right-clicks a row and chooses from the menu, by keys: a menu that has just opened takes no clicks. */
export async function chooseFromMenu(page: Page, row: string | RegExp, item: string): Promise<void> {
	await clusterRow(page, row).click({ button: 'right' });
	await page.locator('.monaco-menu .action-item', { hasText: item }).first().hover();
	await page.keyboard.press('Enter');
}

/** Runs a command by its title, from the command palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
	await page.keyboard.press('F1');
	await page.keyboard.type(title);
	// Behind the title may stand “recently used”.
	await page
		.locator('.quick-input-list .monaco-list-row', { hasText: new RegExp(`${title}(?! the)`) })
		.first()
		.click();
}

/** Starts units of examples/cluster and waits until they run. */
export async function startUnits(page: Page, units: readonly string[]): Promise<void> {
	for (const unit of units) {
		await page.keyboard.press('Control+p');
		await page.keyboard.type(`cluster/${unit}`);
		await page.locator('.quick-input-list .monaco-list-row', { hasText: unit }).first().click();
		await page.locator('.tab.active', { hasText: unit }).waitFor();
		await runCommand(page, 'Fleet Units: Start');
	}
	for (const unit of units) {
		await clusterRow(page, new RegExp(`${unit}.*active \\(running\\)`)).waitFor({ timeout: 60_000 });
	}
}
