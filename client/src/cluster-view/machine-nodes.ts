// The rows of the machines: address, metadata, release, and below each the units that it tells of.

import type { ClusterMachine, UnitState } from '../../../cluster/src/model.ts';
import { conditionOn, iconOf } from './condition.ts';
import type { Facts } from './facts.ts';
import { localFileOf } from './local-file.ts';
import { createMemo } from './memo.ts';
import { contextOf, type Icon, idBelow, type TreeNode } from './node.ts';
import { failureOn, stateWords } from './place-nodes.ts';
import { abilitiesOf, badgeOf, flagsOf } from './unit-flags.ts';
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
	const told = [machine.primaryIP, load, metadataText(machine), machine.fleetVersion];
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
	const reported = facts.statesOn(machineId).map((state) => reportedNode(state, parent, view, facts));
	const names = new Set(reported.map(({ label }) => label));
	const awaited = facts
		.scheduledOn(machineId)
		.filter(({ name }) => !names.has(name))
		.map((unit) =>
			placed(unit.name, machineId, parent, view, { ...notLoaded, flags: flagsOf(unit, 'not loaded', undefined, view) }),
		);
	return [...reported, ...awaited].sort((a, b) => (a.label < b.label ? -1 : 1));
}

const notLoaded = { description: 'not loaded yet', icon: iconOf('not loaded') };

function reportedNode(state: UnitState, parent: string, view: ClusterView, facts: Facts): TreeNode {
	const { name, machineId } = state;
	const unit = facts.unit(name);
	const reason = unit && failureOn(unit, state, view);
	const local = localFileOf(name, view.localFiles);
	const from = [parent, unit, view.id, view.readOnly, view.capabilities, reason, local !== undefined, local?.hash];
	return rows(state, from, () => {
		if (unit === undefined) {
			const description = `${state.active} (${state.sub}), not in the registry any more`;
			return placed(name, machineId, parent, view, {
				description,
				icon: { name: 'question' },
				flags: abilitiesOf(view),
			});
		}
		const { kind, icon } = conditionOn(unit, state);
		const flags = flagsOf(unit, kind, badgeOf(unit, [state], view), view);
		return placed(name, machineId, parent, view, { description: stateWords(unit, state, view), icon, flags });
	});
}

const rows = createMemo<UnitState, TreeNode>();

interface Placed {
	readonly description: string;
	readonly icon: Icon;
	readonly flags: readonly (string | false | undefined)[];
}

function placed(name: string, machineId: string, parent: string, view: ClusterView, row: Placed): TreeNode {
	const { description, icon, flags } = row;
	return {
		kind: 'place',
		id: idBelow(parent, name),
		label: name,
		description,
		tooltip: plain(`${name} on ${shortId(machineId)}: ${description}`),
		icon,
		spoken: `${name}, ${description}`,
		context: contextOf('place', flags),
		children: [],
		about: { cluster: view.id, unit: name, machine: machineId },
	};
}
