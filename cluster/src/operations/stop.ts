// Stop, unload and destroy: units rest, lose their machine, or are gone. Each is over only when the machines say so.

import type { ClusterBackend } from '../backend.ts';
import type { ClusterUnit } from '../model.ts';
import type { OperationContext } from './context.ts';
import { findUnits } from './find-units.ts';
import { releaseOn } from './fleet-cluster.ts';
import { judgeDestroy, judgeStop } from './judge-rest.ts';
import type { OperationResult } from './outcome.ts';
import { runTasks, type Task } from './run-tasks.ts';
import { seenAs, stateTask } from './text-tasks.ts';

/** Units to bring to rest. Arguments are names, globs and choices; only units of the registry are meant. */
export interface RestRequest {
	readonly units: readonly string[];
	/** Whether to wait until the units are as asked; true where nothing is said. */
	readonly wait?: boolean;
	/** Milliseconds to wait at most. */
	readonly timeout?: number;
}

/** How it went, and what of the request meant nothing in the registry. */
export interface RestResult {
	readonly units: OperationResult;
	readonly missing: readonly string[];
}

/** Stops units and leaves them loaded. Throws a `ClusterError` where the registry cannot be read. */
export function stop(backend: ClusterBackend, request: RestRequest, context: OperationContext): Promise<RestResult> {
	return bringToRest(backend, request, context, (unit) => {
		if (unit.desiredState !== 'inactive') return stateTask(backend, unit, 'loaded', judgeStop);
		const reason = `Unable to stop unit ${unit.name} in state inactive`;
		return { name: unit.name, end: { kind: 'failed', problem: 'not-applicable', reason } };
	});
}

/** Takes units off their machines; the registry keeps them. Throws as `stop`. */
export function unload(backend: ClusterBackend, request: RestRequest, context: OperationContext): Promise<RestResult> {
	return bringToRest(backend, request, context, (unit) => stateTask(backend, unit, 'inactive'));
}

/** Removes units from the registry and their machines. Throws as `stop`. */
export function destroy(backend: ClusterBackend, request: RestRequest, context: OperationContext): Promise<RestResult> {
	return bringToRest(backend, request, context, (unit) => ({
		name: unit.name,
		write: (signal) => backend.destroy(unit.name, seenAs(unit), signal),
		asked: () => [{ kind: 'asked', name: unit.name, desiredState: 'absent' }],
		judge: judgeDestroy,
	}));
}

async function bringToRest(
	backend: ClusterBackend,
	request: RestRequest,
	context: OperationContext,
	toTask: (unit: ClusterUnit) => Task,
): Promise<RestResult> {
	const release = await releaseOn(backend, context.signal);
	const { units, missing } = await findUnits(backend, request.units, context.signal);
	return { units: await runTasks(backend, units.map(toTask), { ...request, release }, context), missing };
}
