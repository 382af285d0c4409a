// Every command that the extension contributes is run here at least once, over a practice cluster. A command without a row
// in the table below fails the suite. In this host VS Code refuses dialogs, with an error that has their text: what asks
// before it acts gets as far as the question.
'use strict';
const assert = require('node:assert/strict');
const vscode = require('vscode');
const { startShop } = require('./practice-cluster.cjs');
const { extension, openFile, openText, ruleIds, until } = require('./support.cjs');

const run = (name, ...args) => vscode.commands.executeCommand(`fleetUnits.${name}`, ...args);
const cluster = 'cluster/shop';
const unit = (name) => `${cluster}/units/${encodeURIComponent(name)}`;
const hello = unit('hello-world.service');

/** The cluster, and the rows of its first machine and of that of the other cluster; all practice clusters have the same. */
let shop;
const machine = () => `${cluster}/machines/${shop.machineId}`;
const practiceMachine = () => `cluster/practice/machines/${shop.machineId}`;

/** What each command is run with, and how one sees that it did something. */
const commands = {
	// About unit files.
	fixAll: async () => {
		const document = await openText('fix-all.service', '[Service]\nExecStart=/bin/true\nRestrat=no\n');
		await until('the misspelt key is found', () => ruleIds(document).includes('unknown-directive'));
		await until('it is mended', async () => {
			await run('fixAll');
			return document.getText().includes('Restart=no');
		});
		await document.save();
	},
	openExample: async () => {
		await run('openExample');
		assert.match(activeText(), /Restrat=/);
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	},
	openManPage: () => run('openManPage', { name: 'systemd.service', section: '5' }),
	restartServer: () => run('restartServer'),
	selectSystemdVersion: async () => {
		await given(() => run('selectSystemdVersion'), accept);
		assert.equal(vscode.workspace.getConfiguration('fleetUnits').inspect('systemdVersion').workspaceValue, 'latest');
	},
	showOutput: () => run('showOutput'),
	// Clusters.
	addCluster: () => given(() => run('addCluster'), giveUp),
	removeCluster: () => refused('Remove shop from the settings?', () => run('removeCluster', cluster)),
	connectCluster: async () => {
		await run('connectCluster', cluster);
		await untilRead(machine());
	},
	disconnectCluster: async () => {
		await run('disconnectCluster', cluster);
		await untilGone(machine());
		await run('connectCluster', cluster);
		await untilRead(machine());
	},
	startPracticeCluster: async () => {
		await run('startPracticeCluster');
		await untilRead(practiceMachine());
	},
	stopPracticeCluster: async () => {
		await run('stopPracticeCluster');
		await untilGone(practiceMachine());
	},
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
	redeployUnit: async () => {
		await run('redeployUnit', hello);
		await untilText('showStatus', hello, /hello-world\.service[\s\S]*Active: active \(running\)/);
	},
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
	openShell: () => given(() => run('openShell', machine()), dismiss),
	copyName: async () => {
		const selected = [hello, unit('web@1.service')];
		assert.equal(await copied('copyName', hello, selected), 'hello-world.service\nweb@1.service');
	},
	copyMachineId: async () => assert.equal(await copied('copyMachineId', machine()), shop.machineId),
	copyMachineAddress: async () => assert.match(await copied('copyMachineAddress', machine()), /^10\.0\.0\.1\d$/),
	previewMachineLoss: () => untilText('previewMachineLoss', machine(), /were lost/),
	previewMetadata: async () => {
		await given(() => run('previewMetadata', machine()), accept, dismiss);
		await until('the preview is shown', () => /^If [0-9a-f]{8} had /.test(activeText()));
	},
	loseMachine: () => given(() => run('loseMachine', machine()), giveUp),
	returnMachine: () => run('returnMachine', machine()),
	openPlacementMap: async () => {
		await run('openPlacementMap', cluster);
		await untilTab('Placement: shop');
	},
};

describe('every command', () => {
	before(async () => {
		await openFile('cluster/hello-world.service');
		await extension().activate();
		shop = await startShop();
		// Settings take their time to be heard of; until then it is asked which cluster is meant.
		await until('the cluster is connected', async () => {
			await given(() => run('connectCluster', cluster), giveUp);
			return (await copied('copyMachineId', machine())) === shop.machineId;
		});
	});

	after(() => shop?.stop());

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

/** What is connected shows in no API of VS Code, but in what can be copied from the tree. */
async function untilRead(row) {
	await until(`${row} is read`, async () => (await copied('copyMachineId', row)) === shop.machineId);
}

async function untilGone(row) {
	await until(`${row} is gone`, async () => (await copied('copyMachineId', row)) === '');
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
	const what = () => `${name} of ${row} shows ${expected}; it shows ${activeText()}`;
	await until(what, async () => {
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
