// The row of a unit: its state in words and as an icon, why where it fails or is nowhere, and where it runs.

import type { ClusterUnit, UnitState } from '../../../cluster/src/model.ts';
import { type Condition, conditionOf } from './condition.ts';
import type { Facts } from './facts.ts';
import { localFileOf } from './local-file.ts';
import { createMemo } from './memo.ts';
import { type Badge, contextOf, idBelow, type TreeNode } from './node.ts';
import { failureOn, placeNodes } from './place-nodes.ts';
import { placeOf, stateAndPlace } from './state-and-place.ts';
import { badgeOf, badgeWords, flagsOf } from './unit-flags.ts';
import type { ClusterView } from './view.ts';
import { joined, machineName, plain, shortHash } from './words.ts';

/** The row of a unit below another row. */
export function unitNode(unit: ClusterUnit, parent: string, view: ClusterView, facts: Facts): TreeNode {
	const states = facts.statesOf(unit.name);
	const places = [unit.machineId, ...states.map(({ machineId }) => machineId)].map((id = '') => facts.machine(id));
	const explanation = states.length === 0 && unit.desiredState !== 'inactive' && facts.explanationOf(unit);
	const { id, name, readOnly, capabilities } = view;
	const local = localFileOf(unit.name, view.localFiles);
	const from = [
		parent,
		id,
		name,
		readOnly,
		capabilities,
		local !== undefined,
		local?.hash,
		explanation,
		...places,
		...states,
		...states.map((state) => failureOn(unit, state, view)),
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
	const reason = reasonOf(unit, condition, states, view, facts);
	const badge = badgeOf(unit, states, view);
	const description = joined([...stateTexts(unit, condition, reason, facts), badge && badgeWords[badge]]);
	return {
		kind: 'unit',
		id,
		label: unit.name,
		description,
		tooltip: tooltipOf(unit, condition, reason, badge, view, facts),
		icon: condition.icon,
		spoken: `${unit.name}, ${description}`,
		context: contextOf('unit', flagsOf(unit, condition.kind, badge, view)),
		children: placeNodes(unit, condition, id, view, facts),
		about: { cluster: view.id, unit: unit.name, ...(unit.machineId !== undefined && { machine: unit.machineId }) },
		...(badge !== undefined && { badge }),
	};
}

/** `active (running) on 08bb6dd0`, or `failed: exited with 1`, `on 08bb6dd0`: what matters more stands first. */
function stateTexts(unit: ClusterUnit, { words }: Condition, reason: string | undefined, facts: Facts) {
	return reason === undefined ? [stateAndPlace(unit, facts)] : [`${words}: ${reason}`, placeOf(unit, facts)];
}

function reasonOf(
	unit: ClusterUnit,
	{ kind }: Condition,
	states: readonly UnitState[],
	view: ClusterView,
	facts: Facts,
): string | undefined {
	if (kind !== 'not scheduled' && kind !== 'not loaded') {
		return states.map((state) => failureOn(unit, state, view)).find((reason) => reason !== undefined);
	}
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
