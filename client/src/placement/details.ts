// Everything that the map can say of one unit or one machine, as lists of sentences.

import { counted } from '../cluster-view/words.ts';
import { groupBySentence, namesText } from './grouped.ts';
import type { Column, MapModel, Row } from './map-model.ts';
import type { Mark } from './marks.ts';
import { type Relation, relationsOf } from './relations.ts';

/** What is said of a unit or machine. */
export interface Details {
	readonly title: string;
	readonly facts: readonly string[];
	readonly lists: readonly DetailList[];
}

/** Sentences under a heading. */
export interface DetailList {
	readonly heading: string;
	readonly items: readonly string[];
}

/** Everything about a unit. */
export function unitDetails(model: MapModel, row: Row): Details {
	const said = model.columns.map((column) => ({ name: column.name, ...model.cell(row, column) }));
	return {
		title: row.name,
		facts: [row.condition === 'new' ? 'does not exist yet' : row.condition, row.place, row.requirements],
		lists: compact([
			{ heading: 'Is on', items: named(said, ['here', 'comes']) },
			{ heading: 'Could be on', items: named(said, ['free', 'may-come']) },
			{ heading: 'Could be on, if others move', items: sentences(said, ['swap']) },
			{ heading: 'Would leave', items: sentences(said, ['leaves']) },
			{ heading: 'Cannot be on', items: sentences(said, barred) },
			...relationLists(relationsOf(row.unit, model.shown), model),
		]),
	};
}

/** Everything about a machine. */
export function machineDetails(model: MapModel, column: Column): Details {
	const said = model.rows.map((row) => ({ name: row.name, ...model.cell(row, column) }));
	return {
		title: column.name,
		facts: [column.id, column.metadata === '' ? 'no metadata' : column.metadata, loadWords(column)],
		lists: compact([
			{ heading: 'Has', items: named(said, ['here', 'comes']) },
			{ heading: 'Could take', items: named(said, ['free', 'may-come', 'swap']) },
			{ heading: 'Would lose', items: named(said, ['leaves']) },
			{ heading: 'Cannot take', items: sentences(said, barred) },
		]),
	};
}

/** `3 units counted`, and how many it would be with what is tried. */
export function loadWords({ load, loadNow }: Column): string {
	if (load === undefined) return `down; ${counted(loadNow, 'unit')} counted now`;
	return load === loadNow ? `${counted(load, 'unit')} counted` : `${loadNow} → ${counted(load, 'unit')} counted`;
}

interface SaidCell {
	readonly name: string;
	readonly mark: Mark;
	readonly words: string;
}

const barred: readonly Mark[] = ['metadata', 'conflict', 'peers', 'machine-id', 'down'];

function named(said: readonly SaidCell[], wanted: readonly Mark[]): readonly string[] {
	return said.filter(({ mark }) => wanted.includes(mark)).map(({ name }) => name);
}

function sentences(said: readonly SaidCell[], wanted: readonly Mark[]): readonly string[] {
	const found = said.filter(({ mark }) => wanted.includes(mark));
	return groupBySentence(found.map(({ name, words }) => ({ name, sentence: words }))).map(
		({ names, sentence }) => `${namesText(names)}: ${sentence}`,
	);
}

function relationLists(relations: readonly Relation[], { rows }: MapModel): readonly DetailList[] {
	const places = new Map(rows.map(({ name, place }) => [name, place]));
	return relationHeadings.map(([kind, heading]) => ({
		heading,
		items: relations
			.filter((relation) => relation.kind === kind)
			.map(({ other, words }) => `${other}, ${places.get(other) ?? 'not on the cluster'}: ${words}`),
	}));
}

const relationHeadings = [
	['peer', 'Must be beside'],
	['follower', 'Is followed by'],
	['conflict', 'Conflicts with'],
	['replacement', 'Replaces, or is replaced by'],
] as const;

function compact(lists: readonly DetailList[]): readonly DetailList[] {
	return lists.filter(({ items }) => items.length > 0);
}
