// Every command that the extension contributes is run here at least once, over a practice cluster that host.test.ts
// starts and names `shop`. A command without a row in the table below fails the suite. In this host VS Code refuses
// dialogs, with an error that has their text: what asks before it acts gets as far as the question.
'use strict';
const assert = require('node:assert/strict');
const vscode = require('vscode');
const { extension, openFile, until } = require('./support.cjs');

const run = (name, ...args) => vscode.commands.executeCommand(`fleetUnits.${name}`, ...args);
const cluster = 'cluster/shop';
const unit = (name) => `${cluster}/units/${encodeURIComponent(name)}`;
const machineId = process.env.FLEET_UNITS_HOST_MACHINE;
const machine = `${cluster}/machines/${machineId}`;
const hello = unit('hello-world.service');

/** What each command is run with, and how one sees that it did something. */
const commands = {
	// About unit files.
	fixAll: () => run('fixAll'),
	openExample: async () => {
		await run('openExample');
		assert.match(activeText(), /Restrat=/);
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	},
	openManPage: () => run('openManPage', { name: 'systemd.service', section: '5' }),
	restartServer: () => run('restartServer'),
	selectSystemdVersion: () => given(() => run('selectSystemdVersion'), giveUp),
	showOutput: () => run('showOutput'),
	// Clusters.
	addCluster: () => given(() => run('addCluster'), giveUp),
	removeCluster: () => refused('Remove shop from the settings?', () => run('removeCluster', cluster)),
	connectCluster: async () => {
		await run('connectCluster', cluster);
		// What is connected shows in no API of VS Code, but in what can be copied from the tree.
		await until('the cluster is read', async () => (await copied('copyMachineId', machine)) === machineId);
	},
	disconnectCluster: async () => {
		await run('disconnectCluster', cluster);
		await run('connectCluster', cluster);
	},
	startPracticeCluster: () => run('startPracticeCluster'),
	stopPracticeCluster: () => run('stopPracticeCluster'),
	refreshClusters: () => run('refreshClusters'),
	filterClusters: () => given(() => run('filterClusters'), accept),
	clearFilter: () => run('clearFilter'),
	groupUnits: () => given(() => run('groupUnits'), giveUp),
	repairFinding: () => run('repairFinding', `${cluster}/problems/none/`),
	// Units.
	submitUnit: async () => {
		await run('submitUnit', await file('web@.service'));
		await untilText('showUnitText', unit('web@.service'), /Description=Web server %i/);
	},
	startUnit: async () => {
		await run('startUnit', await file('hello-world.service'));
		await untilText('showStatus', hello, /hello-world\.service[\s\S]*Active: active \(running\)/);
	},
	loadUnit: async () => {
		await run('loadUnit', await file('node-metrics.service'));
		await untilText('showUnitText', unit('node-metrics.service'), /Global=true/);
		await refused('Stop and Load hello-world.service', () => run('loadUnit', hello));
	},
	stopUnit: () => refused('Stop hello-world.service on shop?', () => run('stopUnit', hello)),
	unloadUnit: () => refused('Unload hello-world.service on shop?', () => run('unloadUnit', hello)),
	destroyUnit: () => refused('Destroy hello-world.service on shop?', () => run('destroyUnit', hello)),
	restartUnit: async () => {
		await run('restartUnit', hello);
		await untilText('showStatus', hello, /hello-world\.service[\s\S]*Active: active \(running\)/);
	},
	redeployUnit: () => run('redeployUnit', hello),
	replaceUnit: () => refused('Replace hello-world.service on shop?', () => run('replaceUnit', hello)),
	rolloutTemplate: () => given(() => run('rolloutTemplate', unit('web@.service')), giveUp),
	newInstance: async () => {
		await given(() => run('newInstance', unit('web@.service')), accept);
		await untilText('showStatus', unit('web@1.service'), /web@1\.service[\s\S]*Active: active \(running\)/);
	},
	showStatus: () => untilText('showStatus', hello, /hello-world\.service/),
	showUnitText: () => untilText('showUnitText', hello, /MachineMetadata=/),
	diffWithCluster: async () => {
		await run('diffWithCluster', await file('hello-world.service'));
		await untilTab('hello-world.service: shop ↔ here');
	},
	openUnitFile: async () => {
		await run('openUnitFile', hello);
		await untilTab('hello-world.service');
	},
	revealUnit: () => run('revealUnit', hello),
	explainPlacement: () => untilText('explainPlacement', hello, /hello-world\.service on shop/),
	previewPlacement: async () => {
		await run('previewPlacement', await file('hello@.service'));
		await until('the preview is shown', () => /hello@\.service/.test(activeText()));
	},
	followJournal: async () => {
		await run('followJournal', hello);
		await untilTab('Journal: hello-world.service');
	},
	journalInTerminal: () => given(() => run('journalInTerminal', hello), dismiss),
	openShell: () => given(() => run('openShell', machine), dismiss),
	copyName: async () => {
		const selected = [hello, unit('web@1.service')];
		assert.equal(await copied('copyName', hello, selected), 'hello-world.service\nweb@1.service');
	},
	copyMachineId: async () => assert.equal(await copied('copyMachineId', machine), machineId),
	copyMachineAddress: async () => assert.match(await copied('copyMachineAddress', machine), /^10\.0\.0\.1\d$/),
	previewMachineLoss: () => untilText('previewMachineLoss', machine, /were lost/),
	previewMetadata: async () => {
		await given(() => run('previewMetadata', machine), accept, dismiss);
		await until('the preview is shown', () => /^If [0-9a-f]{8} had /.test(activeText()));
	},
	loseMachine: () => given(() => run('loseMachine', machine), giveUp),
	returnMachine: () => run('returnMachine', machine),
	openPlacementMap: async () => {
		await run('openPlacementMap', cluster);
		await untilTab('Placement: shop');
	},
};

describe('every command', () => {
	before(async () => {
		await openFile('cluster/hello-world.service');
		await extension().activate();
		await run('connectCluster', cluster);
	});

	it('that is contributed has a row here, and no other', () => {
		const contributed = extension().packageJSON.contributes.commands.map(({ command }) => command);
		assert.deepEqual(
			Object.keys(commands)
				.map((name) => `fleetUnits.${name}`)
				.sort(),
			contributed.sort(),
		);
	});

	// What makes something comes before what looks at it.
	const first = ['connectCluster', 'startUnit', 'submitUnit', 'newInstance'];
	const others = Object.keys(commands).filter((name) => !first.includes(name));
	for (const name of [...first, ...others]) {
		it(`runs: ${name}`, () => commands[name]());
	}
});

/** What a command leaves in the clipboard. */
async function copied(name, ...args) {
	await vscode.env.clipboard.writeText('');
	await run(name, ...args);
	return await vscode.env.clipboard.readText();
}

async function file(name) {
	const [found] = await vscode.workspace.findFiles(`cluster/${name}`);
	assert.ok(found, `cluster/${name} is in the workspace`);
	return found;
}

function activeText() {
	return vscode.window.activeTextEditor?.document.getText() ?? '';
}

/** Opens a page again and again, because a cluster takes its time, until it says what is expected. */
async function untilText(name, row, expected) {
	await until(`${name} of ${row} shows ${expected}; it shows ${activeText()}`, async () => {
		await run(name, row);
		return expected.test(activeText());
	});
}

async function untilTab(label) {
	await until(`there is a tab ${label}`, () =>
		vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => tab.label === label)),
	);
}

/** Runs what asks in a dialog, which is refused here. */
async function refused(question, work) {
	await assert.rejects(work, (error) => {
		assert.match(String(error), /refused to show dialog in tests/);
		assert.ok(String(error).includes(question), String(error));
		return true;
	});
}

/** Runs what asks for something, and does to the question again and again what the user would, until there is an end. */
async function given(work, ...deeds) {
	let isOver = false;
	const end = work().finally(() => {
		isOver = true;
	});
	while (!isOver) {
		for (const deed of deeds) await deed();
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	await end;
}

const accept = () => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
const giveUp = () => vscode.commands.executeCommand('workbench.action.closeQuickOpen');
const dismiss = () => vscode.commands.executeCommand('notifications.clearAll');
