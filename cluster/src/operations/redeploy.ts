// Redeploy in place: a unit gets the text from disk in one write that keeps its desired state, so that it stays on its
// machine, which loads and starts the new text. fleetctl stops such a unit first and lets it be placed anew.

import type { FleetRelease } from '../../../core/src/fleet/model.ts';
import type { ClusterBackend } from '../backend.ts';
import { ClusterError } from '../errors.ts';
import { hashOf } from '../hash.ts';
import type { ClusterUnit } from '../model.ts';
import type { OperationContext } from './context.ts';
import { findUnits } from './find-units.ts';
import { releaseOn } from './fleet-cluster.ts';
import type { OperationResult } from './outcome.ts';
import { requireReplacing } from './replacing.ts';
import { runTasks, type Task } from './run-tasks.ts';
import { seenAs, sourceTask, stateTask } from './text-tasks.ts';
import type { UnitFiles } from './unit-files.ts';
import { toUnitName } from './unit-names.ts';
import { requireSound, sourceOnDisk, type UnitSource } from './unit-source.ts';

/** Units to redeploy. Arguments are paths of unit files, or of instances whose template stands beside them. */
export interface RedeployRequest {
	readonly units: readonly string[];
	readonly files: UnitFiles;
	readonly wait?: boolean;
	/** Milliseconds to wait at most. */
	readonly timeout?: number;
}

/** Redeploys units. Throws a `ClusterError` where one is not there or would be refused; nothing is written then. */
export async function redeploy(
	backend: ClusterBackend,
	request: RedeployRequest,
	context: OperationContext,
): Promise<OperationResult> {
	const release = await releaseOn(backend, context.signal);
	const tasks = await redeployTasks(backend, request, release, context);
	return await runTasks(backend, tasks, { ...request, release }, context);
}

/** The task that gives a unit another text and keeps what it is. Throws where fleet would keep the old one. */
export function redeployTask(
	backend: ClusterBackend,
	unit: ClusterUnit,
	source: UnitSource,
	release: FleetRelease,
): Task {
	const isSame = hashOf(source.options) === unit.hash;
	if (isSame) return stateTask(backend, unit, unit.desiredState);
	requireReplacing(unit.name, release);
	return sourceTask(backend, source, unit.desiredState, seenAs(unit));
}

async function redeployTasks(
	backend: ClusterBackend,
	{ units: args, files }: RedeployRequest,
	release: FleetRelease,
	context: OperationContext,
): Promise<readonly Task[]> {
	const { units, missing } = await findUnits(backend, args, context.signal);
	if (missing.length > 0) {
		const message = `not in the registry: ${missing.join(', ')}`;
		throw new ClusterError('not-found', message, { advice: 'start it, which submits it first' });
	}
	// A unit that a glob means has its file in the folder of the glob.
	const paths = new Map(args.map((argument) => [toUnitName(argument), argument]));
	const tasks: Task[] = [];
	for (const unit of units) {
		const argument = paths.get(unit.name) ?? unit.name;
		const source = await sourceOnDisk(argument, { files, release, registered: async () => undefined });
		if (source === undefined) throw new ClusterError('not-found', `there is no file for ${unit.name}: ${argument}`);
		tasks.push(redeployTask(backend, unit, requireSound(source, release, context), release));
	}
	return tasks;
}
