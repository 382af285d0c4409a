// `fleet-units plan UNIT…`: where units would land in a cluster, or why nowhere, without touching the cluster.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DecodeFault } from '../../../cluster/src/decode.ts';
import type { ApiUnit } from '../../../cluster/src/fleet-api/entities.ts';
import { isLost, planUnits } from '../../../cluster/src/operations/placement.ts';
import { type ClusterUnit, type FleetRelease, type Machine, requirementsOf } from '../../../core/src/index.ts';
import { type OptionTable, readArguments, UsageError } from '../arguments.ts';
import { painter } from '../colour.ts';
import type { Command } from '../command.ts';
import { didYouMean } from '../did-you-mean.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { reasonOf } from '../failures.ts';
import { fleetVersionOption, readFleetVersion } from '../fleet-version.ts';
import type { Io } from '../io.ts';
import { planJson } from '../plan-json.ts';
import { machineForm, readMachine } from '../plan-machines.ts';
import { readSnapshot, type Snapshot } from '../plan-snapshot.ts';
import { planText } from '../plan-text.ts';
import { readPlannedUnits } from '../plan-units.ts';
import { decodeUnit } from '../unit-text.ts';

const formats = ['text', 'json'] as const;

const options = {
	cluster: { type: 'string', value: 'FILE', help: 'snapshot of the cluster, { machines, units, states } in JSON' },
	machines: { type: 'string', multiple: true, value: 'ID:IP:K=V,…', help: 'a machine; may be repeated' },
	'fleet-version': fleetVersionOption,
	format: { type: 'string', value: 'FORMAT', help: `how to report: ${formats.join(', ')}; text by default` },
} as const satisfies OptionTable;

/** The command. */
export const planCommand: Command = {
	name: 'plan',
	summary: 'tells where fleet would place units',
	usage: '[options] UNIT…',
	options,
	notes: [
		[
			'A UNIT is a file, or an instance such as web@1.service of a template that is given, too, or stands beside it,',
			'or is in the cluster. Units of the cluster begin where they are; those of the same names as UNITs are replaced.',
		].join('\n'),
		[
			"The lists of a snapshot are those of fleet's HTTP API: GET /fleet/v1/machines, /units and /state.",
			`A machine on the command line is ${machineForm}.`,
		].join('\n'),
		[
			'exit codes: 0 every unit lands somewhere',
			'            1 a unit lands nowhere, or may, depending on the order in which fleet takes units',
			'            2 wrong usage, or something that cannot be read',
		].join('\n'),
	],
	run: runPlan,
};

async function runPlan(argv: readonly string[], io: Io): Promise<ExitCode> {
	const { values, positionals } = readArguments(argv, options);
	if (positionals.length === 0) throw new UsageError('no unit given; name unit files or instances of templates');
	const release = readFleetVersion(values['fleet-version']);
	const format = readFormat(values.format ?? 'text');
	const snapshot = withMachines(snapshotFrom(values.cluster, io), values.machines?.map(readMachine));
	const known = new Map(snapshot.units.map((unit) => [unit.name, unit.options]));
	const planned = readPlannedUnits(positionals, { cwd: io.cwd, release, known });
	const cluster = { machines: snapshot.machines, units: snapshot.units.map((unit) => toClusterUnit(unit, release)) };
	const results = planUnits(cluster, planned, release);
	io.stdout.write(format === 'json' ? planJson(results) : planText(results, painter(io.stdout, io.env)));
	return results.units.some(isLost) ? exitCodes.problems : exitCodes.ok;
}

function readFormat(value: string): (typeof formats)[number] {
	const format = formats.find((known) => known === value);
	if (format !== undefined) return format;
	throw new UsageError(`--format: there is no \`${value}\`; use ${formats.join(' or ')}${didYouMean(value, formats)}`);
}

function snapshotFrom(file: string | undefined, { cwd }: Io): Snapshot | undefined {
	if (file === undefined) return undefined;
	try {
		return readSnapshot(decodeUnit(readFileSync(path.resolve(cwd, file))));
	} catch (error) {
		const reason = error instanceof DecodeFault ? `no snapshot of a cluster: ${error.message}` : reasonOf(error);
		throw new UsageError(`${file}: ${reason}`);
	}
}

function withMachines(snapshot: Snapshot | undefined, added: readonly Machine[] | undefined): Snapshot {
	if (snapshot === undefined && added === undefined) {
		throw new UsageError('no cluster given; name a snapshot with --cluster, or machines with --machines');
	}
	const { machines, units } = snapshot ?? { machines: [], units: [] };
	const all = [...machines, ...(added ?? [])];
	const twice = all.find(({ id }, index) => all.findIndex((other) => other.id === id) < index);
	if (twice !== undefined) throw new UsageError(`--machines: there is a machine \`${twice.id}\` already`);
	return { machines: all, units };
}

function toClusterUnit({ name, options: unit, desiredState, machineId }: ApiUnit, release: FleetRelease): ClusterUnit {
	const requirements = requirementsOf(unit, name, release);
	return { name, requirements, desiredState, ...(machineId !== undefined && { machineId }) };
}
