// The unit files of the registry: what is wanted of each and what fleet made of it, beside its hash.

import type { ClusterUnit } from '../../../cluster/src/model.ts';
import type { Facts } from './facts.ts';
import { localFileOf } from './local-file.ts';
import { createMemo } from './memo.ts';
import { type Badge, contextOf, idBelow, type TreeNode } from './node.ts';
import { abilitiesOf, badgeOf, badgeWords, kindFlagsOf } from './unit-flags.ts';
import type { ClusterView } from './view.ts';
import { joined, plain, shortHash } from './words.ts';

/** The row that holds all unit files. */
export function unitFilesNode(
	parent: string,
	view: ClusterView,
	facts: Facts,
	shown: readonly ClusterUnit[],
): TreeNode {
	const id = idBelow(parent, 'unit-files');
	const all = facts.snapshot.units.length;
	return {
		kind: 'unit-files',
		id,
		label: 'Unit files',
		description: shown.length === all ? String(all) : `${shown.length} of ${all}`,
		icon: { name: 'files' },
		context: contextOf('unit-files', []),
		children: shown.map((unit) => unitFileNode(unit, id, view, facts)),
		about: { cluster: view.id },
	};
}

function unitFileNode(unit: ClusterUnit, parent: string, view: ClusterView, facts: Facts): TreeNode {
	const badge = badgeOf(unit, facts.statesOf(unit.name), view);
	const isLocal = localFileOf(unit.name, view.localFiles) !== undefined;
	const from = [parent, view.id, badge, isLocal, view.readOnly, view.capabilities];
	return rows(unit, from, () => makeNode(unit, parent, badge, isLocal, view));
}

const rows = createMemo<ClusterUnit, TreeNode>();

function makeNode(
	unit: ClusterUnit,
	parent: string,
	badge: Badge | undefined,
	isLocal: boolean,
	view: ClusterView,
): TreeNode {
	const description = joined([statesText(unit), shortHash(unit.hash), badge && badgeWords[badge]]);
	return {
		kind: 'unit-file',
		id: idBelow(parent, unit.name),
		label: unit.name,
		description,
		tooltip: `**${plain(unit.name)}**\n\n${plain(statesText(unit))}\n\nhash ${unit.hash}`,
		icon: { name: 'file-code' },
		spoken: `unit file ${unit.name}, ${description}`,
		context: contextOf('unit-file', [
			unit.desiredState,
			...kindFlagsOf(unit),
			isLocal && 'local',
			badge === 'M' && 'edited',
			...abilitiesOf(view),
		]),
		children: [],
		about: { cluster: view.id, unit: unit.name },
		...(badge !== undefined && { badge }),
	};
}

/** Desired beside current; one word where they agree, or where there is only one. */
function statesText({ desiredState, currentState, global }: ClusterUnit): string {
	if (global) return `${desiredState}, global`;
	if (currentState === undefined || currentState === desiredState) return desiredState;
	return `${desiredState} wanted, ${currentState} now`;
}
