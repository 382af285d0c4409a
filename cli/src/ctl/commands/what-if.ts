// `ctl what-if MACHINE KEY=VALUE…`: what would move where if a machine had other metadata. Only a plan.

import { releaseOn } from '../../../../cluster/src/operations/fleet-cluster.ts';
import { findMachine } from '../../../../cluster/src/operations/journal-targets.ts';
import { readSnapshot } from '../../../../cluster/src/operations/read-snapshot.ts';
import { whatIf } from '../../../../cluster/src/operations/what-if.ts';
import { UsageError } from '../../arguments.ts';
import { defineCtlCommand } from '../ctl-command.ts';
import { printJson } from '../print-json.ts';
import { whatIfJson, whatIfText } from '../what-if-text.ts';

/** The command. */
export const whatIfCommand = defineCtlCommand({
	name: 'what-if',
	summary: 'plans what would move where if a machine had other metadata',
	usage: 'MACHINE KEY=VALUE…',
	options: {},
	notes: ['A MACHINE is an ID or its beginning. KEY= takes the key away. Nothing is done.'],
	run: async ({ args, settings, io, signal, connect }) => {
		const [id, ...pairs] = args;
		if (id === undefined || pairs.length === 0) throw new UsageError('what-if takes a machine and KEY=VALUE');
		const metadata = Object.fromEntries(pairs.map(readPair));
		const backend = await connect();
		const [snapshot, release] = await Promise.all([readSnapshot(backend, signal), releaseOn(backend, signal)]);
		const machineId = findMachine(snapshot.machines, id).id;
		const plan = whatIf(snapshot, { kind: 'metadata', machineId, metadata }, release);
		if (settings.format === 'json') printJson(io, whatIfJson(plan));
		else io.stdout.write(whatIfText(plan, snapshot.machines));
		return 0;
	},
});

function readPair(pair: string): readonly [string, string | undefined] {
	const [, key, value] = /^([^=\s]+)=(.*)$/.exec(pair) ?? [];
	if (key === undefined) throw new UsageError(`\`${pair}\` is no KEY=VALUE`);
	return [key, value || undefined];
}
