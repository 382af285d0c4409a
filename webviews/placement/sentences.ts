// What is said of a place in the grid, in a sentence: to whoever points at it, and to screen readers.

import { loadWords } from '../../client/src/placement/details.ts';
import { namesText } from '../../client/src/placement/grouped.ts';
import type { Column, Row } from '../../client/src/placement/map-model.ts';
import type { Mark } from '../../client/src/placement/marks.ts';
import { type Place, partsOf, type Shown } from './place.ts';

/** Everything that matters about a place. */
export function placeSentence(place: Place, shown: Shown): string {
	const { row, column } = partsOf(place, shown);
	if (row !== undefined && column !== undefined) return cellSentence(row, column, shown);
	if (row !== undefined) return `${unitSentence(row)}${eligibleSentence(row, shown)}`;
	return column === undefined ? '' : `${machineSentence(column)}${takesSentence(column, shown)}`;
}

/** `web@1.service: 08bb6dd0 has role=db, needs role=web` */
export function cellSentence(row: Row, column: Column, { model }: Shown): string {
	return `${row.name}: ${column.name} ${model.cell(row, column).words}`;
}

/** `web@1.service: active (running), on 08bb6dd0; runs on machines with role=web` */
export function unitSentence({ name, condition, place, requirements }: Row): string {
	return `${name}: ${condition}, ${place}; ${requirements}`;
}

/** `08bb6dd0 (10.0.0.1): role=web; 3 units counted` */
export function machineSentence(column: Column): string {
	const { name, metadata } = column;
	return `${name}: ${metadata === '' ? 'no metadata' : metadata}; ${loadWords(column)}`;
}

const takers: readonly Mark[] = ['free', 'swap', 'may-come'];

function eligibleSentence(row: Row, { model, columns }: Shown): string {
	if (row.isTemplate && !row.unit.requirements.global) return '';
	const names = columns.filter((column) => takers.includes(model.cell(row, column).mark)).map(({ name }) => name);
	return names.length === 0 ? '; no other machine would take it' : `; could be on ${namesText(names)}`;
}

function takesSentence(column: Column, { model, rows }: Shown): string {
	if (column.load === undefined) return '';
	const names = rows.filter((row) => takers.includes(model.cell(row, column).mark)).map(({ name }) => name);
	return names.length === 0 ? '; would take no other unit' : `; could take ${namesText(names)}`;
}
