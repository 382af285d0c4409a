// `ctl drain MACHINE…`: what would move where if machines were taken away. Only a plan: fleet drains a machine when its
// fleetd is stopped there, and knows no other way.

import { releaseOn } from '../../../../cluster/src/operations/fleet-cluster.ts';
import { findMachine } from '../../../../cluster/src/operations/journal-targets.ts';
import { readSnapshot } from '../../../../cluster/src/operations/read-snapshot.ts';
import { whatIf } from '../../../../cluster/src/operations/what-if.ts';
import { UsageError } from '../../arguments.ts';
import { tell } from '../../say.ts';
import { defineCtlCommand } from '../ctl-command.ts';
import { printJson } from '../print-json.ts';
import { whatIfJson, whatIfText } from '../what-if-text.ts';

/** The command. */
export const drain = defineCtlCommand({
	name: 'drain',
	summary: 'plans what would move where if machines were taken away',
	usage: 'MACHINE…',
	options: {},
	notes: [
		'A MACHINE is an ID or its beginning. Nothing is done.',
		'exit codes: 0 every unit finds another machine\n            1 a unit would be left without one, or may be',
	],
	run: async ({ args, settings, io, signal, connect }) => {
		if (args.length === 0) throw new UsageError('no machine given');
		const backend = await connect();
		const [snapshot, release] = await Promise.all([readSnapshot(backend, signal), releaseOn(backend, signal)]);
		const machineIds = args.map((id) => findMachine(snapshot.machines, id).id);
		const plan = whatIf(snapshot, { kind: 'lost', machineIds }, release);
		if (settings.format === 'json') printJson(io, whatIfJson(plan));
		else {
			io.stdout.write(whatIfText(plan, snapshot.machines));
			tell(io, 'to drain a machine, stop fleetd there: systemctl stop fleet');
		}
		const isLoss = plan.moves.some(
			({ to, from, otherwise }) => from !== undefined && [to, ...otherwise].includes(undefined),
		);
		return isLoss ? 1 : 0;
	},
});
