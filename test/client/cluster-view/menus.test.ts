// What the menu of each row offers: the conditions of package.json, asked of the rows that the tree makes.

import { expect, test } from 'vitest';
import type { TreeNode } from '../../../client/src/cluster-view/node.ts';
import { treeOf } from '../../../client/src/cluster-view/tree.ts';
import type { ClusterView } from '../../../client/src/cluster-view/view.ts';
import { machine, state, unit, viewOf } from '../../support/cluster-views.ts';
import { rowMenu } from '../../support/row-menu.ts';

const machines = [machine('a1', { role: 'web' }, '10.0.0.1')];
const web = unit('web.service', '[Service]\nExecStart=/bin/a\n', 'launched', 'a1');
const stopped = unit('stopped.service', '[Service]\nExecStart=/bin/a\n', 'loaded', 'a1');
const lost = unit('lost.service', '[X-Fleet]\nMachineMetadata=role=db\n');
const everywhere = unit('agent.service', '[X-Fleet]\nGlobal=true\n');
const instance = unit('app@1.service', '[Service]\nExecStart=/bin/a\n', 'launched', 'a1');
const template = unit('app@.service', '[Service]\nExecStart=/bin/a\n', 'inactive');
const units = [everywhere, template, instance, lost, stopped, web];
const states = [everywhere, instance, web].map((one) => state(one, 'a1'));
states.push(state(stopped, 'a1', 'loaded inactive dead'));
const localFiles = new Map([['web.service', { path: '/w/web.service', hash: web.hash }]]);
const shop = viewOf({ machines, units, states }, { localFiles });

test('rows offer what can be done with what they are about', () => {
	expect(show(shop)).toMatchInlineSnapshot(`
		"
		cluster test: [disconnectCluster] [openPlacementMap] removeCluster
		machines Machines: 
		machine a1000000: [openShell] previewMachineLoss previewMetadata copyMachineId copyMachineAddress
		place agent.service: [stopUnit] [followJournal] restartUnit loadUnit unloadUnit destroyUnit explainPlacement showStatus journalInTerminal showUnitText openShell copyName copyMachineId copyMachineAddress
		place app@1.service: [stopUnit] [followJournal] restartUnit loadUnit unloadUnit newInstance rolloutTemplate destroyUnit explainPlacement showStatus journalInTerminal showUnitText openShell copyName copyMachineId copyMachineAddress
		place stopped.service: [startUnit] [followJournal] unloadUnit destroyUnit explainPlacement showStatus journalInTerminal showUnitText openShell copyName copyMachineId copyMachineAddress
		place web.service: [stopUnit] [followJournal] restartUnit loadUnit unloadUnit redeployUnit replaceUnit destroyUnit explainPlacement showStatus journalInTerminal showUnitText diffWithCluster openUnitFile openShell copyName copyMachineId copyMachineAddress
		units Units: 
		unit agent.service: [stopUnit] [followJournal] restartUnit loadUnit unloadUnit destroyUnit explainPlacement showStatus journalInTerminal showUnitText copyName
		place a1000000 (10.0.0.1): [followJournal] showStatus journalInTerminal showUnitText openShell copyName copyMachineId copyMachineAddress
		unit app@.service: [followJournal] newInstance rolloutTemplate destroyUnit explainPlacement showUnitText copyName
		unit app@1.service: [stopUnit] [followJournal] restartUnit loadUnit unloadUnit newInstance rolloutTemplate destroyUnit explainPlacement showStatus journalInTerminal showUnitText openShell copyName copyMachineId copyMachineAddress
		unit lost.service: [stopUnit] loadUnit unloadUnit destroyUnit explainPlacement showUnitText copyName
		place a1000000 (10.0.0.1): explainPlacement openShell copyName copyMachineId copyMachineAddress
		unit stopped.service: [startUnit] [followJournal] unloadUnit destroyUnit explainPlacement showStatus journalInTerminal showUnitText openShell copyName copyMachineId copyMachineAddress
		unit web.service: [stopUnit] [followJournal] [openUnitFile] restartUnit loadUnit unloadUnit redeployUnit replaceUnit destroyUnit explainPlacement showStatus journalInTerminal showUnitText diffWithCluster openShell copyName copyMachineId copyMachineAddress
		unit-files Unit files: 
		unit-file agent.service: stopUnit loadUnit unloadUnit destroyUnit showUnitText copyName
		unit-file app@.service: newInstance rolloutTemplate destroyUnit showUnitText copyName
		unit-file app@1.service: stopUnit loadUnit unloadUnit newInstance rolloutTemplate destroyUnit showUnitText copyName
		unit-file lost.service: stopUnit loadUnit unloadUnit destroyUnit showUnitText copyName
		unit-file stopped.service: startUnit unloadUnit destroyUnit showUnitText copyName
		unit-file web.service: [openUnitFile] stopUnit loadUnit unloadUnit redeployUnit replaceUnit destroyUnit showUnitText diffWithCluster copyName
		"
	`);
});

test('rows of a cluster that is only read offer nothing that writes', () => {
	const offered = new Set(rowsOf({ ...shop, readOnly: true }).flatMap((row) => menuOf(row)));
	expect([...offered].sort()).toMatchInlineSnapshot(`
		[
		  "[disconnectCluster]",
		  "[followJournal]",
		  "[openPlacementMap]",
		  "[openShell]",
		  "[openUnitFile]",
		  "copyMachineAddress",
		  "copyMachineId",
		  "copyName",
		  "diffWithCluster",
		  "explainPlacement",
		  "journalInTerminal",
		  "openShell",
		  "openUnitFile",
		  "previewMachineLoss",
		  "previewMetadata",
		  "removeCluster",
		  "showStatus",
		  "showUnitText",
		]
	`);
});

test('a cluster whose machines cannot be logged in to offers no shell and no journal', () => {
	const offered = rowsOf({ ...shop, capabilities: new Set(['schedule', 'submit']) }).flatMap((row) => menuOf(row));
	const needing = ['openShell', 'followJournal', 'journalInTerminal', 'showStatus'];
	expect(offered.filter((command) => needing.includes(command))).toEqual([]);
});

function show(view: ClusterView): string {
	const lines = rowsOf(view).map((row) => `${row.kind} ${row.label}: ${menuOf(row).join(' ')}`);
	return `\n${lines.join('\n')}\n`;
}

function rowsOf(view: ClusterView): readonly TreeNode[] {
	const below = (node: TreeNode): readonly TreeNode[] => [node, ...node.children.flatMap(below)];
	return treeOf([view], { groupBy: 'none', filter: '' }).flatMap(below);
}

/** The commands of a row's menu without their common beginning; those that stand in the row itself in brackets. */
function menuOf({ context }: TreeNode): readonly string[] {
	const offered = rowMenu.filter(({ when }) => patternOf(when).test(context));
	const names = offered.map(({ command, group }) => {
		const name = command.replace('fleetUnits.', '');
		return group.startsWith('inline') ? `[${name}]` : name;
	});
	return names.filter((name) => !names.includes(`[${name}]`));
}

function patternOf(when: string): RegExp {
	const [, pattern] = /^view == fleetUnits\.clusterTree && viewItem =~ \/(.*)\/$/.exec(when) ?? [];
	if (pattern === undefined) throw new Error(`a condition of another form: ${when}`);
	return new RegExp(pattern);
}
