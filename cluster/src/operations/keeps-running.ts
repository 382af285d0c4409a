// Health of units that have just come up: they must still be as they were after a while, and at no look in between
// failed, restarting or gone. What a unit does beside running cannot be seen from here.

import type { ClusterBackend } from '../backend.ts';
import type { ClusterSnapshot } from '../model.ts';
import type { OperationContext } from './context.ts';
import { LiveView } from './live-view.ts';
import type { UnitResult } from './outcome.ts';
import { type UnitView, viewOf } from './unit-view.ts';

/** Watches units for some milliseconds. Gives the ends of those that did not keep running, by name. */
export async function keepsRunning(
	backend: ClusterBackend,
	started: readonly UnitResult[],
	duration: number,
	context: OperationContext,
): Promise<ReadonlyMap<string, UnitResult>> {
	const until = Date.now() + duration;
	const ill = new Map<string, UnitResult>();
	const live = new LiveView(backend, context.report);
	try {
		while (!context.signal.aborted && ill.size < started.length) {
			const { snapshot } = live;
			if (live.isRead)
				for (const result of started.flatMap((one) => illnessOf(one, snapshot))) ill.set(result.name, result);
			// A look at the very end belongs to it, so the time is up only after one.
			if (live.isRead && Date.now() >= until) break;
			await live.changed(snapshot, Math.max(20, until - Date.now()), context.signal);
		}
	} finally {
		await live.close();
	}
	for (const { name, outcome, view } of ill.values()) context.report?.({ kind: 'finished', name, outcome, view });
	return ill;
}

function illnessOf({ name, view: before }: UnitResult, snapshot: ClusterSnapshot): readonly UnitResult[] {
	const view = viewOf(name, snapshot);
	const reason = illness(before, view);
	return reason === undefined ? [] : [{ name, view, outcome: { kind: 'failed', problem: 'unhealthy', reason } }];
}

/** What has gone wrong between two looks; `undefined` where nothing has. */
function illness(before: UnitView, now: UnitView): string | undefined {
	for (const { machineId, active, sub } of before.states) {
		if (active !== 'active') continue;
		const state = now.states.find((other) => other.machineId === machineId);
		const where = `on ${machineId.slice(0, 8)}`;
		if (state === undefined) return `${now.name} came up ${where} and is no longer there`;
		if (state.active === 'active' || state.active === 'reloading') continue;
		return `${now.name} came up ${where} (${sub}) and is ${state.active} (${state.sub}) now; see its journal`;
	}
	return undefined;
}
