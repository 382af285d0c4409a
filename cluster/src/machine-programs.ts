// What can be asked of a cluster's machines by running programs there: journals, what systemctl says, a shell. fleet has
// no API for them. On which machine a unit is, the caller knows.

import type { Capability, ClusterBackend } from './backend.ts';
import { ClusterError, isClusterError } from './errors.ts';
import { findMachine, type ReadMachines } from './find-machine.ts';
import { isPossibleName } from './guards.ts';
import { journalCommand, journalLines } from './journal.ts';
import type { JournalLine, JournalOptions } from './model.ts';
import type { MachineAccess } from './transport/transport.ts';

/** The part of a backend that needs a way to the machines. */
export type MachinePrograms = Pick<ClusterBackend, 'journal' | 'status' | 'shellCommand'>;

/** What a backend can do that has a way to the machines. */
export const machineCapabilities: readonly Capability[] = ['journal', 'status', 'shell'];

/** The programs over a way to the machines; without one, each is refused. `machines` reads the list of machines. */
export function machinePrograms(access: MachineAccess | undefined, machines: ReadMachines): MachinePrograms {
	return {
		journal: (unit, id, options, signal) => journal(access, machines, { unit, id, options }, signal),
		status: async (unit, id, signal) => {
			const way = reachable(access);
			checkName(unit);
			return await way.run(await findMachine(machines, id, signal), statusCommand(unit), signal);
		},
		shellCommand: async (id, command, signal) => {
			const way = reachable(access);
			return await way.argv(await findMachine(machines, id, signal), command, signal, { verbatim: true });
		},
	};
}

/** The command whose output people know as the status of a unit. It ends with 3 for a unit that does not run. */
function statusCommand(unit: string): readonly string[] {
	return ['systemctl', 'status', '--full', '--no-pager', '--', unit];
}

function reachable(access: MachineAccess | undefined): MachineAccess {
	if (access !== undefined) return access;
	throw new ClusterError('refused', 'there is no way to the machines of this cluster, only to its API', {
		advice: 'connect over SSH: name a tunnel host',
	});
}

// A name from outside becomes a word of a command.
function checkName(unit: string): void {
	if (!isPossibleName(unit)) throw new ClusterError('not-found', `there is no unit ${JSON.stringify(unit)}`);
}

interface JournalRequest {
	readonly unit: string;
	readonly id: string;
	readonly options: JournalOptions;
}

async function* journal(
	access: MachineAccess | undefined,
	machines: ReadMachines,
	{ unit, id, options }: JournalRequest,
	signal: AbortSignal,
): AsyncGenerator<JournalLine> {
	const way = reachable(access);
	checkName(unit);
	const machine = await findMachine(machines, id, signal);
	try {
		yield* journalLines(way.lines(machine, journalCommand(unit, options), signal), unit, id);
	} catch (error) {
		// Whoever follows a journal ends it by giving up.
		if (!(options.follow && signal.aborted && isClusterError(error, 'cancelled'))) throw error;
	}
}
