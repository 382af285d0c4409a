// Installs what the newcomer commands need, each thing only when it is missing: npm packages, the editor's npm
// packages, and from Debian a browser and two other editors; an etcd, an sshd and a writer of journals for the suites that
// use real ones.
// Runs before any package is there, so it imports nothing but Node.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runQuietly, StepError, step, withProgress } from './steps.mjs';

/** The folder of the project. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** The folder of the editor suites, which has packages of its own because they are large. */
export const editorFolder = path.join(root, 'test', 'editor');

/** Stops with a plain message when this Node is older than the project supports. */
export function checkNode() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major > 20 || (major === 20 && minor >= 20)) return;
	throw new StepError(
		`this is Node ${process.versions.node}, and Fleet Units needs 20.20 or newer: install it and try again`,
	);
}

/** Installs the packages of the project if they are missing or the lock file has changed since. */
export async function setUpPackages() {
	await installPackages(root, 'packages: npm ci');
}

/** The same for the packages of the editor suites: a VS Code server, a Node for it, a browser driver. */
export async function setUpEditorPackages() {
	await installPackages(editorFolder, 'editor packages: npm ci in test/editor (about 170 MB to download, once)');
}

/** Suites that show a workbench. */
const suitesInBrowser = ['workbench', 'journal', 'placement', 'cluster', 'tunnel', 'registry', 'host'];

/** What writes journal files for tests; it is on no PATH. */
const journalRemote = '/lib/systemd/systemd-journal-remote';

/**
 * What the suites need of the machine: a row is a thing, the Debian package that has it, and the suites that cannot
 * run without.
 */
const systemPackages = [
	{ package: 'chromium', suites: suitesInBrowser, present: () => findChromium() !== undefined },
	{ package: 'fonts-dejavu-core', suites: suitesInBrowser, present: hasFonts },
	{ package: 'neovim', suites: ['neovim'], present: () => findOnPath('nvim') !== undefined },
	{ package: 'emacs-nox', suites: ['emacs'], present: () => findOnPath('emacs') !== undefined },
	{ package: 'elpa-eglot', suites: ['emacs'], present: emacsHasEglot },
	{ package: 'etcd-server', suites: ['etcd', 'ctl', 'registry'], present: () => findOnPath('etcd') !== undefined },
	{ package: 'openssl', suites: ['etcd'], present: () => findOnPath('openssl') !== undefined },
	{ package: 'systemd', suites: ['journalctl'], present: () => existsSync('/usr/bin/journalctl') },
	{ package: 'systemd-journal-remote', suites: ['journalctl'], present: () => existsSync(journalRemote) },
	{
		package: 'openssh-client',
		suites: ['ssh', 'ctl', 'tunnel', 'journalctl'],
		present: () => findOnPath('ssh') !== undefined,
	},
	{
		package: 'openssh-server',
		suites: ['ssh', 'ctl', 'tunnel', 'journalctl'],
		present: () => existsSync('/usr/sbin/sshd'),
	},
];

/** Installs the missing system packages where that is possible; returns those that are still missing. */
export async function setUpSystemPackages() {
	const missing = systemPackages.filter((row) => !row.present());
	if (missing.length === 0 || !canInstall()) return missing;
	const names = missing.map((row) => row.package);
	await step(`system packages: apt-get install ${names.join(' ')}`, () => aptInstall(names));
	return systemPackages.filter((row) => !row.present());
}

/** The path of a program, or undefined when PATH does not have it. */
export function findOnPath(...names) {
	const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
	const suffixes = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
	const files = names.flatMap((name) =>
		folders.flatMap((folder) => suffixes.map((end) => path.join(folder, name + end))),
	);
	return files.find((file) => existsSync(file));
}

/** The browser that shows the workbench in tests. */
export function findChromium() {
	return process.env.CHROMIUM ?? findOnPath('chromium', 'chromium-browser', 'google-chrome');
}

async function installPackages(folder, title) {
	const stamp = path.join(folder, 'node_modules', '.fleet-units-lock');
	const lock = createHash('sha256')
		.update(readFileSync(path.join(folder, 'package-lock.json')))
		.digest('hex');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
	const { command, args } = npm();
	await step(title, () =>
		withProgress('installing', () => npmCi(command, args, folder), { folder: path.join(folder, 'node_modules') }),
	);
	writeFileSync(stamp, lock);
}

function npmCi(command, args, folder) {
	return runQuietly(command, [...args, 'ci', '--no-fund', '--no-audit'], {
		cwd: folder,
		what: `npm ci in ${folder}`,
		whatToDo: 'check that the npm registry can be reached (npm ping) and that the disk is not full, then try again',
	});
}

/** npm as a program and its first arguments. Started by npm, this process knows where npm's own script is. */
function npm() {
	const script = process.env.npm_execpath;
	if (script !== undefined && path.basename(script) === 'npm-cli.js')
		return { command: process.execPath, args: [script] };
	return { command: findOnPath('npm') ?? 'npm', args: [] };
}

function canInstall() {
	return process.getuid?.() === 0 && existsSync('/etc/debian_version') && findOnPath('apt-get') !== undefined;
}

async function aptInstall(names) {
	const options = {
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', ...noServices },
		what: `installing ${names.join(', ')} with apt-get`,
		whatToDo: 'install these packages by hand, then try again',
	};
	await withProgress('apt-get', async () => {
		await runQuietly('apt-get', ['update', '--quiet'], options);
		await runQuietly('apt-get', ['install', '--yes', '--quiet', '--no-install-recommends', ...names], options);
	});
}

// The packages' own services are not wanted: the tests start theirs, on ports of their own.
const noServices = { RUNLEVEL: '1', SYSTEMD_OFFLINE: '1' };

function emacsHasEglot() {
	const load = "(progn (package-initialize) (require 'eglot))";
	return spawnSync('emacs', ['-q', '--batch', '--eval', load], { stdio: 'ignore' }).status === 0;
}

/** Without any font a headless Chromium draws empty boxes. Only Debian's minimal images have none. */
function hasFonts() {
	return process.platform !== 'linux' || existsSync('/usr/share/fonts/truetype') || existsSync('/usr/share/fonts/TTF');
}
