// What every operation is given beside its task, and what it tells on its way.

import type { WriteResult } from '../backend.ts';
import type { DesiredState } from '../model.ts';
import type { Outcome } from './outcome.ts';
import type { UnitView } from './unit-view.ts';

/** The surroundings of one operation. */
export interface OperationContext {
	/** Ends the operation early. It then returns what was done and what not; it does not throw for that. */
	readonly signal: AbortSignal;
	/** Is called as things happen. */
	readonly report?: (event: OperationEvent) => void;
	/** How long to wait for what; parts that are absent are as usual. */
	readonly patience?: Partial<Patience>;
}

/** Times in milliseconds. */
export interface Patience {
	/** A state that may be only passing, such as `inactive` right after the start, must last that long. */
	readonly settle: number;
	/** So long may the engine take to place what can be placed. */
	readonly placing: number;
	/** So long may an agent take to act at all. */
	readonly agent: number;
	/** So long may a unit be restarted by systemd before it counts as failing. */
	readonly restarts: number;
}

/**
 * States are published within a second of a change, and the engine works every two seconds; both took up to seven
 * seconds on a real cluster. An agent that has done nothing for half a minute has lost its machine's entries, too.
 */
export const usualPatience: Patience = { settle: 3_000, placing: 6_000, agent: 30_000, restarts: 10_000 };

/** What happens on the way of an operation. */
export type OperationEvent =
	/** Good to know, and no reason to stop: `name` says about which unit, `template` from which other text it is made. */
	| { readonly kind: 'warning'; readonly name: string; readonly message: string; readonly template?: string }
	/** The registry's text is not that of the file, and stays as it is. */
	| { readonly kind: 'differs'; readonly name: string; readonly file: string }
	/** The unit's text was written, or found to be there already. */
	| { readonly kind: 'stored'; readonly name: string; readonly write: WriteResult['kind']; readonly from: string }
	/** The unit's desired state was set; `absent` is a unit that was destroyed. */
	| { readonly kind: 'asked'; readonly name: string; readonly desiredState: DesiredState | 'absent' }
	/** The unit was seen to have changed. */
	| { readonly kind: 'seen'; readonly view: UnitView }
	/** The operation is over for the unit. */
	| { readonly kind: 'finished'; readonly name: string; readonly outcome: Outcome; readonly view: UnitView }
	/** A rollout goes on to these units. */
	| { readonly kind: 'batch'; readonly names: readonly string[]; readonly done: number; readonly total: number }
	/** The cluster cannot be read for now; the operation goes on waiting. */
	| { readonly kind: 'trouble'; readonly error: Error }
	/** It can be read again. */
	| { readonly kind: 'recovered' };
