// The elements of the grid that can be seen, and where each lies. An element stays as long as its unit and machine do,
// so that focus and what a screen reader has read are not lost. What is pressed and scrolled is not known here.

import { element } from '../support/element.ts';
import { putInOrder } from '../support/put-in-order.ts';
import { createDrawnHeader } from './drawn-header.ts';
import { createDrawnRow } from './drawn-row.ts';
import { pick, type Range } from './grid-layout.ts';
import { createKeyed } from './keyed.ts';
import { type Place, partsOf, type Shown } from './place.ts';
import { fitWidths, type Sizes } from './sizes.ts';

/** What is to be drawn. */
export interface Drawing {
	readonly shown: Shown;
	readonly ranges: { readonly rows: Range; readonly columns: Range };
	/** The place of the cursor, which is always drawn. */
	readonly place: Place;
	/** What is pointed at, or else the place of the cursor: headings tell how it is with that. */
	readonly looked: Place;
}

/** The elements. */
export interface DrawnGrid {
	sizes(): Sizes;
	/** Chooses widths for so much room. */
	fit(room: number, columns: number): void;
	/** Makes room for everything, drawn or not. */
	stretch(shown: Shown): void;
	draw(drawing: Drawing): void;
	elementAt(place: Place): HTMLElement | undefined;
	placeOf(target: Element): Place | undefined;
}

/** An empty grid. */
export function createDrawnGrid(canvas: HTMLElement): DrawnGrid {
	const header = createDrawnHeader();
	const ruler = element('div', { class: 'ruler', 'aria-hidden': 'true' });
	const rows = createKeyed(createDrawnRow, (row) => row.element);
	let widths = fitWidths(0, 0);
	const roving = createRoving(header.corner);
	canvas.append(header.element, ruler);

	const sizes = (): Sizes => ({
		...widths,
		row: Math.max(1, ruler.offsetHeight),
		header: header.element.offsetHeight,
	});

	function stretch({ rows: all, columns }: Shown): void {
		const { row, column, names, header: top } = sizes();
		canvas.style.setProperty('--name-width', `${names}px`);
		canvas.style.width = `${names + columns.length * column}px`;
		canvas.style.height = `${top + all.length * row}px`;
	}

	function elementAt({ unit, machine }: Place): HTMLElement | undefined {
		if (unit === undefined) return machine === undefined ? header.corner : header.heading(machine);
		const row = rows.get(unit);
		return machine === undefined ? row?.heading : row?.cell(machine);
	}

	return {
		sizes,
		fit(room, columns) {
			widths = fitWidths(room, columns);
		},
		stretch,
		draw({ shown, ranges, place, looked }) {
			stretch(shown);
			const about = partsOf(looked, shown);
			// A cell answers for itself; where only a unit or a machine is looked at, all headings across answer.
			const unit = looked.machine === undefined ? about.row : undefined;
			const machine = looked.unit === undefined ? about.column : undefined;
			const atColumn = shown.columns.findIndex(({ id }) => id === place.machine);
			const atRow = shown.rows.findIndex(({ name }) => name === place.unit);
			const parts = { columns: pick(shown.columns, ranges.columns, atColumn), shown, sizes: sizes() };
			header.draw({ ...parts, asked: unit, lit: about.column });
			const rowParts = { ...parts, asked: machine, lit: about.row };
			const drawn = pick(shown.rows, ranges.rows, atRow).map((line) => {
				const row = rows.take(line.item.name);
				row.draw(line, rowParts);
				return row.element;
			});
			rows.dropOthers();
			putInOrder(canvas, [header.element, ruler, ...drawn]);
			roving.to(elementAt(place) ?? header.corner);
		},
		elementAt,
		placeOf: (target) => placeIn(target, canvas),
	};
}

/** One element can be reached with the Tab key, the others from there with arrows. */
function createRoving(first: HTMLElement) {
	let current = first;
	return {
		to(next: HTMLElement): void {
			current.tabIndex = -1;
			current.classList.remove('current');
			current = next;
			current.tabIndex = 0;
			current.classList.add('current');
		},
	};
}

function placeIn(target: Element, canvas: HTMLElement): Place | undefined {
	const cell = target.closest<HTMLElement>('[role=gridcell], [role=rowheader], [role=columnheader]');
	if (cell === null || !canvas.contains(cell)) return undefined;
	const unit = cell.closest<HTMLElement>('[data-unit]')?.dataset['unit'];
	const { machine } = cell.dataset;
	return { ...(unit !== undefined && { unit }), ...(machine !== undefined && { machine }) };
}
