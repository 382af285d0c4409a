// A plan in words: a summary, a line for each unit that would not stay, and what else one should know.

import type { GlobalChange, PlannedMove } from '../../../cluster/src/operations/what-if.ts';
import { counted, machineName } from '../cluster-view/words.ts';
import { groupBySentence, namesText } from './grouped.ts';
import type { MapModel } from './map-model.ts';
import type { Plan } from './plan.ts';

/** A plan as it is read. */
export interface PlanText {
	readonly summary: string;
	readonly items: readonly PlanItem[];
	/** What holds of the plan as a whole. */
	readonly notes: readonly string[];
}

/** What becomes of a unit. */
export interface PlanItem {
	readonly unit: string;
	readonly kind: ItemKind;
	/** Goes on from the unit's name: `moves from 08bb6dd0 to 6d8e0f2a`. */
	readonly words: string;
	/** Why no machine takes it. */
	readonly reasons: readonly string[];
}

/** Worst first. `open`: it stays, or does not, as the order of units will have it. */
export type ItemKind = (typeof itemKinds)[number];

const itemKinds = ['lost', 'moves', 'open', 'comes', 'leaves', 'global'] as const;

/** The plan of a map in words; `undefined` while nothing is tried. */
export function planText(model: Pick<MapModel, 'map' | 'plan' | 'columns'>): PlanText | undefined {
	const { plan, columns } = model;
	if (plan === undefined) return undefined;
	const machines = new Map(columns.map(({ id, machine }) => [id, machine]));
	const nameOf = (id: string | undefined) => (id === undefined ? 'nowhere' : machineName(id, machines.get(id)));
	const wanted = new Set(
		plan.cluster.units.flatMap(({ name, desiredState }) => (desiredState === 'inactive' ? [] : name)),
	);
	const moves = plan.moves.map((move) => moveItem(move, wanted.has(move.name), nameOf));
	const items = [...moves, ...plan.globals.map((change) => globalItem(change, nameOf))];
	return {
		summary: summaryOf(items),
		items: items.sort((a, b) => itemKinds.indexOf(a.kind) - itemKinds.indexOf(b.kind)),
		notes: notesOf(plan),
	};
}

type NameOf = (id: string | undefined) => string;

function moveItem(move: PlannedMove, isWanted: boolean, nameOf: NameOf): PlanItem {
	const { name, refusals } = move;
	const kind = kindOf(move, isWanted);
	const choice = choiceText(move, nameOf);
	const doubt = choice === '' ? '' : `, or ${choice}, as the order in which fleet takes units will have it`;
	const reasons = kind === 'lost' ? refusals : [];
	return {
		...{ unit: name, kind, words: `${moveWords(move, kind, nameOf)}${doubt}` },
		reasons: groupBySentence(reasons.map(({ machineId, sentence }) => ({ name: nameOf(machineId), sentence }))).map(
			({ names, sentence }) => `${namesText(names)}: ${sentence}`,
		),
	};
}

/** Where else it may end. */
function choiceText({ otherwise, from }: PlannedMove, nameOf: NameOf): string {
	const others = otherwise.filter((id) => id !== undefined && id !== from);
	const places = others.length > 3 ? [`on one of ${others.length} others`] : others.map((id) => `on ${nameOf(id)}`);
	const stays = from !== undefined && otherwise.includes(from) ? ['stays there'] : [];
	return [...stays, ...places, ...(otherwise.includes(undefined) ? ['nowhere'] : [])].join(' or ');
}

function kindOf({ from, to }: PlannedMove, isWanted: boolean): ItemKind {
	if (to === undefined) return isWanted ? 'lost' : 'leaves';
	if (from === to) return 'open';
	return from === undefined ? 'comes' : 'moves';
}

function moveWords({ from, to }: PlannedMove, kind: ItemKind, nameOf: NameOf): string {
	switch (kind) {
		case 'lost':
			return from === undefined ? 'lands nowhere' : `leaves ${nameOf(from)} and lands nowhere`;
		case 'leaves':
			return from === undefined ? 'is not asked for any more' : `leaves ${nameOf(from)}, as it is not asked for`;
		case 'open':
			return `stays on ${nameOf(to)}`;
		case 'comes':
			return `lands on ${nameOf(to)}`;
		default:
			return `moves from ${nameOf(from)} to ${nameOf(to)}`;
	}
}

function globalItem({ name, added, removed }: GlobalChange, nameOf: NameOf): PlanItem {
	const parts = [
		...(added.length > 0 ? [`comes to ${namesText(added.map(nameOf))}`] : []),
		...(removed.length > 0 ? [`leaves ${namesText(removed.map(nameOf))}`] : []),
	];
	return { unit: name, kind: 'global', words: `${parts.join(' and ')} (global)`, reasons: [] };
}

/** Each kind with what one says of so many of them. */
const summaries: readonly (readonly [ItemKind, string])[] = [
	['lost', 'would land nowhere'],
	['moves', 'would move'],
	['comes', 'would land on a machine'],
	['leaves', 'would leave'],
	['open', 'may move'],
	['global', 'would be on other machines'],
];

function summaryOf(items: readonly PlanItem[]): string {
	if (items.length === 0) return 'nothing would move';
	const parts = summaries.flatMap(([kind, words]) => {
		const count = items.filter((item) => item.kind === kind).length;
		if (count === 0) return [];
		return `${counted(count, kind === 'global' ? 'global unit' : 'unit')} ${words}`;
	});
	return parts.join(', ');
}

function notesOf({ end, orders, waiting }: Plan): readonly string[] {
	return [
		...(end.kind === 'settled' ? [] : ['fleet would not come to rest; this is one moment of it']),
		...(orders === 'some' ? ['there are too many orders in which fleet may take these units to try them all'] : []),
		...(waiting.length === 0 ? [] : [`waiting for a machine either way: ${namesText(waiting)}`]),
	];
}
