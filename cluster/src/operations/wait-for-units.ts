// Waits until units are as asked, or it is clear that they will not be. The judges know what that means; this file
// knows of time: how long bad news must last, when the time is up, and that the caller may give up.

import type { FleetRelease } from '../../../core/src/fleet/model.ts';
import type { ClusterSnapshot } from '../model.ts';
import { type OperationContext, type Patience, usualPatience } from './context.ts';
import type { Judge, Judgement } from './judge.ts';
import type { LiveView } from './live-view.ts';
import type { Outcome, UnitResult } from './outcome.ts';
import { type UnitView, viewOf } from './unit-view.ts';

/** A unit that is waited for. */
export interface Awaited {
	readonly name: string;
	readonly judge: Judge;
	/** Whether something was asked for just now; a unit that is there without that was there already. */
	readonly isChange: boolean;
}

/** How to wait. */
export interface WaitOptions {
	readonly release: FleetRelease;
	/** Milliseconds after which units still under way are given up; without it, there is no end. */
	readonly timeout?: number;
}

/** Waits for all units, and tells the end of each as it comes. Throws a `ClusterError` when the watch breaks off. */
export async function waitForUnits(
	awaited: readonly Awaited[],
	live: LiveView,
	options: WaitOptions,
	context: OperationContext,
): Promise<readonly UnitResult[]> {
	const settings = settingsOf(options, context);
	const waits = awaited.map(
		(one): Wait => ({ ...one, shown: '', seen: undefined, doubt: undefined, result: undefined }),
	);
	for (;;) {
		const { snapshot } = live;
		for (const wait of waits) wait.result ??= look(wait, live, settings);
		if (waits.every(({ result }) => result !== undefined)) break;
		const left = Math.max(1, settings.deadline - Date.now());
		await live.changed(snapshot, Math.min(tick, left), context.signal);
	}
	return waits.flatMap(({ result }) => (result === undefined ? [] : [result]));
}

/** Makes the result of one unit and tells it. */
export function finish(name: string, outcome: Outcome, view: UnitView, { report }: OperationContext): UnitResult {
	report?.({ kind: 'finished', name, outcome, view });
	return { name, outcome, view };
}

/** What is remembered of a unit between two looks. */
interface Wait extends Awaited {
	/** What was told of it last. */
	shown: string;
	/** The last snapshot that was looked at, and what it came to. */
	seen: { readonly snapshot: ClusterSnapshot; readonly view: UnitView; readonly judgement: Judgement } | undefined;
	doubt: { readonly outcome: Outcome; readonly since: number } | undefined;
	result: UnitResult | undefined;
}

/** What stays the same while waiting. */
interface Settings {
	readonly release: FleetRelease;
	/** A moment of `Date.now()`. */
	readonly deadline: number;
	readonly patience: Patience;
	readonly context: OperationContext;
}

/** A look is taken that often even if nothing changes, since time alone makes bad news believable. */
const tick = 200;

function settingsOf({ release, timeout }: WaitOptions, context: OperationContext): Settings {
	const deadline = timeout === undefined ? Number.POSITIVE_INFINITY : Date.now() + timeout;
	return { release, deadline, patience: { ...usualPatience, ...context.patience }, context };
}

/** Looks at a unit once; gives its result where it has come to an end, or the waiting has. */
function look(wait: Wait, { snapshot, isRead }: LiveView, settings: Settings): UnitResult | undefined {
	const { release, deadline, patience, context } = settings;
	if (isRead && wait.seen?.snapshot !== snapshot) {
		const view = viewOf(wait.name, snapshot);
		wait.seen = { snapshot, view, judgement: wait.judge(view, { snapshot, release }) };
		tellChange(wait, view, context);
	}
	const view = wait.seen?.view ?? { name: wait.name, states: [] };
	const end = wait.seen && believe(wait, wait.seen.judgement, patience);
	if (end !== undefined) return finish(wait.name, end, view, context);
	if (context.signal.aborted) return finish(wait.name, { kind: 'interrupted', asked: 'yes' }, view, context);
	return Date.now() >= deadline ? finish(wait.name, timedOut(wait), view, context) : undefined;
}

function tellChange(wait: Wait, view: UnitView, { report }: OperationContext): void {
	const { unit, states } = view;
	const shown = JSON.stringify([unit?.hash, unit?.desiredState, unit?.currentState, unit?.machineId, states]);
	if (shown !== wait.shown) report?.({ kind: 'seen', view });
	wait.shown = shown;
}

function timedOut({ doubt }: Wait): Outcome {
	const failure = doubt?.outcome.kind === 'failed' ? doubt.outcome : undefined;
	return { kind: 'timed-out', ...(failure && { suspicion: failure }) };
}

/** The end that a judgement means: at once for good news, for other news when it has lasted. */
function believe(wait: Wait, judgement: Judgement, patience: Patience): Outcome | undefined {
	if (judgement.kind === 'there') return { kind: wait.isChange ? 'reached' : 'unchanged' };
	if (judgement.kind === 'under-way') {
		// A unit that is restarted again and again is under way each time.
		if (!isSame(wait.doubt?.outcome, restarting)) wait.doubt = undefined;
		return undefined;
	}
	const { outcome } = judgement;
	const since = isSame(wait.doubt?.outcome, outcome) ? (wait.doubt?.since ?? Date.now()) : Date.now();
	wait.doubt = { outcome, since };
	return Date.now() - since >= patience[judgement.patience] ? outcome : undefined;
}

const restarting: Outcome = { kind: 'failed', problem: 'keeps-restarting', reason: '' };

function isSame(one: Outcome | undefined, other: Outcome): boolean {
	if (one?.kind === 'failed' && other.kind === 'failed') return one.problem === other.problem;
	return one?.kind === other.kind;
}
