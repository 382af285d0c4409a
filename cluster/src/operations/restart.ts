// Restart: each unit is stopped, seen to have stopped, and started again; one after the other, so that of several
// instances only one is down at a time. The first that does not come back ends it.

import type { ClusterBackend } from '../backend.ts';
import { ClusterError } from '../errors.ts';
import type { ClusterUnit } from '../model.ts';
import type { OperationContext } from './context.ts';
import { findUnits } from './find-units.ts';
import { releaseOn } from './fleet-cluster.ts';
import { judgeStop } from './judge-rest.ts';
import { isGood, type OperationResult, type UnitResult } from './outcome.ts';
import { type RunOptions, runTasks } from './run-tasks.ts';
import { stateTask } from './text-tasks.ts';
import { finish } from './wait-for-units.ts';

/** Units to restart, as names, globs and choices. */
export interface RestartRequest {
	readonly units: readonly string[];
	/** Milliseconds to wait at most for each stop and each start. */
	readonly timeout?: number;
}

/** Restarts units of the registry. Throws a `ClusterError` where one is not there or the registry cannot be read. */
export async function restart(
	backend: ClusterBackend,
	{ units: args, timeout }: RestartRequest,
	context: OperationContext,
): Promise<OperationResult> {
	const release = await releaseOn(backend, context.signal);
	const { units, missing } = await findUnits(backend, args, context.signal);
	if (missing.length > 0) {
		throw new ClusterError('not-found', `not in the registry: ${missing.join(', ')}`, { advice: 'start it instead' });
	}
	const options = { release, ...(timeout !== undefined && { timeout }) };
	return await oneByOne(units, (unit) => restartUnit(backend, unit, options, context), context);
}

/** Does something for one unit after the other, until one comes to a bad end; the others are not begun then. */
async function oneByOne(
	units: readonly ClusterUnit[],
	work: (unit: ClusterUnit) => Promise<UnitResult>,
	context: OperationContext,
): Promise<OperationResult> {
	const results: UnitResult[] = [];
	for (const unit of units) {
		const isOver = context.signal.aborted || results.some(({ outcome }) => !isGood(outcome));
		const view = { name: unit.name, unit, states: [] };
		results.push(isOver ? finish(unit.name, { kind: 'not-begun' }, view, context) : await work(unit));
	}
	return results;
}

async function restartUnit(
	backend: ClusterBackend,
	unit: ClusterUnit,
	options: RunOptions,
	context: OperationContext,
): Promise<UnitResult> {
	if (unit.desiredState === 'launched') {
		// The end of the stop is only a step here, and not told as an end.
		const quiet: OperationContext = {
			...context,
			report: (event) => event.kind !== 'finished' && context.report?.(event),
		};
		const [stopped] = await runTasks(backend, [stateTask(backend, unit, 'loaded', judgeStop)], options, quiet);
		if (stopped !== undefined && !isGood(stopped.outcome)) {
			return finish(unit.name, stopped.outcome, stopped.view, context);
		}
	}
	const stoppedUnit: ClusterUnit = { ...unit, desiredState: 'loaded' };
	const [started] = await runTasks(backend, [stateTask(backend, stoppedUnit, 'launched')], options, context);
	if (started === undefined) throw new Error('one task has one result');
	return started;
}
