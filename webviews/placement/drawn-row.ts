// A row of the grid: the heading of a unit, and its cells under the machines that can be seen.

import type { Column, Row } from '../../client/src/placement/map-model.ts';
import { element } from '../support/element.ts';
import { putInOrder } from '../support/put-in-order.ts';
import { fillCell, fillRowHeading, gridCell, lay, rowHeading } from './grid-elements.ts';
import type { Picked } from './grid-layout.ts';
import { createKeyed } from './keyed.ts';
import type { Shown } from './place.ts';
import type { Sizes } from './sizes.ts';

/** A row. */
export interface DrawnRow {
	readonly element: HTMLElement;
	readonly heading: HTMLElement;
	draw(row: Picked<Row>, parts: RowParts): void;
	cell(machine: string): HTMLElement | undefined;
}

/** What rows are drawn with. */
export interface RowParts {
	readonly columns: readonly Picked<Column>[];
	readonly shown: Shown;
	readonly sizes: Sizes;
	/** The machine for which the headings answer. */
	readonly asked: Column | undefined;
	/** The unit that is looked at. */
	readonly lit: Row | undefined;
}

/** A row without cells. */
export function createDrawnRow(unit: string): DrawnRow {
	const heading = rowHeading();
	const line = element('div', { role: 'row', class: 'line', 'data-unit': unit }, heading);
	const cells = createKeyed(gridCell, (cell) => cell);
	return {
		element: line,
		heading,
		draw({ item: row, nth }, { columns, shown, sizes, asked, lit }) {
			fillRowHeading(heading, row, asked && shown.model.cell(row, asked).mark);
			line.classList.toggle('lit', row === lit);
			const drawn = columns.map(({ item, nth: column }) => {
				const cell = cells.take(item.id);
				fillCell(cell, row, item, shown);
				lay(cell, column, sizes);
				return cell;
			});
			cells.dropOthers();
			putInOrder(line, [heading, ...drawn]);
			line.setAttribute('aria-rowindex', String(nth + 2));
			line.style.top = `${sizes.header + nth * sizes.row}px`;
		},
		cell: cells.get,
	};
}
