// The end of an operation for programs: what happened and how the unit was seen last. Machines are their whole IDs.

import type { Outcome, UnitResult } from '../../../cluster/src/operations/outcome.ts';

/** One unit's end. Members that say nothing are absent. */
export function resultAsJson({ name, outcome, view }: UnitResult): object {
	const { unit, states } = view;
	return {
		unit: name,
		outcome: outcome.kind,
		...detailsOf(outcome),
		desiredState: unit?.desiredState,
		currentState: unit?.global ? undefined : unit?.currentState,
		machine: unit?.machineId,
		states: states.map(({ machineId, load, active, sub, hash }) => ({ machine: machineId, load, active, sub, hash })),
	};
}

function detailsOf(outcome: Outcome): object {
	switch (outcome.kind) {
		case 'failed': {
			const machines = outcome.explanation?.machines.map(({ machine, sentence }) => ({
				machine: machine.id,
				sentence,
			}));
			return { problem: outcome.problem, reason: outcome.reason, machines };
		}
		case 'error':
			return { problem: outcome.error.kind, reason: outcome.error.message, advice: outcome.error.details.advice };
		case 'timed-out':
			return { problem: outcome.suspicion?.problem, reason: outcome.suspicion?.reason };
		case 'interrupted':
			return { asked: outcome.asked };
		case 'reached':
			return { note: outcome.note };
		default:
			return {};
	}
}
