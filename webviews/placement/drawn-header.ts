// The row of headings: how many units there are, and the machines that can be seen.

import type { Column, Row } from '../../client/src/placement/map-model.ts';
import { element } from '../support/element.ts';
import { putInOrder } from '../support/put-in-order.ts';
import { columnHeading, fillColumnHeading, lay } from './grid-elements.ts';
import type { Picked } from './grid-layout.ts';
import { createKeyed } from './keyed.ts';
import type { Shown } from './place.ts';
import type { Sizes } from './sizes.ts';

/** The row of headings. */
export interface DrawnHeader {
	readonly element: HTMLElement;
	readonly corner: HTMLElement;
	draw(parts: HeaderParts): void;
	heading(machine: string): HTMLElement | undefined;
}

/** What headings are drawn with. */
export interface HeaderParts {
	readonly columns: readonly Picked<Column>[];
	readonly shown: Shown;
	readonly sizes: Sizes;
	/** The unit for which the headings answer. */
	readonly asked: Row | undefined;
	/** The machine that is looked at. */
	readonly lit: Column | undefined;
}

/** A row of headings without machines. */
export function createDrawnHeader(): DrawnHeader {
	const corner = element('div', { role: 'columnheader', class: 'corner', tabindex: '0', 'aria-colindex': '1' });
	const header = element('div', { role: 'row', class: 'header', 'aria-rowindex': '1' }, corner);
	const headings = createKeyed(columnHeading, (heading) => heading);
	return {
		element: header,
		corner,
		draw({ columns, shown, sizes, asked, lit }) {
			corner.textContent = countText(shown);
			const most = Math.max(1, ...shown.model.columns.map(({ load }) => load ?? 0));
			const drawn = columns.map(({ item, nth }) => {
				const heading = headings.take(item.id);
				fillColumnHeading(heading, item, most, asked && shown.model.cell(asked, item).mark);
				heading.classList.toggle('lit', item === lit);
				lay(heading, nth, sizes);
				return heading;
			});
			headings.dropOthers();
			putInOrder(header, [corner, ...drawn]);
		},
		heading: headings.get,
	};
}

function countText({ rows, model }: Shown): string {
	const all = model.rows.length;
	return rows.length === all ? `${all} units` : `${rows.length} of ${all} units`;
}
