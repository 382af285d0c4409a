// Whether a unit that shall rest does: loaded and not running, unloaded, or gone altogether.

import { doubtful, type Judge, type Judgement, judgeWish, there, underWay } from './judge.ts';
import { judgePlacing, machinesOfGlobal } from './judge-placing.ts';
import { isUp, scheduledState, type UnitView } from './unit-view.ts';

/** Stopped: its desired state is `loaded`, and nothing of it runs. A unit that no machine takes is stopped, too. */
export const judgeStop: Judge = (view) => {
	const overruled = judgeWish(view, { desiredState: 'loaded' });
	if (overruled !== undefined) return overruled;
	return judgeQuiet(view) ?? (view.unit?.currentState === 'launched' ? underWay : there);
};

/** A judge for units that shall be loaded and not run, with a given text where its hash is given. */
export function judgeLoad(hash?: string): Judge {
	return (view, cluster) => {
		const overruled = judgeWish(view, { desiredState: 'loaded', ...(hash !== undefined && { hash }) });
		const { unit } = view;
		if (overruled !== undefined || unit === undefined) return overruled ?? underWay;
		if (unit.global) {
			const missing = machinesOfGlobal(unit, cluster).filter(
				({ id }) => !view.states.some((state) => state.machineId === id && state.hash === unit.hash),
			);
			return judgeQuiet(view) ?? (missing.length === 0 ? there : notLoaded(view));
		}
		if (unit.machineId === undefined) return judgePlacing(unit, cluster);
		const state = scheduledState(view);
		if (state === undefined || (state.hash !== undefined && state.hash !== unit.hash)) return notLoaded(view);
		return judgeQuiet(view) ?? (unit.currentState === 'loaded' ? there : underWay);
	};
}

/** A judge for units that shall be known and no more, with a given text where its hash is given. */
export function judgeUnload(hash?: string): Judge {
	return (view) => {
		const overruled = judgeWish(view, { desiredState: 'inactive', ...(hash !== undefined && { hash }) });
		if (overruled !== undefined) return overruled;
		return view.unit?.machineId === undefined ? judgeForgotten(view) : underWay;
	};
}

/** Destroyed: the registry has it no more, and no machine has it loaded. */
export const judgeDestroy: Judge = (view) => (view.unit === undefined ? judgeForgotten(view) : underWay);

function judgeForgotten(view: UnitView): Judgement {
	if (view.states.length === 0) return there;
	const left = view.states.filter(isUp).length > 0 ? 'still runs' : 'is still loaded';
	return view.states.some(({ active }) => active === 'deactivating') ? underWay : stuck(view, left);
}

/** `undefined` where nothing of the unit runs. */
function judgeQuiet(view: UnitView): Judgement | undefined {
	const up = view.states.filter(isUp);
	if (up.length === 0) return undefined;
	// A stop may take as long as the unit allows itself.
	return up.some(({ active }) => active === 'deactivating') ? underWay : stuck(view, 'still runs');
}

function notLoaded({ name }: UnitView): Judgement {
	return doubtful('not-loaded', `${name} is not loaded where it should be; its agent is down or stuck`, 'agent');
}

function stuck({ name, states }: UnitView, what: string): Judgement {
	const where = states.map(({ machineId }) => machineId.slice(0, 8)).join(', ');
	return doubtful('still-running', `${name} ${what} on ${where}; the agent there does not act`, 'agent');
}
