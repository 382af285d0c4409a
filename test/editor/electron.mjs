// `npm run test:electron`: the suite of host/ in desktop VS Code, for contributors with a display. It downloads VS Code,
// so `npm test` does not run it; there the same suite runs in the VS Code server from npm.
// usage: npm run test:electron -- [version]     the oldest version the extension supports without one
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkNode, editorFolder, root, setUpEditorPackages, setUpPackages } from '../../scripts/set-up.mjs';
import { main, run, StepError, step } from '../../scripts/steps.mjs';

await main(async () => {
	checkNode();
	await setUpPackages();
	// Mocha, which runs the suite, is one of the editor packages.
	await setUpEditorPackages();
	const built = await step('build: dist/', () => run(process.execPath, [path.join(root, 'scripts', 'build.mjs')]));
	if (built.code !== 0) throw new StepError('the build failed: the reason stands above; put it right and try again');
	return await step('the host suite in desktop VS Code', runSuite);
});

async function runSuite() {
	const { runTests } = await import('@vscode/test-electron');
	const workspace = mkdtempSync(path.join(tmpdir(), 'fleet-units-test-'));
	try {
		cpSync(path.join(root, 'examples'), workspace, { recursive: true });
		cpSync(path.join(editorFolder, 'workspace'), workspace, { recursive: true });
		return await runTests({
			version: process.argv[2] ?? oldestVersion(),
			extensionDevelopmentPath: root,
			extensionTestsPath: path.join(editorFolder, 'host', 'index.cjs'),
			launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust'],
		});
	} catch (error) {
		throw new StepError(
			`${error.message}\nVS Code could not be downloaded or started: this needs the network and a display`,
		);
	} finally {
		rmSync(workspace, { recursive: true, force: true });
	}
}

function oldestVersion() {
	const { engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
	return engines.vscode.replace('^', '');
}
