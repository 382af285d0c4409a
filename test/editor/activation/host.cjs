// What VS Code calls inside its extension host for `npm run bench`: activates the extension, and writes how long that
// took in milliseconds: the code loaded and `activate` called, as “Show Running Extensions” counts it; all of it up to
// the answer; and from there to the first problem in a unit file.
'use strict';
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const vscode = require('vscode');

/** Fails where the extension is active already, because then there is nothing to measure. */
exports.run = async function run() {
	const extension = vscode.extensions.getExtension('fleet-units.fleet-units');
	if (extension.isActive) throw new Error('the extension is active before anything asked for it');
	await untilQuiet();
	const own = timeOwnCode(path.join(extension.extensionPath, extension.packageJSON.main));
	const started = performance.now();
	await extension.activate();
	const active = performance.now();
	await firstProblem();
	write({ ...own, all: active - started, firstProblem: performance.now() - active });
};

/** Waits for the end of the window's own start, which is not ours to measure: until its answers come at once. */
async function untilQuiet() {
	const end = Date.now() + 30_000;
	for (let quick = 0; quick < 20 && Date.now() < end; ) {
		const asked = performance.now();
		await vscode.commands.executeCommand('setContext', 'fleetUnits.measured', true);
		quick = performance.now() - asked < 5 ? quick + 1 : 0;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

/** Lets the loading of a module and its `activate` write their times into what this gives. */
function timeOwnCode(main) {
	const times = {};
	const load = Module._load;
	Module._load = function timed(request, ...rest) {
		if (path.resolve(request) !== main) return load.call(this, request, ...rest);
		const started = performance.now();
		const { activate, ...others } = load.call(this, request, ...rest);
		times.load = performance.now() - started;
		return { ...others, activate: (context) => timeCall(times, () => activate(context)) };
	};
	return times;
}

function timeCall(times, call) {
	const started = performance.now();
	const result = call();
	times.call = performance.now() - started;
	return result;
}

/** Opens a unit file with a mistake, and waits until that is told. */
async function firstProblem() {
	const { uri } = vscode.workspace.workspaceFolders[0];
	const file = vscode.Uri.joinPath(uri, 'misspelt.service');
	await vscode.workspace.fs.writeFile(file, Buffer.from('[Service]\nExecStart=/bin/true\nRestrat=no\n'));
	const told = new Promise((resolve) => {
		vscode.languages.onDidChangeDiagnostics(() => {
			if (vscode.languages.getDiagnostics(file).length > 0) resolve();
		});
	});
	await vscode.window.showTextDocument(file);
	await told;
}

/** Whole or not at all: whoever waits for the report reads it at once. */
function write(report) {
	const place = process.env.FLEET_UNITS_ACTIVATION_REPORT;
	const draft = path.join(path.dirname(place), 'draft.json');
	fs.writeFileSync(draft, JSON.stringify(report));
	fs.renameSync(draft, place);
}
