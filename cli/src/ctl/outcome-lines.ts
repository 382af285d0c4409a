// The end of an operation for one unit, as lines: what fleetctl prints for good news, and what is wrong otherwise.

import type { Failure, UnitResult } from '../../../cluster/src/operations/outcome.ts';
import type { UnitView } from '../../../cluster/src/operations/unit-view.ts';
import { machineLegend } from './machine-legend.ts';
import { unitWords } from './unit-words.ts';

/** What was asked for. */
export type Verb = 'submit' | 'load' | 'start' | 'stop' | 'unload' | 'destroy' | 'restart' | 'redeploy';

/** Lines for standard output and standard error. */
export interface OutcomeLines {
	readonly out: readonly string[];
	readonly err: readonly string[];
}

/** The lines for one unit. Who gave up gets one account of all units instead. */
export function outcomeLines(verb: Verb, { name, outcome, view }: UnitResult): OutcomeLines {
	switch (outcome.kind) {
		case 'reached':
			return {
				out: reachedLines(verb, name, view),
				err: outcome.note === undefined ? [] : [`${name} ${outcome.note}`],
			};
		case 'unchanged':
			return { out: [], err: [] };
		case 'triggered':
			return { out: [`Triggered unit ${name} ${verb}`], err: [] };
		case 'failed':
			return { out: [], err: failureLines(outcome) };
		case 'error': {
			const { message, details } = outcome.error;
			return { out: [], err: [`${name}: ${message}${details.advice === undefined ? '' : `; ${details.advice}`}`] };
		}
		case 'timed-out': {
			const waited = `timed out waiting for unit ${name} to report state ${wantedState(verb)}: ${unitWords(view)}`;
			return { out: [], err: [waited, ...(outcome.suspicion ? failureLines(outcome.suspicion) : [])] };
		}
		case 'interrupted':
		case 'not-begun':
			return { out: [], err: [] };
	}
}

/** A failure with what each machine has against the unit. */
function failureLines({ reason, explanation }: Failure): readonly string[] {
	const machines = (explanation?.machines ?? []).map(
		({ machine, sentence }) => `  ${machineLegend(machine.id, [machine])}: ${sentence}`,
	);
	return [reason, ...machines];
}

function reachedLines(verb: Verb, name: string, view: UnitView): readonly string[] {
	if (verb === 'destroy') return [`Destroyed ${name}`];
	// A unit that was made was told when it was stored.
	if (verb === 'submit') return [];
	const state = view.unit?.desiredState ?? wantedState(verb);
	if (view.unit?.global && verb !== 'unload') return [`Global unit ${name} ${state} on ${machineCount(view)}`];
	const place = machineLegend(view.unit?.machineId, view.machine ? [view.machine] : []);
	return [`Unit ${name} ${state}${place === '' ? '' : ` on ${place}`}`];
}

function machineCount({ states }: UnitView): string {
	return states.length === 1 ? '1 machine' : `${states.length} machines`;
}

function wantedState(verb: Verb): string {
	if (verb === 'submit' || verb === 'unload') return 'inactive';
	if (verb === 'destroy') return 'absent';
	return verb === 'load' || verb === 'stop' ? 'loaded' : 'launched';
}
