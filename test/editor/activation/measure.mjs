// How long the extension takes to load and activate in the extension host of a real VS Code: prints what host.cjs writes of
// one start, as JSON, or what is missing to measure that. A start of its own for each, because code that was loaded once
// stays compiled.
// usage: node test/editor/activation/measure.mjs
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { editorFolder, findChromium, root } from '../../../scripts/set-up.mjs';
// biome-ignore lint/correctness/useImportExtensions: its types are in workbench.d.mts, which cannot be imported by name
import { remoteAddress, startWorkbench, workbenchAddress } from '../workbench.mjs';

/** Milliseconds that a start of VS Code may take on a busy machine. */
const startTime = 90_000;

const here = path.dirname(fileURLToPath(import.meta.url));
const missing = whatIsMissing();
console.log(missing === undefined ? await measure() : JSON.stringify({ missing }));

function whatIsMissing() {
	if (!existsSync(path.join(editorFolder, 'node_modules', 'code-server'))) {
		return 'the packages of the editor suites are not installed (npm ci in test/editor)';
	}
	return findChromium() === undefined ? 'there is no Chromium on the PATH' : undefined;
}

async function measure() {
	const folder = mkdtempSync(path.join(tmpdir(), 'fleet-units-activation-'));
	const report = path.join(folder, 'report.json');
	try {
		await start(folder, report);
		return readFileSync(report, 'utf8');
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function start(folder, report) {
	const workbench = await startWorkbench({ testDriver: true, env: { FLEET_UNITS_ACTIVATION_REPORT: report } });
	try {
		const { chromium } = createRequire(path.join(editorFolder, 'package.json'))('playwright-core');
		const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
		await openAndWait(await browser.newPage(), { workbench, folder, report }).finally(() => browser.close());
	} finally {
		await workbench.stop();
	}
}

async function openAndWait(page, { workbench, folder, report }) {
	// The workbench asks the extension gallery for updates whatever its settings say; nothing here may leave the machine.
	const elsewhere = (url) => /^https?:$/.test(url.protocol) && url.hostname !== '127.0.0.1';
	await page.route(elsewhere, (route) => route.abort());
	for (const name of ['codeAutomationExit', 'codeAutomationLog']) await page.exposeFunction(name, () => {});
	const payload = [
		['skipWelcome', 'true'],
		['extensionDevelopmentPath', remoteAddress(workbench, root)],
		['extensionTestsPath', remoteAddress(workbench, path.join(here, 'host.cjs'))],
	];
	await page.goto(workbenchAddress(workbench, folder, payload), { waitUntil: 'domcontentloaded' });
	const end = Date.now() + startTime;
	while (!existsSync(report)) {
		if (Date.now() > end) throw new Error(`VS Code made no report within ${startTime / 1000} s:\n${workbench.log()}`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}
