// Starts and stops a real VS Code server on 127.0.0.1 with a private, temporary profile. It serves the workbench to a
// browser; the browser itself is not started here (see browser.ts), because `npm start` leaves that to the user.
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { prepareServer } from './prepare.mjs';

/** Settings that keep the workbench quiet: no welcome, no chat, no telemetry, no look-ups on the network. */
const quietSettings = {
	'chat.agentHost.enabled': false,
	'chat.disableAIFeatures': true,
	'editor.minimap.enabled': false,
	'editor.occurrencesHighlight': 'off',
	'extensions.autoCheckUpdates': false,
	'extensions.autoUpdate': false,
	'extensions.ignoreRecommendations': true,
	'extensions.webWorker': false,
	'files.hotExit': 'off',
	'remote.autoForwardPorts': false,
	'telemetry.telemetryLevel': 'off',
	'workbench.enableExperiments': false,
	'workbench.reduceMotion': 'on',
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'workbench.startupEditor': 'none',
	'workbench.tips.enabled': false,
};

/** Starts the server and waits until it listens. The caller must `stop()` it. See workbench.d.mts for the options. */
export async function startWorkbench(options = {}) {
	const { install, link, testDriver = false, trust = true, settings = {}, env = {}, port = 0 } = options;
	const server = prepareServer();
	const profile = makeProfile({ ...quietSettings, ...settings });
	const start = {
		node: server.node,
		args: [server.main, ...profileArguments(profile, server)],
		env: cleanEnv(profile, env),
	};
	try {
		if (link !== undefined) symlinkSync(link, path.join(profile.extensions, path.basename(link)), 'junction');
		if (install !== undefined) await installExtension(start, install);
		return await listen(start, profile, { port, testDriver, trust });
	} catch (error) {
		removeProfile(profile);
		throw error;
	}
}

/** A folder that only this user can read, with all that the server would otherwise keep in the home folder. */
function makeProfile(settings) {
	const folder = mkdtempSync(path.join(tmpdir(), 'fleet-units-'));
	const extensions = path.join(folder, 'extensions');
	const user = path.join(folder, 'user', 'User');
	// Those of the scope `machine` count only here, because to a browser the server is a remote machine.
	const machine = path.join(folder, 'user', 'Machine');
	for (const part of [extensions, user, machine, path.join(folder, 'home'), path.join(folder, 'run')]) {
		mkdirSync(part, { recursive: true, mode: 0o700 });
	}
	for (const place of [user, machine]) {
		writeFileSync(path.join(place, 'settings.json'), JSON.stringify(settings, undefined, '\t'));
	}
	const token = randomBytes(16).toString('hex');
	writeFileSync(path.join(folder, 'token'), token, { mode: 0o600 });
	return { folder, extensions, token };
}

function removeProfile({ folder }) {
	rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

function profileArguments({ folder, extensions }, { builtinFolder }) {
	return [
		'--accept-server-license-terms',
		'--telemetry-level=off',
		`--server-data-dir=${path.join(folder, 'server')}`,
		`--user-data-dir=${path.join(folder, 'user')}`,
		`--extensions-dir=${extensions}`,
		`--builtin-extensions-dir=${builtinFolder}`,
	];
}

/** The environment without what an outer VS Code or Electron may have put there. */
function cleanEnv({ folder }, env) {
	const kept = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name));
	const home = path.join(folder, 'home');
	return { ...Object.fromEntries(kept), HOME: home, XDG_RUNTIME_DIR: path.join(folder, 'run'), ...env };
}

async function installExtension({ node, args, env }, vsix) {
	const { stdout, stderr } = await promisify(execFile)(node, [...args, '--install-extension', vsix], { env });
	if (!/successfully installed/.test(stdout)) throw new Error(`${vsix} was not installed: ${stdout}${stderr}`);
}

async function listen({ node, args, env }, profile, { port, testDriver, trust }) {
	const listening = [
		'--host=127.0.0.1',
		`--port=${port}`,
		// Without a token every user of this machine, and every web page in the browser, could drive the editor.
		`--connection-token-file=${path.join(profile.folder, 'token')}`,
		...(trust ? ['--disable-workspace-trust'] : []),
		...(testDriver ? ['--enable-smoke-test-driver'] : []),
	];
	// A process group of its own, so that its extension hosts and language servers end with it.
	const child = spawn(node, [...args, ...listening], { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
	const stop = () => stopServer(child, profile);
	try {
		const { actualPort, log } = await waitUntilListening(child, port);
		return { port: actualPort, token: profile.token, profile: profile.folder, log, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

function waitUntilListening(child, port) {
	let output = '';
	return new Promise((resolve, reject) => {
		const fail = (why) => {
			clearTimeout(timer);
			reject(new Error(`the VS Code server did not start: ${why}`));
		};
		const timer = setTimeout(() => fail(`it did not listen within 30 s; it said:\n${output.trim()}`), 30_000);
		const read = (chunk) => {
			output += chunk;
			const match = /Extension host agent listening on (\d+)/.exec(output);
			if (output.includes('EADDRINUSE')) fail(`port ${port} is taken: choose another one, or 0 for any free one`);
			if (match === null) return;
			clearTimeout(timer);
			resolve({ actualPort: Number(match[1]), log: () => output });
		};
		child.stdout.on('data', read);
		child.stderr.on('data', read);
		child.on('error', (error) => fail(error.message));
		child.on('exit', (code, signal) => fail(`it ended with ${code ?? signal}; it said:\n${output.trim()}`));
	});
}

async function stopServer(child, profile) {
	if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
		const gone = new Promise((resolve) => child.once('exit', resolve));
		signalGroup(child, 'SIGTERM');
		await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 3000).unref())]);
	}
	// Children that ignored the first signal, or outlived their parent, go too.
	signalGroup(child, 'SIGKILL');
	removeProfile(profile);
}

function signalGroup(child, signal) {
	try {
		// Windows has no process groups; there the server ends its own children.
		if (process.platform === 'win32') child.kill(signal);
		else process.kill(-child.pid, signal);
	} catch {
		// The group is gone already.
	}
}

/** The address of the workbench on a folder. The payload is what desktop VS Code would take as arguments. */
export function workbenchAddress({ port, token }, folder, payload = []) {
	const query = new URLSearchParams({ tkn: token, folder });
	if (payload.length > 0) query.set('payload', JSON.stringify(payload));
	return `http://127.0.0.1:${port}/?${query}`;
}

/** The address of a file or folder as the extension host of this server names it. */
export function remoteAddress({ port }, file) {
	return `vscode-remote://127.0.0.1:${port}${file}`;
}
