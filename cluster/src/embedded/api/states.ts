// /state and /state/{name}: what systemd says of the units, machine by machine.

import { compareTexts } from '../../../../core/src/fleet/text-order.ts';
import type { Registry, ReportedState } from '../registry/registry.ts';
import { type ApiAnswer, jsonAnswer } from './answer.ts';
import { type GoJson, unlessEmpty } from './go-print.ts';
import { pageAsked, pageOf } from './pages.ts';
import { isRefusal } from './refusable.ts';

/** GET /state, with its filters `machineID` and `unitName`. */
export function listStates(registry: Registry, query: URLSearchParams): ApiAnswer {
	const page = pageAsked(query);
	if (isRefusal(page)) return page.answer;
	const machineId = query.get('machineID') ?? '';
	const unitName = query.get('unitName') ?? '';
	const wanted = allStates(registry).filter(
		({ machine, unit }) => (machineId === '' || machine === machineId) && (unitName === '' || unit === unitName),
	);
	const { items, nextPageToken } = pageOf(wanted, page);
	return jsonAnswer(200, { nextPageToken, states: unlessEmpty(items.map(printState)) });
}

/** GET /state/{name}, of the first machine that has one. Where none has, fleet's handler dies. */
export function getState(registry: Registry, name: string): ApiAnswer | undefined {
	const first = allStates(registry).find(({ unit }) => unit === name);
	return first && jsonAnswer(200, printState(first));
}

/** One machine's word on one unit. */
export interface StateEntry {
	readonly unit: string;
	readonly machine: string;
	readonly state: ReportedState;
}

/** All that machines say, by unit and then by machine. */
export function allStates({ states }: Registry): readonly StateEntry[] {
	const known = lists.get(states);
	if (known !== undefined) return known;
	const entries = [...states].flatMap(([machine, units]) =>
		[...units].map(([unit, state]) => ({ unit, machine, state })),
	);
	entries.sort((a, b) => compareTexts(a.unit, b.unit) || compareTexts(a.machine, b.machine));
	lists.set(states, entries);
	return entries;
}

const lists = new WeakMap<Registry['states'], readonly StateEntry[]>();

function printState({ unit, machine, state }: StateEntry): GoJson {
	return {
		hash: unlessEmpty(state.hash),
		machineID: machine,
		name: unit,
		systemdActiveState: unlessEmpty(state.active),
		systemdLoadState: unlessEmpty(state.load),
		systemdSubState: unlessEmpty(state.sub),
	};
}
