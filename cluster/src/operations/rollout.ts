// A rollout: instances of a template get its text from disk, one by one or a few at a time. The next ones are begun
// only when these run and have kept running for a while. The first failure ends it, and leaves the rest as they are.
// The template in the registry comes last, so that it is never a text that no instance runs well with.

import type { FleetRelease } from '../../../core/src/fleet/model.ts';
import type { ClusterBackend } from '../backend.ts';
import type { ClusterError } from '../errors.ts';
import type { ClusterUnit } from '../model.ts';
import type { OperationContext } from './context.ts';
import { releaseOn } from './fleet-cluster.ts';
import { keepsRunning } from './keeps-running.ts';
import { isGood, type UnitResult } from './outcome.ts';
import { redeployTask } from './redeploy.ts';
import { firstState, type RolloutRequest, type RolloutState } from './rollout-state.ts';
import { type RunOptions, runTasks, type Task, toClusterError, unseen } from './run-tasks.ts';
import { seenAs, sourceTask } from './text-tasks.ts';
import type { UnitSource } from './unit-source.ts';
import { finish } from './wait-for-units.ts';

export type { RolloutRequest, RolloutState } from './rollout-state.ts';

/** How a rollout ended. */
export interface RolloutResult {
	readonly state: RolloutState;
	/** Ends of the instances that were begun. */
	readonly units: readonly UnitResult[];
	/** Whether all instances and the template have the text. */
	readonly isComplete: boolean;
	/** What kept the template from being stored, after all instances were done. */
	readonly templateError?: ClusterError;
}

/** Rolls out a template. Throws a `ClusterError` where it cannot begin; nothing is written then. */
export async function rollout(
	backend: ClusterBackend,
	request: RolloutRequest,
	context: OperationContext,
): Promise<RolloutResult> {
	const release = await releaseOn(backend, context.signal);
	const state = request.resume ?? (await firstState(backend, request, release, context));
	const options = { release, ...(request.timeout !== undefined && { timeout: request.timeout }) };
	const ended = await rollOn(backend, state, request, options, context);
	if (ended.state.left.length > 0) return { ...ended, isComplete: false };
	try {
		await storeTemplate(backend, ended.state, context);
		return { ...ended, isComplete: true };
	} catch (error) {
		return { ...ended, isComplete: false, templateError: toClusterError(error) };
	}
}

async function rollOn(
	backend: ClusterBackend,
	start: RolloutState,
	request: RolloutRequest,
	options: RunOptions,
	context: OperationContext,
): Promise<{ readonly state: RolloutState; readonly units: readonly UnitResult[] }> {
	const total = start.done.length + start.left.length;
	let state = start;
	const units: UnitResult[] = [];
	while (state.left.length > 0 && !context.signal.aborted) {
		const batch = state.left.slice(0, request.atATime ?? 1);
		context.report?.({ kind: 'batch', names: batch, done: state.done.length, total });
		const results = await rollBatch(backend, state, batch, request, options, context).catch((error: unknown) =>
			batch.map((name) => finish(name, { kind: 'error', error: toClusterError(error) }, unseen(name), context)),
		);
		units.push(...results);
		const good = new Set(results.filter(({ outcome }) => isGood(outcome)).map(({ name }) => name));
		state = {
			...state,
			done: [...state.done, ...good],
			left: state.left.filter((name) => !good.has(name)),
		};
		if (good.size < batch.length) break;
	}
	return { state, units };
}

async function rollBatch(
	backend: ClusterBackend,
	state: RolloutState,
	batch: readonly string[],
	{ healthyFor = 0 }: RolloutRequest,
	options: RunOptions,
	context: OperationContext,
): Promise<readonly UnitResult[]> {
	const tasks = await Promise.all(
		batch.map(async (name) =>
			instanceTask(backend, state, name, await backend.unit(name, context.signal), options.release),
		),
	);
	const results = await runTasks(backend, tasks, options, context);
	const changed = results.filter(({ outcome }) => outcome.kind === 'reached');
	if (healthyFor === 0 || changed.length === 0) return results;
	const unhealthy = await keepsRunning(backend, changed, healthyFor, context);
	return results.map((result) => unhealthy.get(result.name) ?? result);
}

function instanceTask(
	backend: ClusterBackend,
	{ template, options }: RolloutState,
	name: string,
	unit: ClusterUnit | undefined,
	release: FleetRelease,
): Task {
	const source: UnitSource = { name, origin: { kind: 'file', file: template, isTemplate: true }, options };
	if (unit === undefined) return sourceTask(backend, source, 'launched', { kind: 'absent' });
	return redeployTask(backend, unit, source, release);
}

async function storeTemplate(
	backend: ClusterBackend,
	{ template, options, hash }: RolloutState,
	context: OperationContext,
): Promise<void> {
	const known = await backend.unit(template, context.signal);
	if (known?.hash === hash) return;
	const seen = known === undefined ? ({ kind: 'absent' } as const) : seenAs(known);
	const write = await backend.submit({ name: template, options, desiredState: 'inactive', seen }, context.signal);
	context.report?.({ kind: 'stored', name: template, write: write.kind, from: template });
}
