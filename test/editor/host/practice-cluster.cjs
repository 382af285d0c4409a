// A practice cluster for the suites in the extension host, in a process of its own, as the command line runs it. It is
// called `shop`, stands in the settings, and does everything at once.
'use strict';
const { spawn } = require('node:child_process');
const { once } = require('node:events');
const fs = require('node:fs');
const http = require('node:http');
const os = require('node:os');
const path = require('node:path');
const vscode = require('vscode');
const { extension, until } = require('./support.cjs');

/** Starts it. Gives the ID of its first machine, and the way to its end, which takes it out of the settings. */
exports.startShop = async () => {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fleet-units-test-'));
	const socket = path.join(folder, 'fleet.sock');
	const child = spawnCluster(socket);
	const machines = await until('the cluster answers', () => machinesOf(socket).catch(() => undefined));
	await saveClusters([{ name: 'shop', endpoint: `unix://${socket}`, driver: 'practice' }]);
	return {
		machineId: machines[0].id,
		stop: async () => {
			await saveClusters(undefined);
			const ended = once(child, 'exit');
			child.kill();
			await ended;
			fs.rmSync(folder, { recursive: true, force: true });
		},
	};
};

function spawnCluster(socket) {
	const program = path.join(extension().extensionPath, 'dist', 'cli.cjs');
	// In desktop VS Code this process is Electron, which is a Node only when told so.
	const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
	return spawn(process.execPath, [program, 'cluster', '--listen', `unix:${socket}`], { env, stdio: 'ignore' });
}

async function machinesOf(socketPath) {
	const request = http.get({ socketPath, path: '/fleet/v1/machines' });
	const [response] = await once(request, 'response');
	const body = await response.toArray();
	return JSON.parse(Buffer.concat(body).toString()).machines;
}

async function saveClusters(clusters) {
	const settings = vscode.workspace.getConfiguration('fleetUnits');
	await settings.update('clusters', clusters, vscode.ConfigurationTarget.Global);
}
