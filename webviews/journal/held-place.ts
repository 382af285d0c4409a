// Where a list stays that does not follow: held on the row at its top, so that it does not move whatever comes or goes
// around it.

import { compareRows } from '../../client/src/journal/rows.ts';
import { lowerBound } from '../../client/src/journal/sorted.ts';
import type { Shown } from './looking.ts';

/** The place that a list is held at. */
export interface HeldPlace {
	/** Holds it where it is scrolled to now. */
	keep(): void;
	/** Where it is to be scrolled to, in pixels. */
	top(): number;
}

/** Holds a list of sorted rows that all have the same height. */
export function createHeldPlace(scroller: HTMLElement, shown: readonly Shown[], rowHeight: () => number): HeldPlace {
	/** What is at the top, and how many pixels of it are above. */
	let anchor: { readonly shown: Shown; readonly above: number } | undefined;
	return {
		keep() {
			const top = shown[Math.floor(scroller.scrollTop / rowHeight())];
			anchor = top && { shown: top, above: scroller.scrollTop % rowHeight() };
		},
		top: () => (anchor === undefined ? scroller.scrollTop : placeOf(shown, anchor.shown) * rowHeight() + anchor.above),
	};
}

/** The place of a row, or where it would be. */
export function placeOf(shown: readonly Shown[], one: Shown): number {
	return lowerBound(shown, one, (a, b) => compareRows(a.row, b.row));
}
