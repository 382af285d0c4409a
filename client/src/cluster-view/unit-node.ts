// The row of a unit: its state in words and as an icon, where it runs, and why where it does not.

import type { ClusterUnit, UnitState } from '../../../cluster/src/model.ts';
import { splitUnitName } from '../../../core/src/fleet/unit-name.ts';
import { type Condition, conditionOf, conditionOn } from './condition.ts';
import type { Facts } from './facts.ts';
import { createMemo } from './memo.ts';
import { type Badge, contextOf, idBelow, type TreeNode } from './node.ts';
import type { ClusterView } from './view.ts';
import { joined, machineName, plain, shortHash } from './words.ts';

/** The row of a unit below another row. */
export function unitNode(unit: ClusterUnit, parent: string, view: ClusterView, facts: Facts): TreeNode {
	const states = facts.statesOf(unit.name);
	const places = [unit.machineId, ...states.map(({ machineId }) => machineId)].map((id = '') => facts.machine(id));
	const reason = states.length === 0 && unit.desiredState !== 'inactive' && facts.explanationOf(unit);
	const { id, name, readOnly, capabilities, localFiles } = view;
	const from = [
		parent,
		id,
		name,
		readOnly,
		capabilities,
		localFiles.get(unit.name)?.hash,
		reason,
		...places,
		...states,
	];
	return rows(unit, from, () => makeNode(unit, parent, states, view, facts));
}

const rows = createMemo<ClusterUnit, TreeNode>();

function makeNode(
	unit: ClusterUnit,
	parent: string,
	states: readonly UnitState[],
	view: ClusterView,
	facts: Facts,
): TreeNode {
	const condition = conditionOf(unit, states);
	const id = idBelow(parent, unit.name);
	const reason = reasonOf(unit, condition, facts);
	const badge = badgeOf(unit, states, view);
	const description = joined([whereText(unit, condition, facts), reason, badge && badgeWords[badge]]);
	return {
		kind: 'unit',
		id,
		label: unit.name,
		description,
		tooltip: tooltipOf(unit, condition, reason, badge, view, facts),
		icon: condition.icon,
		spoken: `${unit.name}, ${description}`,
		context: contextOf('unit', flagsOf(unit, condition, badge, view)),
		children: placeNodes(unit, condition, id, view, facts),
		about: { cluster: view.id, unit: unit.name, ...(unit.machineId !== undefined && { machine: unit.machineId }) },
		...(badge !== undefined && { badge }),
	};
}

/** Whether a unit is edited here, or not yet what runs. */
export function badgeOf(
	{ name, hash }: ClusterUnit,
	states: readonly UnitState[],
	view: ClusterView,
): Badge | undefined {
	const local = view.localFiles.get(name)?.hash;
	if (local !== undefined && local !== hash) return 'M';
	return states.some((state) => state.hash !== undefined && state.hash !== hash) ? 'P' : undefined;
}

const badgeWords: Readonly<Record<Badge, string>> = { M: 'edited locally', P: 'deploy pending' };

/** `active (running) on 08bb6dd0`; globals count their machines, so nothing is added there. */
function whereText(unit: ClusterUnit, { words }: Condition, facts: Facts): string {
	const states = facts.statesOf(unit.name);
	const machineId = states.length === 1 ? states[0]?.machineId : unit.machineId;
	if (states.length > 1 || machineId === undefined) return unit.global ? `${words}, global` : words;
	return `${words} on ${machineName(machineId, facts.machine(machineId))}`;
}

function reasonOf(unit: ClusterUnit, { kind }: Condition, facts: Facts): string | undefined {
	if (kind !== 'not scheduled' && kind !== 'not loaded') return undefined;
	const { answer, machines } = facts.explanationOf(unit);
	const sentences = new Set(machines.map(({ sentence }) => sentence));
	// Where every machine says the same, that is the reason, and shorter than any list.
	const [only] = sentences;
	return sentences.size === 1 && only !== undefined ? `every machine ${only}` : answer;
}

function tooltipOf(
	unit: ClusterUnit,
	{ words }: Condition,
	reason: string | undefined,
	badge: Badge | undefined,
	view: ClusterView,
	facts: Facts,
): string {
	const current = unit.currentState === undefined ? '' : `, is ${unit.currentState}`;
	const rows = [
		`**${plain(unit.name)}** on ${plain(view.name)}`,
		plain(words),
		reason && plain(reason),
		`fleet: ${unit.desiredState} is wanted${current}${unit.global ? ', global' : ''}`,
		unit.machineId && `machine ${plain(machineName(unit.machineId, facts.machine(unit.machineId)))}`,
		`hash ${shortHash(unit.hash)}${badge === 'P' ? ', another is running' : badge === 'M' ? ', the file here differs' : ''}`,
	];
	return rows.filter((row) => row !== undefined && row !== '').join('\n\n');
}

function flagsOf(unit: ClusterUnit, { kind }: Condition, badge: Badge | undefined, view: ClusterView) {
	const parts = splitUnitName(unit.name);
	return [
		unit.desiredState,
		unit.global && 'global',
		parts?.isTemplate && 'template',
		parts?.isInstance && 'instance',
		kind === 'failed' && 'failed',
		(kind === 'not scheduled' || kind === 'not loaded') && 'nowhere',
		view.localFiles.has(unit.name) && 'local',
		badge === 'M' && 'edited',
		badge === 'P' && 'pending',
		abilitiesOf(view),
	].flat();
}

/** What can be done with the rows of a cluster, as flags. */
export function abilitiesOf(view: ClusterView): readonly string[] {
	const can = ['journal', 'status', 'shell'].filter((one) => view.capabilities.has(one));
	const practice = view.origin === 'practice' ? ['practice'] : [];
	return [...can, ...practice, view.readOnly ? 'readonly' : 'writable'];
}

/** Below a unit: its machines where there are several, or why each machine does not take it. */
function placeNodes(unit: ClusterUnit, { kind }: Condition, parent: string, view: ClusterView, facts: Facts) {
	if (kind === 'not scheduled') return reasonNodes(unit, parent, view, facts);
	const states = facts.statesOf(unit.name);
	return unit.global || states.length > 1 ? states.map((state) => placeNode(unit, state, parent, view, facts)) : [];
}

function placeNode(unit: ClusterUnit, state: UnitState, parent: string, view: ClusterView, facts: Facts): TreeNode {
	const { words, icon } = conditionOn(unit, state);
	const label = machineName(state.machineId, facts.machine(state.machineId));
	const pending = state.hash !== undefined && state.hash !== unit.hash;
	const description = joined([words, pending && 'deploy pending']);
	return {
		kind: 'place',
		id: idBelow(parent, state.machineId),
		label,
		description,
		icon,
		spoken: `${unit.name} on ${label}, ${description}`,
		context: contextOf('place', abilitiesOf(view)),
		children: [],
		about: { cluster: view.id, unit: unit.name, machine: state.machineId },
	};
}

function reasonNodes(unit: ClusterUnit, parent: string, view: ClusterView, facts: Facts): readonly TreeNode[] {
	return facts.explanationOf(unit).machines.map(({ machine, verdict, sentence }) => ({
		kind: 'place',
		id: idBelow(parent, machine.id),
		label: machineName(machine.id, machine),
		description: sentence,
		tooltip: plain(`${machineName(machine.id, machine)} ${sentence}`),
		icon: { name: verdict.kind === 'unschedule' ? 'circle-slash' : 'check' },
		context: contextOf('place', ['reason', ...abilitiesOf(view)]),
		children: [],
		about: { cluster: view.id, unit: unit.name, machine: machine.id },
	}));
}
