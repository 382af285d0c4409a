// Asks for something for each of several units, then waits for all of them: what start, stop and the like share. All
// is asked before anything is waited for, since units may need each other to get a machine.

import type { FleetRelease } from '../../../core/src/fleet/model.ts';
import type { ClusterBackend, WriteResult } from '../backend.ts';
import { ClusterError, isClusterError } from '../errors.ts';
import type { OperationContext, OperationEvent } from './context.ts';
import type { Judge } from './judge.ts';
import { LiveView } from './live-view.ts';
import type { OperationResult, Outcome, UnitResult } from './outcome.ts';
import type { UnitView } from './unit-view.ts';
import { type Awaited, finish, waitForUnits } from './wait-for-units.ts';

/** What is wanted of one unit. */
export interface Task {
	readonly name: string;
	/** Asks for it. Absent where the registry has the wish already. */
	readonly write?: (signal: AbortSignal) => Promise<WriteResult>;
	/** What is told when it was asked for. */
	readonly asked?: (write: WriteResult) => readonly OperationEvent[];
	/** Says whether it came true. Absent where there is nothing to wait for. */
	readonly judge?: Judge;
	/** The end, where that is clear before anything is asked. */
	readonly end?: Outcome;
}

/** How tasks are done. */
export interface RunOptions {
	readonly release: FleetRelease;
	/** Whether to wait; true where nothing is said. */
	readonly wait?: boolean;
	readonly timeout?: number;
}

/** Does the tasks and tells the end of each. Failed calls are told as the ends of their units; it does not throw. */
export async function runTasks(
	backend: ClusterBackend,
	tasks: readonly Task[],
	options: RunOptions,
	context: OperationContext,
): Promise<OperationResult> {
	const ends = await askForAll(tasks, context);
	const awaited = options.wait === false ? [] : tasks.flatMap((task) => toAwaited(task, ends.get(task.name)));
	const waited = await waitFor(backend, awaited, options, context);
	const results = new Map(waited.map((result) => [result.name, result]));
	return tasks.map((task) => results.get(task.name) ?? endWithoutWait(task, ends.get(task.name), context));
}

/** What asking came to: an end, or what was written. */
type Asked =
	| { readonly kind: 'end'; readonly outcome: Outcome }
	| { readonly kind: 'asked'; readonly isChange: boolean };

async function askForAll(tasks: readonly Task[], context: OperationContext): Promise<ReadonlyMap<string, Asked>> {
	const ends = new Map<string, Asked>();
	let isOver = false;
	for (const task of tasks) {
		const asked: Asked =
			isOver || context.signal.aborted ? { kind: 'end', outcome: { kind: 'not-begun' } } : await askFor(task, context);
		ends.set(task.name, asked);
		isOver ||= asked.kind === 'end' && concernsAll(asked.outcome);
	}
	return ends;
}

async function askFor({ write, asked, end }: Task, context: OperationContext): Promise<Asked> {
	if (end !== undefined) return { kind: 'end', outcome: end };
	if (write === undefined) return { kind: 'asked', isChange: false };
	try {
		const result = await write(context.signal);
		for (const event of asked?.(result) ?? []) context.report?.(event);
		return { kind: 'asked', isChange: result.kind !== 'unchanged' };
	} catch (error) {
		return { kind: 'end', outcome: toOutcome(error, context.signal) };
	}
}

/** A write that was given up may have reached the cluster or not. */
function toOutcome(error: unknown, signal: AbortSignal): Outcome {
	if (signal.aborted && isClusterError(error, 'cancelled', 'unknown')) return { kind: 'interrupted', asked: 'unknown' };
	return { kind: 'error', error: toClusterError(error) };
}

/** Any failure as the library's own. */
export function toClusterError(error: unknown): ClusterError {
	if (isClusterError(error)) return error;
	return new ClusterError('protocol', error instanceof Error ? error.message : String(error), { cause: error });
}

/** Whether what happened to one unit will happen to the next one, too. */
function concernsAll(outcome: Outcome): boolean {
	if (outcome.kind === 'interrupted') return true;
	return (
		outcome.kind === 'error' && isClusterError(outcome.error, 'unreachable', 'denied', 'host-key', 'timeout', 'unknown')
	);
}

function toAwaited({ name, judge }: Task, asked: Asked | undefined): readonly Awaited[] {
	return judge === undefined || asked?.kind !== 'asked' ? [] : [{ name, judge, isChange: asked.isChange }];
}

async function waitFor(
	backend: ClusterBackend,
	awaited: readonly Awaited[],
	options: RunOptions,
	context: OperationContext,
): Promise<readonly UnitResult[]> {
	if (awaited.length === 0) return [];
	// Opened only now: it shows nothing from before the writes.
	const live = new LiveView(backend, context.report);
	try {
		return await waitForUnits(awaited, live, options, context);
	} catch (error) {
		const outcome: Outcome = { kind: 'error', error: toClusterError(error) };
		return awaited.map(({ name }) => finish(name, outcome, unseen(name), context));
	} finally {
		await live.close();
	}
}

function endWithoutWait({ name, judge }: Task, asked: Asked | undefined, context: OperationContext): UnitResult {
	if (asked?.kind === 'end') return finish(name, asked.outcome, unseen(name), context);
	const isChange = asked?.isChange === true;
	const kind = isChange ? (judge === undefined ? 'reached' : 'triggered') : 'unchanged';
	return finish(name, { kind }, unseen(name), context);
}

/** A unit that was not looked at. */
export function unseen(name: string): UnitView {
	return { name, states: [] };
}
