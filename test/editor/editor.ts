// A whole editor for tests: the VS Code server of workbench.mjs, and a headless Chromium that shows it.
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from './playwright.ts';
// biome-ignore lint/correctness/useImportExtensions: its types are in workbench.d.mts, which cannot be imported by name
import * as server from './workbench.mjs';

/** Flags that keep Chromium from the network and from what a container has not got. */
const chromiumFlags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** A running editor with one window. */
export interface Editor {
	readonly page: Page;
	/** Opens a folder and waits until the workbench is drawn. */
	readonly openFolder: (folder: string) => Promise<void>;
	/** Opens a folder, runs a test suite in the extension host with an extension in development, and waits for its end. */
	readonly runSuite: (folder: string, extension: string, suite: string) => Promise<void>;
	/** What the server has printed so far. */
	readonly log: () => string;
	readonly close: () => Promise<void>;
}

/** Starts an editor; the caller must close it. */
export async function startEditor(options: server.WorkbenchOptions): Promise<Editor> {
	const workbench = await server.startWorkbench(options);
	try {
		const context = await startChromium(workbench);
		const page = context.pages()[0] ?? (await context.newPage());
		page.setDefaultTimeout(20_000);
		return {
			page,
			openFolder: (folder) => open(page, server.workbenchAddress(workbench, folder)),
			runSuite: (folder, extension, suite) => runSuite(page, workbench, folder, extension, suite),
			log: workbench.log,
			close: () => context.close().finally(workbench.stop),
		};
	} catch (error) {
		await workbench.stop();
		throw error;
	}
}

/** Chromium with its profile inside the workbench's own, so that both vanish together. */
async function startChromium(workbench: server.Workbench): Promise<BrowserContext> {
	const context = await launchChromium(path.join(workbench.profile, 'chromium'));
	// The workbench asks the extension gallery for updates whatever its settings say; nothing here may leave the machine.
	const elsewhere = (url: URL) => /^https?:$/.test(url.protocol) && url.hostname !== '127.0.0.1';
	await context.route(elsewhere, (route) => route.abort());
	return context;
}

/** A headless Chromium with its profile in a folder; the caller must close it. */
export function launchChromium(profile: string): Promise<BrowserContext> {
	return chromium.launchPersistentContext(profile, {
		executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
		headless: true,
		viewport: { width: 1280, height: 800 },
		args: chromiumFlags,
	});
}

async function open(page: Page, address: string): Promise<void> {
	await page.goto(address, { waitUntil: 'domcontentloaded' });
	await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
}

async function runSuite(page: Page, workbench: server.Workbench, folder: string, extension: string, suite: string) {
	let ended = () => {};
	const end = new Promise<void>((resolve) => {
		ended = resolve;
	});
	// The two functions through which the workbench speaks to whoever runs tests in it.
	await page.exposeFunction('codeAutomationExit', () => ended());
	await page.exposeFunction('codeAutomationLog', () => undefined);
	const payload: [string, string][] = [
		['skipWelcome', 'true'],
		['extensionDevelopmentPath', server.remoteAddress(workbench, extension)],
		['extensionTestsPath', server.remoteAddress(workbench, suite)],
	];
	await open(page, server.workbenchAddress(workbench, folder, payload));
	const late = `the suite in the extension host was not over after ${suiteTime / 60_000} minutes`;
	await withinTime(end, suiteTime, () => new Error(`${late}; the server said:\n${workbench.log()}`));
}

/** Milliseconds that a suite in the extension host may take on a busy machine; alone it is over in a few seconds. */
const suiteTime = 5 * 60_000;

async function withinTime<T>(work: Promise<T>, milliseconds: number, toError: () => Error): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(toError()), milliseconds);
	});
	return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
