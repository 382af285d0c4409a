// `ctl watch [UNIT…]`: the units as they are, and as they change, until Ctrl-C. A table on a terminal; elsewhere a line
// a change.

import type { WatchEvent } from '../../../../cluster/src/backend.ts';
import { applyChanges, emptySnapshot } from '../../../../cluster/src/differences.ts';
import type { ClusterChange, ClusterSnapshot } from '../../../../cluster/src/model.ts';
import { selectUnits } from '../../../../cluster/src/operations/select-units.ts';
import { tell } from '../../say.ts';
import { visible } from '../../visible.ts';
import { changeLine } from '../change-line.ts';
import { type Call, defineCtlCommand } from '../ctl-command.ts';
import { listOptions, printList } from '../list.ts';
import { openScreen } from '../screen.ts';
import { stateList } from './list-units.ts';

/** The command. */
export const watch = defineCtlCommand({
	name: 'watch',
	summary: 'shows units as they change, until Ctrl-C',
	usage: '[--fields NAMES] [--full] [UNIT…]',
	options: listOptions,
	notes: [
		'On a terminal it is a table that is kept up to date; elsewhere each change is a line, with --format json an object.',
	],
	run: async (call) => {
		const backend = await call.connect();
		const events = backend.watch({}, call.signal);
		const isTable = call.io.stdout.isTTY === true && call.settings.format === 'table';
		if (isTable) await showTable(events, backend.label, call);
		else await printChanges(events, call);
		return 0;
	},
});

async function showTable(
	events: AsyncIterable<WatchEvent>,
	label: string,
	call: Call<typeof listOptions>,
): Promise<void> {
	const screen = openScreen(call.io.stdout);
	try {
		let snapshot = emptySnapshot;
		let trouble = '';
		for await (const event of events) {
			snapshot = nextSnapshot(snapshot, event);
			trouble = event.kind === 'trouble' ? `: no answer (${event.error.message}); this may be old` : '';
			screen.clear();
			call.io.stdout.write(`${visible(`${label}, ${new Date().toLocaleTimeString()}${trouble}`)}\n\n`);
			printList(statesOf(snapshot, call.args), stateList(snapshot.machines), call);
		}
	} finally {
		screen.close();
	}
}

async function printChanges(events: AsyncIterable<WatchEvent>, call: Call): Promise<void> {
	const { io, settings } = call;
	for await (const event of events) {
		if (event.kind === 'trouble') tell(io, `no answer (${event.error.message}); still trying`);
		else if (event.kind === 'recovered') tell(io, 'it answers again');
		const changes =
			event.kind === 'snapshot' ? changesOf(event.snapshot) : event.kind === 'changes' ? event.changes : [];
		for (const change of changes.filter((one) => isWanted(one, call.args))) {
			const line = settings.format === 'json' ? JSON.stringify(change) : visible(changeLine(change));
			io.stdout.write(`${line}\n`);
		}
	}
}

function nextSnapshot(snapshot: ClusterSnapshot, event: WatchEvent): ClusterSnapshot {
	if (event.kind === 'snapshot') return event.snapshot;
	return event.kind === 'changes' ? applyChanges(snapshot, event.changes) : snapshot;
}

function changesOf({ machines, units, states }: ClusterSnapshot): readonly ClusterChange[] {
	return [
		...machines.map((machine) => ({ kind: 'machine', id: machine.id, machine }) as const),
		...units.map((unit) => ({ kind: 'unit', name: unit.name, unit }) as const),
		...states.map((state) => ({ kind: 'state', name: state.name, machineId: state.machineId, state }) as const),
	];
}

function isWanted(change: ClusterChange, args: readonly string[]): boolean {
	if (args.length === 0) return true;
	return change.kind !== 'machine' && selectUnits(args, [change.name]).names.length > 0;
}

function statesOf({ states }: ClusterSnapshot, args: readonly string[]): ClusterSnapshot['states'] {
	if (args.length === 0) return states;
	const names = new Set(selectUnits(args, [...new Set(states.map(({ name }) => name))]).names);
	return states.filter(({ name }) => names.has(name));
}
