// A rollout: instances of a template get its text from disk, one by one or a few at a time. The next ones are begun
// only when these run and have kept running for a while. The first failure ends it, and leaves the rest as they are.
// The template in the registry comes last, so that it is never a text that no instance runs well with.

import type { FleetRelease, UnitOption } from '../../../core/src/fleet/model.ts';
import { splitUnitName, templateName } from '../../../core/src/fleet/unit-name.ts';
import type { ClusterBackend } from '../backend.ts';
import { ClusterError } from '../errors.ts';
import { hashOf } from '../hash.ts';
import type { ClusterUnit } from '../model.ts';
import type { OperationContext } from './context.ts';
import { expandAll } from './find-units.ts';
import { releaseOn } from './fleet-cluster.ts';
import { keepsRunning } from './keeps-running.ts';
import { isGood, type UnitResult } from './outcome.ts';
import { redeployTask, requireSound } from './redeploy.ts';
import { type RunOptions, runTasks, type Task, toClusterError, unseen } from './run-tasks.ts';
import { matchingUnits } from './select-units.ts';
import { seenAs, sourceTask } from './text-tasks.ts';
import type { UnitFiles } from './unit-files.ts';
import { toUnitName } from './unit-names.ts';
import { sourceOnDisk, type UnitSource } from './unit-source.ts';
import { finish } from './wait-for-units.ts';

/** What to roll out, and where to. */
export interface RolloutRequest {
	/** Path of the template, such as `units/web@.service`. */
	readonly template: string;
	/** Instances, as names, globs and choices; those that are not there are made. All that are there, where empty. */
	readonly instances: readonly string[];
	readonly files: UnitFiles;
	/** How many instances may be down at a time. */
	readonly atATime?: number;
	/** Milliseconds that an instance must keep running before the next ones are begun. */
	readonly healthyFor?: number;
	/** Milliseconds after which an instance that does not run counts as failed. */
	readonly timeout?: number;
	/** The state in which an earlier rollout ended: it is gone on with, whatever the file says by now. */
	readonly resume?: RolloutState;
}

/** Where a rollout stands. It can be kept as JSON and handed back in. */
export interface RolloutState {
	readonly template: string;
	/** Hash of the text that is rolled out. */
	readonly hash: string;
	readonly options: readonly UnitOption[];
	/** Instances that run the text. */
	readonly done: readonly string[];
	/** Instances that do not, in the order in which they would come. */
	readonly left: readonly string[];
}

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

async function firstState(
	backend: ClusterBackend,
	{ template: file, instances, files }: RolloutRequest,
	release: FleetRelease,
	context: OperationContext,
): Promise<RolloutState> {
	const template = toUnitName(file);
	if (splitUnitName(template)?.isTemplate !== true) {
		const advice = 'use redeploy for a unit of its own';
		throw new ClusterError('refused', `${template} is no template; its name would end in \`@.service\``, { advice });
	}
	const source = await sourceOnDisk(file, { files, release, registered: async () => undefined });
	if (source === undefined) throw new ClusterError('not-found', `there is no file ${file}`);
	requireSound(source, release, context);
	const left = await instanceNames(backend, template, instances, context.signal);
	return { template, hash: hashOf(source.options), options: source.options, done: [], left };
}

async function instanceNames(
	backend: ClusterBackend,
	template: string,
	wanted: readonly string[],
	signal: AbortSignal,
): Promise<readonly string[]> {
	const known = (await backend.units(signal)).map(({ name }) => name);
	const own = known.filter((name) => templateName(name) === template).sort();
	if (wanted.length === 0) {
		if (own.length > 0) return own;
		const advice = `name instances to make, such as \`${template.replace('@', '@{1..3}')}\``;
		throw new ClusterError('not-found', `the registry has no instance of ${template}`, { advice });
	}
	const names = expandAll(wanted).flatMap((one) => (/[*?[]/.test(one) ? matchingUnits(one, own) : [toUnitName(one)]));
	const strange = names.find((name) => templateName(name) !== template);
	if (strange !== undefined) throw new ClusterError('refused', `${strange} is no instance of ${template}`);
	if (names.length === 0)
		throw new ClusterError('not-found', `no instance of ${template} matches ${wanted.join(', ')}`);
	return [...new Set(names)];
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
		batch.map(async (name) => instanceTask(backend, state, name, await backend.unit(name, context.signal))),
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
): Task {
	const source: UnitSource = { name, origin: { kind: 'file', file: template, isTemplate: true }, options };
	if (unit === undefined) return sourceTask(backend, source, 'launched', { kind: 'absent' });
	return redeployTask(backend, unit, source);
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
