// What happens during an operation and how it ended, in a sentence for a notification.

import type { OperationEvent } from '../../../cluster/src/operations/context.ts';
import type { UnitResult } from '../../../cluster/src/operations/outcome.ts';
import type { UnitView } from '../../../cluster/src/operations/unit-view.ts';
import { conditionOf } from '../cluster-view/condition.ts';
import { machineName } from '../cluster-view/words.ts';
import { errorText } from '../clusters/failure.ts';

/** A step on the way, or `undefined` where it is not worth a word. */
export function eventText(event: OperationEvent): string | undefined {
	switch (event.kind) {
		case 'warning':
			return event.message;
		case 'differs':
			return `${event.name}: the cluster keeps its own text, which is not that of ${event.file}; redeploy to change it`;
		case 'stored':
			return event.write === 'unchanged' ? undefined : `${event.name} ${event.write}`;
		case 'asked':
			return `${event.name}: ${event.desiredState} is asked for`;
		case 'seen':
			return `${event.view.name}: ${viewText(event.view)}`;
		case 'finished':
			return outcomeText(event);
		case 'batch':
			return `${event.done} of ${event.total} done; now ${event.names.join(', ')}`;
		case 'trouble':
			return `the cluster does not answer (${event.error.message}); still trying`;
		case 'recovered':
			return 'the cluster answers again';
	}
}

/** How it ended for a unit. */
export function outcomeText({ name, outcome, view }: UnitResult): string {
	switch (outcome.kind) {
		case 'reached':
			return `${name}: ${viewText(view)}${outcome.note === undefined ? '' : `; it ${outcome.note}`}`;
		case 'unchanged':
			return `${name} was so already: ${viewText(view)}`;
		case 'triggered':
			return `${name}: asked for, and not waited for`;
		case 'failed':
			return outcome.reason;
		case 'error':
			return `${name}: ${errorText(outcome.error)}`;
		case 'timed-out':
			return `${name}: not there yet when the time was up: ${outcome.suspicion?.reason ?? viewText(view)}`;
		case 'interrupted':
			return outcome.asked === 'yes'
				? `${name}: given up while under way; the cluster goes on with it (${viewText(view)})`
				: `${name}: given up; whether the cluster was asked is not known`;
		case 'not-begun':
			return `${name}: not begun`;
	}
}

/** `active (running) on 08bb6dd0 (10.0.0.1)` */
function viewText({ unit, machine, states }: UnitView): string {
	if (unit === undefined) return states.length === 0 ? 'not on the cluster' : 'destroyed, still ending';
	const { words } = conditionOf(unit, states);
	return unit.machineId === undefined ? words : `${words} on ${machineName(unit.machineId, machine)}`;
}
