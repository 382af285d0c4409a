// Submit, load and start: units become known, loaded on a machine, or run. They differ only in the desired state.

import type { ClusterBackend } from '../backend.ts';
import type { DesiredState } from '../model.ts';
import type { OperationContext } from './context.ts';
import { releaseOn } from './fleet-cluster.ts';
import type { OperationResult } from './outcome.ts';
import { type PlannedText, planTexts, type TextRequest } from './plan-texts.ts';
import { runTasks, type Task } from './run-tasks.ts';
import { textTask } from './text-tasks.ts';

/** Units to submit, load or start. Arguments are paths, names, globs over the registry and choices (`web@{1..3}`). */
export interface SubmitRequest extends TextRequest {
	/** Whether to wait until the units are as asked; true where nothing is said. */
	readonly wait?: boolean;
	/** Milliseconds to wait at most. */
	readonly timeout?: number;
}

/** Makes units known to the cluster. Throws a `ClusterError` where one is refused; nothing is written then. */
export function submit(
	backend: ClusterBackend,
	request: SubmitRequest,
	context: OperationContext,
): Promise<OperationResult> {
	return bringTo('inactive', backend, request, context);
}

/** Places units on machines, which load them and do not start them. A unit that runs is stopped. Throws as `submit`. */
export function load(
	backend: ClusterBackend,
	request: SubmitRequest,
	context: OperationContext,
): Promise<OperationResult> {
	return bringTo('loaded', backend, request, context);
}

/** Starts units, which are made known first where they are new. Throws as `submit`. */
export function start(
	backend: ClusterBackend,
	request: SubmitRequest,
	context: OperationContext,
): Promise<OperationResult> {
	return bringTo('launched', backend, request, context);
}

async function bringTo(
	desiredState: DesiredState,
	backend: ClusterBackend,
	request: SubmitRequest,
	context: OperationContext,
): Promise<OperationResult> {
	const release = await releaseOn(backend, context.signal);
	const planned = await planTexts(backend, request, desiredState, release, context);
	for (const one of planned) warnOfStop(one, desiredState, context);
	const tasks = planned.map((one): Task => {
		// Who submits a unit that is there already does not ask for it to be stopped.
		if (desiredState === 'inactive' && one.kind === 'keep') return { name: one.name };
		return textTask(backend, one, desiredState);
	});
	return await runTasks(backend, tasks, { ...request, release }, context);
}

function warnOfStop(planned: PlannedText, desiredState: DesiredState, { report }: OperationContext): void {
	if (desiredState !== 'loaded' || planned.kind !== 'keep' || planned.unit.desiredState !== 'launched') return;
	report?.({ kind: 'warning', name: planned.name, message: `${planned.name} was started; to load it stops it` });
}
