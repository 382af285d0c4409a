// What of the grid is scrolled to, and what is drawn of it. Keys, focus and the pointer are not known here.

import { createDrawnGrid, type DrawnGrid } from './drawn-grid.ts';
import type { Cursor } from './grid-keys.ts';
import { type Axis, pageLength, scrollToSee, scrollToStay, type View, visibleRange } from './grid-layout.ts';
import type { Place, Scroll, Shown } from './place.ts';

/** The view of a grid. */
export interface GridView extends Pick<DrawnGrid, 'elementAt' | 'placeOf'> {
	/** Draws what can be seen. `looked` is what is pointed at, or else the place of the cursor. */
	draw(shown: Shown, place: Place, looked: Place): void;
	/** Scrolls so that what was first in view stays where it is. */
	stay(before: Shown, after: Shown): void;
	/** Scrolls so that a place can be seen. */
	see(cursor: Cursor, shown: Shown): void;
	/** How many rows can be seen in full. */
	page(): number;
	scroll(): Scroll;
	scrollTo(scroll: Scroll): void;
}

/** Rows and columns beyond those that are seen, so that scrolling finds them there. */
const spare = 3;

/** The view of a grid that is scrolled within an element. */
export function createGridView(scroller: HTMLElement, canvas: HTMLElement): GridView {
	const drawn = createDrawnGrid(canvas);
	const rowsOf = ({ rows }: Shown): Axis => ({ names: rows.map(({ name }) => name), size: drawn.sizes().row });
	const columnsOf = ({ columns }: Shown): Axis => ({ names: columns.map(({ id }) => id), size: drawn.sizes().column });
	const down = (): View => ({
		scroll: scroller.scrollTop,
		extent: scroller.clientHeight - drawn.sizes().header,
	});
	const across = (): View => ({
		scroll: scroller.scrollLeft,
		extent: scroller.clientWidth - drawn.sizes().names,
	});
	return {
		elementAt: drawn.elementAt,
		placeOf: drawn.placeOf,
		draw(shown, place, looked) {
			drawn.fit(scroller.clientWidth, shown.columns.length);
			const rows = visibleRange(rowsOf(shown), down(), spare);
			const columns = visibleRange(columnsOf(shown), across(), spare);
			scroller.setAttribute('aria-rowcount', String(shown.rows.length + 1));
			scroller.setAttribute('aria-colcount', String(shown.columns.length + 1));
			drawn.draw({ shown, ranges: { rows, columns }, place, looked });
		},
		stay(before, after) {
			const { scrollTop, scrollLeft } = scroller;
			drawn.stretch(after);
			scroller.scrollTop = scrollToStay(rowsOf(before), rowsOf(after), scrollTop);
			scroller.scrollLeft = scrollToStay(columnsOf(before), columnsOf(after), scrollLeft);
		},
		see({ row, column }, shown) {
			if (row > 0) scroller.scrollTop = scrollToSee(row - 1, rowsOf(shown), down());
			if (column > 0) scroller.scrollLeft = scrollToSee(column - 1, columnsOf(shown), across());
		},
		page: () => pageLength(drawn.sizes().row, down()),
		scroll: () => ({ left: scroller.scrollLeft, top: scroller.scrollTop }),
		scrollTo({ left, top }) {
			scroller.scrollLeft = left;
			scroller.scrollTop = top;
		},
	};
}
