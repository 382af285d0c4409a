// `ctl list-units`: what systemd says of each unit on each machine. Units that were never loaded are not among them.

import type { ClusterMachine, UnitState } from '../../../../cluster/src/model.ts';
import { selectUnits } from '../../../../cluster/src/operations/select-units.ts';
import { defineCtlCommand } from '../ctl-command.ts';
import { type ListKind, listOptions, printList } from '../list.ts';
import { machineLegend } from '../machine-legend.ts';

/** The command. */
export const listUnits = defineCtlCommand({
	name: 'list-units',
	summary: 'lists what systemd says of the units, machine by machine',
	usage: '[--fields NAMES] [--full] [--no-legend] [UNIT…]',
	options: listOptions,
	notes: [
		'Columns: unit, machine, load, active, sub, hash. A global unit has a row for each machine that it is on.',
		'A UNIT is a name, a glob such as web@*, or a choice such as web@{1..3}; all units without one.',
	],
	run: async (call) => {
		const backend = await call.connect();
		const [states, machines] = await Promise.all([backend.states(call.signal), backend.machines(call.signal)]);
		const names = new Set(states.map(({ name }) => name));
		const wanted = new Set(call.args.length === 0 ? names : selectUnits(call.args, [...names]).names);
		printList(
			states.filter(({ name }) => wanted.has(name)),
			stateList(machines),
			call,
		);
		return 0;
	},
});

/** How states are listed, with the addresses of the machines that are there. */
export function stateList(machines: readonly ClusterMachine[]): ListKind<UnitState> {
	return {
		columns: {
			unit: ({ name }) => name,
			machine: (state, full) => machineLegend(state.machineId, machines, full),
			load: ({ load }) => load,
			active: ({ active }) => active,
			sub: ({ sub }) => sub,
			hash: ({ hash = '' }, full) => (full ? hash : hash.slice(0, 7)),
		},
		usual: ['unit', 'machine', 'active', 'sub'],
		toJson: ({ name, machineId, load, active, sub, hash }) => ({
			unit: name,
			machine: machineId,
			load,
			active,
			sub,
			hash,
		}),
	};
}
