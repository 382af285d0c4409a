// How far a unit has come on its way, at one moment. What looks final may be a passing state, so a judgement that is
// not good news says how long it must last before it is believed. Shapes, and what all judges share.

import type { FleetRelease } from '../../../core/src/fleet/model.ts';
import type { ClusterSnapshot, DesiredState } from '../model.ts';
import type { Patience } from './context.ts';
import type { FailureKind, Outcome } from './outcome.ts';
import type { UnitView } from './unit-view.ts';

/** Whether a unit is where it should be, on its way there, or seems to have ended in that way. */
export type Judgement =
	| { readonly kind: 'there' }
	| { readonly kind: 'under-way' }
	| { readonly kind: 'doubtful'; readonly outcome: Outcome; readonly patience: keyof Patience };

/** Judges one unit of a cluster. */
export type Judge = (view: UnitView, cluster: JudgedCluster) => Judgement;

/** What surrounds the unit. */
export interface JudgedCluster {
	readonly snapshot: ClusterSnapshot;
	readonly release: FleetRelease;
}

/** The unit is as asked. */
export const there: Judgement = { kind: 'there' };
/** The unit is on its way. */
export const underWay: Judgement = { kind: 'under-way' };

/** The unit will not get there, if what is seen lasts. */
export function doubtful(problem: FailureKind, reason: string, patience: keyof Patience = 'settle'): Judgement {
	return { kind: 'doubtful', outcome: { kind: 'failed', problem, reason }, patience };
}

/** The unit is as asked, if what is seen lasts. */
export function thereIfItLasts(note: string): Judgement {
	return { kind: 'doubtful', outcome: { kind: 'reached', note }, patience: 'settle' };
}

/** Whether the registry has the unit with the desired state and, where one is named, the text that was asked for. */
export function judgeWish({ name, unit }: UnitView, wish: Wish): Judgement | undefined {
	if (unit === undefined) return doubtful('gone', `${name} is no longer in the registry: somebody has destroyed it`);
	if (unit.desiredState !== wish.desiredState) {
		const now = `its desired state is ${unit.desiredState}, not ${wish.desiredState}`;
		return doubtful('overruled', `somebody has changed ${name} meanwhile: ${now}`);
	}
	if (wish.hash !== undefined && unit.hash !== wish.hash) {
		return doubtful('overruled', `somebody has changed ${name} meanwhile: it has another text than was sent`);
	}
	return undefined;
}

/** What was asked for. */
export interface Wish {
	readonly desiredState: DesiredState;
	/** Absent where the text is not part of the wish. */
	readonly hash?: string;
}
