// Whether a unit that shall run does: fleet has asked systemd for the start, and systemd calls the unit active. A
// oneshot is done when it has ended well. Global units must run on every machine that is theirs.

import type { ClusterUnit, UnitState } from '../model.ts';
import { doubtful, type Judge, type Judgement, judgeWish, there, thereIfItLasts, underWay } from './judge.ts';
import { judgePlacing, machinesOfGlobal } from './judge-placing.ts';
import { scheduledState, type UnitView } from './unit-view.ts';

/** A judge for units that shall be `launched`, with a given text where its hash is given. */
export function judgeStart(hash?: string): Judge {
	return (view, cluster) => {
		const overruled = judgeWish(view, { desiredState: 'launched', ...(hash !== undefined && { hash }) });
		const { unit } = view;
		if (overruled !== undefined || unit === undefined) return overruled ?? underWay;
		if (unit.global) return worstOf(machinesOfGlobal(unit, cluster).map(({ id }) => judgeGlobal(view, unit, id)));
		if (unit.machineId === undefined) return judgePlacing(unit, cluster);
		return judgeOnMachine(unit, unit.machineId, scheduledState(view));
	};
}

/** Whether systemd ends a unit of that kind by itself when it has done its work (`Type=oneshot`). */
function isOneshot({ options }: ClusterUnit): boolean {
	const types = options.filter(({ section, name }) => section === 'Service' && name === 'Type');
	return types.at(-1)?.value === 'oneshot';
}

function judgeGlobal({ states }: UnitView, unit: ClusterUnit, machineId: string): Judgement {
	const state = states.find((other) => other.machineId === machineId);
	// There is no current state of globals, so that “not started yet” and “ended” look the same for a while.
	const known: ClusterUnit = { ...unit, machineId, currentState: 'launched' };
	return judgeOnMachine(known, machineId, state);
}

/** Of several machines: bad news first, then what is still under way. */
function worstOf(judgements: readonly Judgement[]): Judgement {
	if (judgements.length === 0) {
		return doubtful('no-machine-fits', 'no machine fits this global unit; it starts on each one that does', 'placing');
	}
	const of = (kind: Judgement['kind']) => judgements.find((judgement) => judgement.kind === kind);
	return of('under-way') ?? of('doubtful') ?? there;
}

function judgeOnMachine(unit: ClusterUnit, machineId: string, state: UnitState | undefined): Judgement {
	const where = `on ${machineId.slice(0, 8)}`;
	if (state === undefined) {
		const suspects = 'its agent is down or stuck, or cannot load the unit';
		return doubtful('not-loaded', `${unit.name} is scheduled ${where} and not loaded there: ${suspects}`, 'agent');
	}
	if (state.hash !== undefined && state.hash !== unit.hash) {
		return doubtful('not-loaded', `${unit.name} still runs its former text ${where}; the agent does not act`, 'agent');
	}
	if (state.load !== 'loaded') {
		return doubtful('load-error', `systemd calls ${unit.name} ${state.load} ${where}; see its status`);
	}
	return judgeActive(unit, where, state);
}

function judgeActive(unit: ClusterUnit, where: string, { active, sub }: UnitState): Judgement {
	const isAsked = unit.currentState === 'launched';
	switch (active) {
		case 'active':
			return isAsked ? there : underWay;
		case 'failed':
			return doubtful('systemd-failed', `${unit.name} has failed ${where}; see its journal`);
		case 'activating':
			if (sub !== 'auto-restart') return underWay;
			return doubtful(
				'keeps-restarting',
				`systemd keeps restarting ${unit.name} ${where}; see its journal`,
				'restarts',
			);
		case 'inactive':
			return isAsked ? judgeEnded(unit, where) : notStarted(unit.name, where);
		default:
			return underWay;
	}
}

function judgeEnded(unit: ClusterUnit, where: string): Judgement {
	if (isOneshot(unit)) return thereIfItLasts('has done its work and ended');
	const suspects = 'it ended at once, or a condition of the unit is not met; see its status';
	return doubtful('ended', `${unit.name} was started ${where} and is inactive: ${suspects}`);
}

function notStarted(name: string, where: string): Judgement {
	return doubtful('not-started', `${name} is loaded ${where} and not started; see fleet’s journal there`, 'agent');
}
