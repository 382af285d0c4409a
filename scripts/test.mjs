// `npm test`: from a bare clone through every suite to one line that counts them. What a suite needs is installed first.
// usage: npm test -- [--unit]     --unit: without the suites in real editors and against real servers
//
// Outside CI a suite that cannot run here is named at the end with the reason. In CI (CI=true) that is a failure.
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkNode, findChromium, root, setUpEditorPackages, setUpPackages, setUpSystemPackages } from './set-up.mjs';
import { main, run, StepError, secondsSince, step } from './steps.mjs';

const inCi = process.env.CI === 'true';

/** Suites that need more than Node, by the folder that holds them. */
const slowSuites = {
	real: ['etcd', 'ssh', 'ctl', 'journalctl'],
	editor: ['vsix', 'workbench', 'journal', 'placement', 'cluster', 'tunnel', 'registry', 'host', 'neovim', 'emacs'],
};

/** What came out: counts, and the suites that could not run. */
const tally = { passed: 0, failed: 0, notRun: [] };

await main(async () => {
	const started = performance.now();
	try {
		await runEverything(readOptions());
	} catch (error) {
		console.error(`\n${error instanceof StepError ? error.message : error.stack}`);
		tally.failed++;
	}
	report(started);
	return tally.failed === 0 ? 0 : 1;
});

function readOptions() {
	try {
		return parseArgs({ options: { unit: { type: 'boolean', default: false } } }).values;
	} catch (error) {
		throw new StepError(`${error.message}\nusage: npm test -- [--unit]`);
	}
}

async function runEverything({ unit }) {
	checkNode();
	await setUpPackages();
	const blocked = unit ? new Map() : await setUpSlowSuites();
	await check('types: tsc -b', ['node_modules/typescript/bin/tsc', '-b']);
	await check('style: biome check', ['node_modules/@biomejs/biome/bin/biome', 'check']);
	await check('generated files are up to date', ['scripts/run.mjs', 'scripts/generate.ts', '--check']);
	const built = await check('build: dist/', ['scripts/build.mjs']);
	if (unit) return await vitest('unit suites', 'unit', []);
	// Those mostly wait for servers, so they run beside the others; what they print comes when they are done.
	const real = runSlowSuites('real', 'suites against real servers', blocked, { quiet: true });
	await vitest('unit suites', 'unit', []);
	await runSlowSuites('editor', 'suites in real editors', built ? blocked : allBlocked('editor', 'the build failed'));
	await real;
}

/** Installs what the slow suites need. Returns those that cannot run here, and why. */
async function setUpSlowSuites() {
	try {
		await setUpEditorPackages();
		const lacking = await setUpSystemPackages();
		return new Map(lacking.flatMap(({ package: name, suites }) => suites.map((suite) => [suite, missing(name)])));
	} catch (error) {
		if (!(error instanceof StepError)) throw error;
		return new Map(Object.keys(slowSuites).flatMap((folder) => [...allBlocked(folder, error.message)]));
	}
}

function allBlocked(folder, reason) {
	return new Map(slowSuites[folder].map((suite) => [suite, reason]));
}

function missing(name) {
	return `Debian's ${name}, or what another system has for it, is not installed: sudo apt-get install --no-install-recommends ${name}`;
}

/** A suite is the files whose names begin with its name. */
async function runSlowSuites(folder, title, blocked, options) {
	const suites = slowSuites[folder];
	for (const suite of suites.filter((name) => blocked.has(name))) {
		tally.notRun.push({ suite: `${folder} suite ${suite}`, reason: blocked.get(suite) });
	}
	const files = readdirSync(path.join(root, 'test', folder)).filter((file) => file.endsWith('.test.ts'));
	const stray = files.filter((file) => !suites.some((name) => file.startsWith(name)));
	for (const file of stray) tally.notRun.push({ suite: file, reason: 'it belongs to no suite of scripts/test.mjs' });
	const ready = files.filter((file) => suites.some((name) => file.startsWith(name) && !blocked.has(name)));
	const paths = ready.map((file) => `test/${folder}/${file}`);
	if (paths.length === 0) return;
	await vitest(title, folder, ['--config', `test/${folder}/vitest.config.ts`, ...paths], options);
}

/** A step that passes or fails as one. */
async function check(title, args) {
	const { code } = await step(title, () => run(process.execPath, args, { cwd: root }));
	if (code === 0) tally.passed++;
	else tally.failed++;
	return code === 0;
}

/** A run of vitest, whose tests are counted one by one. A quiet one prints everything at its end. */
async function vitest(title, name, args, { quiet = false } = {}) {
	const results = path.join(root, '.tsbuild', 'results', `${name}.json`);
	mkdirSync(path.dirname(results), { recursive: true });
	rmSync(results, { force: true });
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
	const command = ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args];
	const env = { ...process.env, CHROMIUM: findChromium() ?? '' };
	const work = () => run(process.execPath, command, { cwd: root, env, quiet });
	const { code } = quiet ? await meanwhile(title, work) : await step(title, work);
	count(title, code, readResults(results));
}

/** A step that runs beside others. */
async function meanwhile(title, work) {
	console.log(`> ${title} (beside what follows)`);
	const started = performance.now();
	const { code, output } = await work();
	console.log(`> ${title}: ended after ${secondsSince(started)} s\n${output}`);
	return { code };
}

function readResults(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		// It ended before it could write them; its exit code says so.
		return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [] };
	}
}

function count(title, code, { numPassedTests, numFailedTests, numPendingTests, numTodoTests = 0, testResults }) {
	const unread = testResults.filter(
		({ status, assertionResults }) => status === 'failed' && allPassed(assertionResults),
	);
	const failed = numFailedTests + unread.length;
	tally.passed += numPassedTests;
	// An error outside of any test leaves nothing but the exit code.
	tally.failed += code !== 0 && failed === 0 ? 1 : failed;
	const skipped = numPendingTests + numTodoTests;
	if (skipped > 0) tally.notRun.push({ suite: title, reason: `${skipped} of its tests are marked to be skipped` });
}

/** True for a file that failed although no test in it did: it could not be loaded, or its set-up failed. */
function allPassed(assertions) {
	return assertions.every(({ status }) => status !== 'failed');
}

function report(started) {
	if (tally.notRun.length > 0) console.log('\nnot run:');
	for (const { suite, reason } of tally.notRun) console.log(`  ${suite}: ${reason}`);
	if (inCi) tally.failed += tally.notRun.length;
	console.log(`\n${secondsSince(started)} s in all`);
	console.log(`${tally.passed} passed, ${tally.failed} failed`);
}
