// The rows of the machines: address, metadata, release, and below each the units that it tells of.

import type { ClusterMachine, ClusterUnit, UnitState } from '../../../cluster/src/model.ts';
import { conditionOn } from './condition.ts';
import type { Facts } from './facts.ts';
import { createMemo } from './memo.ts';
import { contextOf, idBelow, type TreeNode } from './node.ts';
import { abilitiesOf } from './unit-node.ts';
import type { ClusterView } from './view.ts';
import { counted, joined, metadataText, plain, shortId } from './words.ts';

/** The row that holds all machines. */
export function machinesNode(
	parent: string,
	view: ClusterView,
	facts: Facts,
	shown: readonly ClusterMachine[],
): TreeNode {
	const id = idBelow(parent, 'machines');
	const all = facts.snapshot.machines.length;
	return {
		kind: 'machines',
		id,
		label: 'Machines',
		description: shown.length === all ? String(all) : `${shown.length} of ${all}`,
		icon: { name: 'server-environment' },
		context: contextOf('machines', abilitiesOf(view)),
		children: shown.map((machine) => machineNode(machine, id, view, facts)),
		about: { cluster: view.id },
	};
}

function machineNode(machine: ClusterMachine, parent: string, view: ClusterView, facts: Facts): TreeNode {
	const id = idBelow(parent, machine.id);
	const units = unitsOn(machine.id, id, view, facts);
	const failed = units.filter(({ context }) => context.includes('+failed')).length;
	const load = failed === 0 ? counted(units.length, 'unit') : `${counted(units.length, 'unit')}, ${failed} failed`;
	const told = [machine.primaryIP, metadataText(machine), load, machine.fleetVersion];
	const description = joined(told);
	return {
		kind: 'machine',
		id,
		label: shortId(machine.id),
		description,
		tooltip: [`**${machine.id}**`, ...told.flatMap((fact) => (fact ? [plain(fact)] : []))].join('\n\n'),
		icon: { name: 'vm', ...(failed > 0 && { colour: 'testing.iconFailed' }) },
		spoken: `machine ${shortId(machine.id)}, ${description}`,
		context: contextOf('machine', abilitiesOf(view)),
		children: units,
		about: { cluster: view.id, machine: machine.id },
	};
}

/** What the machine tells of, and what is scheduled there and not told of yet. */
function unitsOn(machineId: string, parent: string, view: ClusterView, facts: Facts): readonly TreeNode[] {
	const reported = facts.statesOn(machineId).map((state) => {
		const unit = facts.unit(state.name);
		const from = [parent, unit, view.id, view.readOnly, view.capabilities];
		return rows(state, from, () => reportedNode(state, unit, parent, view));
	});
	const names = new Set(reported.map(({ label }) => label));
	const awaited = facts
		.scheduledOn(machineId)
		.filter(({ name }) => !names.has(name))
		.map(({ name }) =>
			placed(name, machineId, parent, view, { description: 'not loaded', icon: { name: 'question' }, failed: false }),
		);
	return [...reported, ...awaited].sort((a, b) => (a.label < b.label ? -1 : 1));
}

const rows = createMemo<UnitState, TreeNode>();

function reportedNode(state: UnitState, unit: ClusterUnit | undefined, parent: string, view: ClusterView): TreeNode {
	const condition = unit && conditionOn(unit, state);
	return placed(state.name, state.machineId, parent, view, {
		description: condition?.words ?? `${state.active} (${state.sub}), not in the registry any more`,
		icon: condition?.icon ?? { name: 'question' },
		failed: condition?.kind === 'failed',
	});
}

function placed(
	name: string,
	machineId: string,
	parent: string,
	view: ClusterView,
	{ description, icon, failed }: { description: string; icon: { name: string; colour?: string }; failed: boolean },
): TreeNode {
	return {
		kind: 'place',
		id: idBelow(parent, name),
		label: name,
		description,
		icon,
		spoken: `${name}, ${description}`,
		context: contextOf('place', [failed && 'failed', ...abilitiesOf(view)]),
		children: [],
		about: { cluster: view.id, unit: name, machine: machineId },
	};
}
