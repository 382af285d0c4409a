// A place in the grid by names, which stays the same while rows and columns come and go.

import type { Column, MapModel, Row } from '../../client/src/placement/map-model.ts';
import { type Cursor, clamp } from './grid-keys.ts';

/** A unit and a machine; without a unit it is the heading of the machine, without a machine that of the unit. */
export interface Place {
	readonly unit?: string;
	readonly machine?: string;
}

/** Distances from the top and the left edge, in pixels. */
export interface Scroll {
	readonly left: number;
	readonly top: number;
}

/** Whether two places are the same; none is one of them. */
export function isSamePlace(one: Place | undefined, other: Place | undefined): boolean {
	return (one === undefined) === (other === undefined) && one?.unit === other?.unit && one?.machine === other?.machine;
}

/** What is shown: a map, and the rows and columns that the filters leave. */
export interface Shown {
	readonly model: MapModel;
	readonly rows: readonly Row[];
	readonly columns: readonly Column[];
}

/** Where a place is; where its unit or machine is gone, the nearest to where it was. */
export function cursorOf({ unit, machine }: Place, { rows, columns }: Shown, before: Cursor): Cursor {
	const row = unit === undefined ? 0 : rows.findIndex(({ name }) => name === unit) + 1 || before.row;
	const column = machine === undefined ? 0 : columns.findIndex(({ id }) => id === machine) + 1 || before.column;
	return clamp({ row, column }, { row: rows.length, column: columns.length });
}

/** What is at a place. */
export function placeAt({ row, column }: Cursor, { rows, columns }: Shown): Place {
	const unit = rows[row - 1]?.name;
	const machine = columns[column - 1]?.id;
	return { ...(unit !== undefined && { unit }), ...(machine !== undefined && { machine }) };
}

/** The row and the column of a place. */
export function partsOf(
	{ unit, machine }: Place,
	{ rows, columns }: Shown,
): { readonly row: Row | undefined; readonly column: Column | undefined } {
	return {
		row: unit === undefined ? undefined : rows.find(({ name }) => name === unit),
		column: machine === undefined ? undefined : columns.find(({ id }) => id === machine),
	};
}
