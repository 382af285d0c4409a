// How an operation ended for one unit, told by what was seen and not by what was asked. Shapes only.

import type { Explanation } from '../../../core/src/fleet/explain.ts';
import type { ClusterError } from '../errors.ts';
import type { UnitView } from './unit-view.ts';

/** The end of an operation, unit by unit, in the order in which the units were named. */
export type OperationResult = readonly UnitResult[];

/** The end for one unit, and the unit as it was seen last. */
export interface UnitResult {
	readonly name: string;
	readonly outcome: Outcome;
	readonly view: UnitView;
}

/**
 * `reached`: it was seen to be as asked; `unchanged`: it was so already, and nothing was sent; `triggered`: asked for,
 * and not waited for; `failed`: it will not come to be as asked, or it did and fell over; `error`: a call failed;
 * `timed-out`: still under way when the time was up, maybe with what it seemed to be stuck in; `interrupted`: given up by the caller while under way;
 * `not-begun`: given up before anything was asked.
 */
export type Outcome =
	| { readonly kind: 'reached'; readonly note?: string }
	| { readonly kind: 'unchanged' }
	| { readonly kind: 'triggered' }
	| Failure
	| { readonly kind: 'error'; readonly error: ClusterError }
	| { readonly kind: 'timed-out'; readonly suspicion?: Failure }
	| { readonly kind: 'interrupted'; readonly asked: 'yes' | 'unknown' }
	| { readonly kind: 'not-begun' };

/** Why a unit will not come to be as asked. */
export interface Failure {
	readonly kind: 'failed';
	readonly problem: FailureKind;
	/** One line that says what is seen and what to do next. */
	readonly reason: string;
	/** Machine by machine, where no machine fits. */
	readonly explanation?: Explanation;
}

/** What stands in a unit's way. */
export type FailureKind =
	| 'no-machine-fits'
	| 'not-loaded'
	| 'not-started'
	| 'load-error'
	| 'systemd-failed'
	| 'keeps-restarting'
	| 'ended'
	| 'still-running'
	| 'gone'
	| 'overruled'
	| 'not-applicable'
	| 'unhealthy';

/** Whether a unit is, or will be for all we know, as asked. */
export function isGood({ kind }: Outcome): boolean {
	return kind === 'reached' || kind === 'unchanged' || kind === 'triggered';
}
