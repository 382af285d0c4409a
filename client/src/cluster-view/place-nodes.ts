// Below a unit: the machines that it is on, where there are several, or why each machine does not take it.

import type { ClusterUnit, UnitState } from '../../../cluster/src/model.ts';
import { type Condition, conditionOn } from './condition.ts';
import type { Facts } from './facts.ts';
import { contextOf, idBelow, type TreeNode } from './node.ts';
import { abilitiesOf } from './unit-flags.ts';
import { type ClusterView, reasonKey } from './view.ts';
import { joined, machineName, plain } from './words.ts';

/** The rows below a unit; none where it is on one machine, or nowhere by its own wish. */
export function placeNodes(
	unit: ClusterUnit,
	{ kind }: Condition,
	parent: string,
	view: ClusterView,
	facts: Facts,
): readonly TreeNode[] {
	if (kind === 'not scheduled') return refusalNodes(unit, parent, view, facts);
	const states = facts.statesOf(unit.name);
	return unit.global || states.length > 1 ? states.map((state) => placeNode(unit, state, parent, view, facts)) : [];
}

function placeNode(unit: ClusterUnit, state: UnitState, parent: string, view: ClusterView, facts: Facts): TreeNode {
	const { icon } = conditionOn(unit, state);
	const label = machineName(state.machineId, facts.machine(state.machineId));
	const pending = state.hash !== undefined && state.hash !== unit.hash;
	const description = joined([stateWords(unit, state, view), pending && 'deploy pending']);
	return {
		kind: 'place',
		id: idBelow(parent, state.machineId),
		label,
		description,
		tooltip: plain(`${unit.name} on ${label}: ${description}`),
		icon,
		spoken: `${unit.name} on ${label}, ${description}`,
		context: contextOf('place', abilitiesOf(view)),
		children: [],
		about: { cluster: view.id, unit: unit.name, machine: state.machineId },
	};
}

/** How a unit is on one machine, with the reason where it failed and the machine told. */
export function stateWords(unit: ClusterUnit, state: UnitState, view: ClusterView): string {
	const { words } = conditionOn(unit, state);
	const reason = failureOn(unit, state, view);
	return reason === undefined ? words : `${words}: ${reason}`;
}

/** Why a unit failed on a machine; `undefined` where it did not, or the machine did not tell. */
export function failureOn(unit: ClusterUnit, state: UnitState, view: ClusterView): string | undefined {
	const { kind } = conditionOn(unit, state);
	return kind === 'failed' || kind === 'restarting'
		? view.reasons.get(reasonKey(unit.name, state.machineId))
		: undefined;
}

function refusalNodes(unit: ClusterUnit, parent: string, view: ClusterView, facts: Facts): readonly TreeNode[] {
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
