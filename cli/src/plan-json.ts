// A plan for programs. Machines are their whole IDs; `null` is nowhere.

import type { Landing, PlanResults, Refusal, UnitResult } from '../../cluster/src/operations/placement.ts';
import { verdictSentence } from '../../core/src/index.ts';

/** The whole text. */
export function planJson({ units, moved, simulation }: PlanResults): string {
	const plan = {
		units: units.map(toUnit),
		moved: moved.map(({ name, from = null, to = null }) => ({ name, from, to })),
		end: simulation.end.kind,
		ordersTried: simulation.orders.tried,
	};
	return `${JSON.stringify(plan, undefined, 2)}\n`;
}

function toUnit({ name, landing, otherwise }: UnitResult) {
	const mayAlso = otherwise.map((id) => id ?? null);
	return { name, outcome: landing.kind, ...toLanding(landing), ...(mayAlso.length > 0 && { mayAlso }) };
}

function toLanding(landing: Landing) {
	switch (landing.kind) {
		case 'placed':
			return { machine: landing.machine.id };
		case 'nowhere':
			return { refusals: landing.refusals.map(toRefusal) };
		case 'global':
			return { machines: landing.machines.map(({ id }) => id), refusals: landing.refusals.map(toRefusal) };
		case 'refused':
			return { reason: landing.reason };
	}
}

/** `fleetReason` is what fleet itself would log. */
function toRefusal({ machine, verdict }: Refusal) {
	return {
		machine: machine.id,
		reason: verdictSentence(verdict),
		...(verdict.kind !== 'schedule' && { fleetReason: verdict.reason }),
	};
}
