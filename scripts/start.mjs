// `npm start`: from a bare clone to a practice cluster that runs examples/ and the editor with the extension loaded,
// open on them.
// usage: npm start -- [--exit] [--browser] [--port <n>]
//   --exit     do everything but stay: the editor's server is started, asked for its page and stopped again
//   --browser  VS Code in the browser, even where the desktop one is installed
//   --port     where the browser finds it; any free port without this
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startPractice } from './practice.mjs';
import { checkNode, findOnPath, root, setUpEditorPackages, setUpPackages } from './set-up.mjs';
import { main, run, StepError, step } from './steps.mjs';

const examples = path.join(root, 'examples');

await main(async () => {
	checkNode();
	const options = readOptions();
	await setUpPackages();
	await step('build: dist/', build);
	await step('the command line on examples/ (its mistakes folder is there to be found fault with)', lintExamples);
	const practice = await step('a practice cluster, and some of examples/ on it', startPractice);
	try {
		if (!options.exit && !options.browser && (await openDesktop())) return 0;
		await setUpEditorPackages();
		return await openInBrowser(options, practice);
	} finally {
		await practice.stop();
	}
});

function readOptions() {
	const usage = 'usage: npm start -- [--exit] [--browser] [--port <n>]';
	const options = { exit: { type: 'boolean' }, browser: { type: 'boolean' }, port: { type: 'string' } };
	try {
		const { exit = false, browser = false, port = '0' } = parseArgs({ options }).values;
		if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Error(`--port ${port} is not a port number`);
		return { exit, browser, port: Number(port) };
	} catch (error) {
		throw new StepError(`${error.message}\n${usage}`);
	}
}

async function build() {
	const { code } = await run(process.execPath, [path.join(root, 'scripts', 'build.mjs')]);
	if (code !== 0) throw new StepError('the build failed: the reason stands above; put it right and try again');
}

async function lintExamples() {
	const { code } = await run(process.execPath, [path.join('dist', 'cli.cjs'), 'lint', 'examples'], { cwd: root });
	// 1 means that problems were found.
	if (code !== 0 && code !== 1) throw new StepError(`the command line ended with ${code}: the reason stands above`);
}

/** Opens desktop VS Code. False where there is none, or where it cannot be opened from here. */
async function openDesktop() {
	const code = desktopProgram();
	if (code === undefined) return false;
	const ended = await step('editor: VS Code on examples/, in a window of its own', () =>
		run(code, [`--extensionDevelopmentPath=${root}`, examples]),
	);
	if (ended.code !== 0) console.log('  it did not open (see above): the browser it is, then');
	return ended.code === 0;
}

/** The `code` command; on Windows that is a batch file, which needs a shell, so the program beside it is taken. */
function desktopProgram() {
	const command = findOnPath('code');
	if (command === undefined || process.platform !== 'win32') return command;
	const program = path.join(path.dirname(command), '..', 'Code.exe');
	return existsSync(program) ? program : undefined;
}

async function openInBrowser({ exit, port }, { endpoint }) {
	// Imported late: it is not needed, and its packages may be missing, where the desktop opens.
	// biome-ignore lint/correctness/useImportExtensions: its types are in workbench.d.mts, which cannot be imported by name
	const { startWorkbench, workbenchAddress } = await import('../test/editor/workbench.mjs');
	const { workbench, address } = await step('editor: VS Code for the browser', async () => {
		const workbench = await startWorkbench({ link: root, port }).catch((error) => {
			throw new StepError(error.message);
		});
		const address = workbenchAddress(workbench, examples);
		await checkPage(address).catch(async (error) => {
			await workbench.stop();
			throw new StepError(`the editor does not answer at ${address}: ${error.message}`);
		});
		return { workbench, address };
	});
	console.log(`\n  Fleet Units is open on examples/ at\n\n    ${address}\n`);
	console.log(`  The practice cluster listens at ${endpoint}; docs/tutorial.md shows what can be done with it.\n`);
	if (!exit) await untilStopped();
	await workbench.stop();
	console.log('  stopped, and its temporary profile removed');
	return 0;
}

/** The page answers the first time with a cookie and a redirection, then with itself. */
async function checkPage(address) {
	const first = await fetch(address, { redirect: 'manual' });
	const cookie = first.headers
		.getSetCookie()
		.map((value) => value.split(';', 1)[0])
		.join('; ');
	const page = await fetch(new URL(first.headers.get('location') ?? '', address), { headers: { cookie } });
	await page.text();
	if (page.status !== 200) throw new Error(`HTTP status ${page.status}`);
}

function untilStopped() {
	console.log('  Open it in a browser of this machine. Ctrl-C here stops it.\n');
	return new Promise((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, resolve);
	});
}
