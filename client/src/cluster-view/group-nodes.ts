// The units of a cluster, sorted into groups the way the user wants them. A unit has the same id in whatever group it
// is, so that a change of state does not lose the selection.

import type { ClusterUnit } from '../../../cluster/src/model.ts';
import { splitUnitName } from '../../../core/src/fleet/unit-name.ts';
import { conditionKinds, conditionOf, iconOf } from './condition.ts';
import type { Facts } from './facts.ts';
import { localFileOf } from './local-file.ts';
import { contextOf, type Icon, idBelow, type TreeNode } from './node.ts';
import { abilitiesOf } from './unit-flags.ts';
import { unitNode } from './unit-node.ts';
import type { ClusterView, GroupBy } from './view.ts';
import { joined, machineName } from './words.ts';

/** The row that holds all units. */
export function unitsNode(
	parent: string,
	groupBy: GroupBy,
	view: ClusterView,
	facts: Facts,
	shown: readonly ClusterUnit[],
): TreeNode {
	const id = idBelow(parent, 'units');
	const all = facts.snapshot.units.length;
	const count = shown.length === all ? String(all) : `${shown.length} of ${all}`;
	const rows = shown.map((unit) => unitNode(unit, id, view, facts));
	return {
		kind: 'units',
		id,
		label: 'Units',
		description: joined([count, groupBy !== 'none' && `by ${groupBy}`]),
		icon: { name: 'layers' },
		context: contextOf('units', [groupBy]),
		children: groupBy === 'none' ? rows : groupNodes(id, groupBy, view, facts, shown, rows),
		about: { cluster: view.id },
		open: true,
	};
}

interface Group {
	readonly key: string;
	readonly label: string;
	readonly icon: Icon;
	/** Groups stand by rank, then by label. */
	readonly rank: number;
}

function groupNodes(
	parent: string,
	groupBy: GroupBy,
	view: ClusterView,
	facts: Facts,
	units: readonly ClusterUnit[],
	rows: readonly TreeNode[],
): readonly TreeNode[] {
	const groups = new Map<string, { readonly group: Group; readonly rows: TreeNode[] }>();
	for (const [index, unit] of units.entries()) {
		const group = groupOf(unit, groupBy, view, facts);
		const known = groups.get(group.key) ?? { group, rows: [] };
		groups.set(group.key, known);
		const row = rows[index];
		if (row !== undefined) known.rows.push(row);
	}
	return [...groups.values()]
		.sort((a, b) => a.group.rank - b.group.rank || (a.group.label < b.group.label ? -1 : 1))
		.map(({ group, rows }) => groupNode(group, parent, groupBy, view, rows));
}

function groupNode(
	group: Group,
	parent: string,
	groupBy: GroupBy,
	view: ClusterView,
	rows: readonly TreeNode[],
): TreeNode {
	return {
		kind: 'group',
		id: idBelow(parent, groupBy, group.key),
		label: group.label,
		description: String(rows.length),
		icon: group.icon,
		context: contextOf('group', [groupBy, ...abilitiesOf(view)]),
		children: rows,
		about: { cluster: view.id },
		open: true,
	};
}

function groupOf(unit: ClusterUnit, groupBy: GroupBy, view: ClusterView, facts: Facts): Group {
	switch (groupBy) {
		case 'machine':
			return machineGroup(unit, facts);
		case 'template':
			return templateGroup(unit);
		case 'state':
			return stateGroup(unit, facts);
		default:
			return fileGroup(unit, view);
	}
}

function machineGroup({ global, machineId }: ClusterUnit, facts: Facts): Group {
	if (global) return { key: 'global', label: 'global', icon: { name: 'globe' }, rank: 1 };
	if (machineId === undefined) return { key: '', label: 'on no machine', icon: { name: 'circle-slash' }, rank: 0 };
	const label = machineName(machineId, facts.machine(machineId));
	return { key: machineId, label, icon: { name: 'vm' }, rank: 2 };
}

function templateGroup({ name }: ClusterUnit): Group {
	const parts = splitUnitName(name);
	if (parts?.instance === undefined) {
		return { key: '', label: 'not from a template', icon: { name: 'symbol-misc' }, rank: 1 };
	}
	const template = `${parts.prefix}@${parts.suffix}`;
	return { key: template, label: template, icon: { name: 'symbol-class' }, rank: 0 };
}

function stateGroup(unit: ClusterUnit, facts: Facts): Group {
	const { kind } = conditionOf(unit, facts.statesOf(unit.name));
	return { key: kind, label: kind, icon: iconOf(kind), rank: conditionKinds.indexOf(kind) };
}

function fileGroup({ name }: ClusterUnit, { localFiles }: ClusterView): Group {
	return localFileOf(name, localFiles) !== undefined
		? { key: 'here', label: 'with a file in this workspace', icon: { name: 'file' }, rank: 0 }
		: { key: '', label: 'without a file in this workspace', icon: { name: 'cloud' }, rank: 1 };
}
