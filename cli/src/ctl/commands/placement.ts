// `ctl placement [UNIT…]`: what runs where, machine by machine; or where units would land, before they are started.

import type { ClusterBackend } from '../../../../cluster/src/backend.ts';
import type { ClusterSnapshot } from '../../../../cluster/src/model.ts';
import { expandAll } from '../../../../cluster/src/operations/find-units.ts';
import { releaseOn, toCluster } from '../../../../cluster/src/operations/fleet-cluster.ts';
import { isLost, planUnits } from '../../../../cluster/src/operations/placement.ts';
import { readSnapshot } from '../../../../cluster/src/operations/read-snapshot.ts';
import { hasKind } from '../../../../cluster/src/operations/unit-names.ts';
import { machineLoads } from '../../../../core/src/index.ts';
import { painter } from '../../colour.ts';
import { planJson } from '../../plan-json.ts';
import { planText } from '../../plan-text.ts';
import { readPlannedUnits } from '../../plan-units.ts';
import { visible } from '../../visible.ts';
import { type Call, defineCtlCommand } from '../ctl-command.ts';
import { machineLegend } from '../machine-legend.ts';
import { printJson } from '../print-json.ts';

/** The command. */
export const placement = defineCtlCommand({
	name: 'placement',
	summary: 'shows what fleet counts on each machine, or where units would land',
	usage: '[UNIT…]',
	options: {},
	notes: [
		[
			'A UNIT is a file, or an instance of a template that stands beside it or is in the registry. Nothing is sent.',
			'fleet places a unit where the fewest units are counted, whatever they need.',
		].join('\n'),
		'exit codes: 0 every UNIT lands somewhere\n            1 a UNIT lands nowhere, or may',
	],
	run: async (call) => {
		const backend = await call.connect();
		const snapshot = await readSnapshot(backend, call.signal);
		return call.args.length === 0 ? await showLoads(snapshot, backend, call) : await planNew(snapshot, backend, call);
	},
});

async function showLoads(snapshot: ClusterSnapshot, backend: ClusterBackend, call: Call): Promise<number> {
	const release = await releaseOn(backend, call.signal);
	const loads = machineLoads(toCluster(snapshot, release), release);
	const rows = snapshot.machines.map((machine) => ({
		machine,
		units: [...(loads.get(machine.id)?.keys() ?? [])].sort(),
	}));
	if (call.settings.format === 'json') {
		printJson(
			call.io,
			rows.map(({ machine, units }) => ({ machine: machine.id, units })),
		);
		return 0;
	}
	for (const { machine, units } of rows) {
		call.io.stdout.write(`${machineLegend(machine.id, [machine])} (${units.length})\n`);
		for (const unit of units) call.io.stdout.write(`  ${visible(unit)}\n`);
	}
	return 0;
}

/** `web@3` is web@3.service here, too. */
function withKind(argument: string): string {
	return hasKind(argument) ? argument : `${argument}.service`;
}

async function planNew(
	snapshot: ClusterSnapshot,
	backend: ClusterBackend,
	{ args, io, settings, signal }: Call,
): Promise<number> {
	const release = await releaseOn(backend, signal);
	const known = new Map(snapshot.units.map(({ name, options }) => [name, options]));
	const planned = readPlannedUnits(expandAll(args).map(withKind), { cwd: io.cwd, release, known });
	const results = planUnits(toCluster(snapshot, release), planned, release);
	io.stdout.write(settings.format === 'json' ? planJson(results) : planText(results, painter(io.stdout, io.env)));
	return results.units.some(isLost) ? 1 : 0;
}
