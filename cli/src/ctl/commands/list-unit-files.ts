// `ctl list-unit-files`: the units that the registry has, whether they run or not.

import type { ClusterMachine, ClusterUnit } from '../../../../cluster/src/model.ts';
import { selectUnits } from '../../../../cluster/src/operations/select-units.ts';
import { defineCtlCommand } from '../ctl-command.ts';
import { type ListKind, listOptions, printList } from '../list.ts';
import { machineLegend } from '../machine-legend.ts';

/** The command. */
export const listUnitFiles = defineCtlCommand({
	name: 'list-unit-files',
	summary: 'lists the units that the registry has',
	usage: '[--fields NAMES] [--full] [--no-legend] [UNIT…]',
	options: listOptions,
	notes: [
		'Columns: unit, hash, dstate (desired), state (current), target (machine), global, desc.',
		'A UNIT is a name, a glob such as web@*, or a choice such as web@{1..3}; all units without one.',
	],
	run: async (call) => {
		const backend = await call.connect();
		const [units, machines] = await Promise.all([backend.units(call.signal), backend.machines(call.signal)]);
		const names = units.map(({ name }) => name);
		const wanted = new Set(call.args.length === 0 ? names : selectUnits(call.args, names).names);
		printList(
			units.filter(({ name }) => wanted.has(name)),
			unitList(machines),
			call,
		);
		return 0;
	},
});

/** How units are listed, with the addresses of the machines that are there. */
function unitList(machines: readonly ClusterMachine[]): ListKind<ClusterUnit> {
	const target = ({ machineId }: ClusterUnit, full: boolean) => machineLegend(machineId, machines, full);
	return {
		columns: {
			unit: ({ name }) => name,
			hash: ({ hash }, full) => (full ? hash : hash.slice(0, 7)),
			dstate: ({ desiredState }) => desiredState,
			// What the API says of a global unit's current state means nothing.
			state: ({ global, currentState = '' }) => (global ? '' : currentState),
			target: (unit, full) => (unit.global ? 'global' : target(unit, full)),
			// fleetctl's former name for the column before.
			tmachine: target,
			global: ({ global }) => String(global),
			desc: descriptionOf,
		},
		usual: ['unit', 'hash', 'dstate', 'state', 'target'],
		toJson: (unit) => ({
			unit: unit.name,
			hash: unit.hash,
			desiredState: unit.desiredState,
			currentState: unit.global ? undefined : unit.currentState,
			machine: unit.machineId,
			global: unit.global,
			description: descriptionOf(unit),
		}),
	};
}

function descriptionOf({ options }: ClusterUnit): string {
	return options.find(({ section, name }) => section === 'Unit' && name === 'Description')?.value ?? '';
}
