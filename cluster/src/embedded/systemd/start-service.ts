// What happens after a service was told to start, as far as it is known beforehand: the commands one after the other,
// the main process, its end, and the restart (systemd.service(5)).

import { exitLine, type Moment, outputOf, type Result, resultLine, said, titleOf } from './moment.ts';
import type { RestartPolicy, Run, ServicePlan, UnitPlan } from './plan.ts';

/** A service with the unit that it is in. */
export interface ServiceUnit {
	readonly plan: UnitPlan;
	readonly service: ServicePlan;
}

/** The moments of a start. */
export function startMoments(unit: ServiceUnit): readonly Moment[] {
	const { startPre, startTimeout } = unit.service;
	const pre = runAll(startPre, 0, 'start-pre', startTimeout);
	const starting: Moment[] = isQuiet(unit) ? [] : [{ at: 0, lines: [said(`Starting ${titleOf(unit.plan)}...`)] }];
	const before = [...starting, ...pre.moments];
	if (pre.result !== 'success') return [...before, ...failedStart(unit, pre.end, pre.result)];
	return [...before, ...mainMoments(unit, pre.end)];
}

/** The moments after a service has ended by itself. */
function endMoments(unit: ServiceUnit, at: number, result: Result): readonly Moment[] {
	const { plan, service } = unit;
	const lines = [...service.stopPost.flatMap(outputOf), resultLine(plan, result)];
	const main = { kind: 'ends' } as const;
	if (!restartsAfter(service.restart, result)) {
		return [{ at, state: result === 'success' ? ['inactive', 'dead'] : ['failed', 'failed'], lines, main }];
	}
	return [
		{ at, state: ['activating', 'auto-restart'], lines, main },
		{ at: at + service.restartDelay, lines: [], next: { kind: 'restart' } },
	];
}

// systemd announces a start only where it takes time.
function isQuiet({ service }: ServiceUnit): boolean {
	return service.startPre.length === 0 && service.startPost.length === 0 && isUpAtOnce(service);
}

function isUpAtOnce({ type }: ServicePlan): boolean {
	return type !== 'oneshot' && type !== 'forking' && type !== 'notify';
}

function mainMoments(unit: ServiceUnit, at: number): readonly Moment[] {
	const { service } = unit;
	if (service.type === 'oneshot') return oneshotMoments(unit, at);
	const [main] = service.start;
	if (main === undefined) return [];
	if (service.type === 'notify' && !main.notifies) return neverReady(unit, main, at);
	if (main.exitCode !== 203) return runningMoments(unit, main, at);
	return [{ at, lines: [], main: { kind: 'begins', run: main } }, ...afterMain(unit, main, at)];
}

function runningMoments(unit: ServiceUnit, main: Run, at: number): readonly Moment[] {
	const { service, plan } = unit;
	const post = runAll(
		service.startPost,
		at + (isUpAtOnce(service) ? 0 : timeToFork),
		'start-post',
		service.startTimeout,
	);
	const begins = { at, main: { kind: 'begins', run: main } } as const;
	if (post.result !== 'success')
		return [{ ...begins, lines: outputOf(main) }, ...post.moments, ...failedStart(unit, post.end, post.result)];
	const started = said(`Started ${titleOf(plan)}.`);
	const end = afterMain(unit, main, Math.max(at + main.duration, post.end));
	// The line of the start comes before those of the program, as journals have it.
	if (post.end === at)
		return [{ ...begins, state: ['active', 'running'], lines: [started, ...outputOf(main)] }, ...end];
	return [
		{ ...begins, state: ['activating', 'start'], lines: outputOf(main) },
		...post.moments,
		{ at: post.end, state: ['active', 'running'], lines: [started] },
		...end,
	];
}

/** Milliseconds until a daemon has forked, or said that it is ready. */
const timeToFork = 500;

function afterMain(unit: ServiceUnit, main: Run, at: number): readonly Moment[] {
	if (!Number.isFinite(at)) return [];
	const exit: Moment = { at, lines: exitLine(unit.plan, main) };
	if (main.exitCode === 0 && unit.service.remainAfterExit)
		return [{ ...exit, state: ['active', 'exited'], main: { kind: 'ends' } }];
	return [exit, ...endMoments(unit, at, main.exitCode === 0 ? 'success' : 'exit-code')];
}

function oneshotMoments(unit: ServiceUnit, at: number): readonly Moment[] {
	const { plan, service } = unit;
	const start = runAll(service.start, at, 'start', service.startTimeout);
	if (!Number.isFinite(start.end)) return start.moments;
	if (start.result !== 'success') return [...start.moments, ...failedStart(unit, start.end, start.result)];
	const lines = [said(`Finished ${titleOf(plan)}.`)];
	if (service.remainAfterExit) return [...start.moments, { at: start.end, state: ['active', 'exited'], lines }];
	const [end, ...rest] = endMoments(unit, start.end, 'success');
	return end === undefined ? start.moments : [...start.moments, { ...end, lines: [...end.lines, ...lines] }, ...rest];
}

// A program that never says it is ready is given up when the time is over.
function neverReady(unit: ServiceUnit, main: Run, at: number): readonly Moment[] {
	const waits: Moment = {
		at,
		state: ['activating', 'start'],
		lines: outputOf(main),
		main: { kind: 'begins', run: main },
	};
	const end = at + Math.min(main.duration, unit.service.startTimeout);
	if (!Number.isFinite(end)) return [waits];
	const timedOut = main.duration > unit.service.startTimeout;
	const lines = timedOut
		? [said(`${unit.plan.name}: start operation timed out. Terminating.`, 4)]
		: exitLine(unit.plan, main);
	return [waits, { at: end, lines }, ...failedStart(unit, end, timedOut ? 'timeout' : 'exit-code')];
}

function failedStart(unit: ServiceUnit, at: number, result: Result): readonly Moment[] {
	const failed = said(`Failed to start ${titleOf(unit.plan)}.`, 3);
	const [end, ...rest] = endMoments(unit, at, result);
	return end === undefined ? [] : [{ ...end, lines: [...end.lines, failed] }, ...rest];
}

interface Sequence {
	readonly moments: readonly Moment[];
	readonly end: number;
	readonly result: 'success' | 'exit-code' | 'timeout';
}

function runAll(runs: readonly Run[], from: number, sub: string, timeout: number): Sequence {
	const moments: Moment[] = [];
	let at = from;
	for (const run of runs) {
		moments.push({ at, state: ['activating', sub], lines: outputOf(run) });
		if (run.duration > timeout) return { moments, end: at + timeout, result: 'timeout' };
		at += run.duration;
		if (run.exitCode !== 0 && !run.ignoreFailure) return { moments, end: at, result: 'exit-code' };
	}
	return { moments, end: at, result: 'success' };
}

function restartsAfter(policy: RestartPolicy, result: Result): boolean {
	switch (policy) {
		case 'always':
			return true;
		case 'on-success':
			return result === 'success';
		case 'on-failure':
			return result !== 'success';
		case 'on-abnormal':
			return result === 'timeout';
		default:
			return false;
	}
}
