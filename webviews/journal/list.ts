// The rows on the screen, out of a hundred thousand: only those that can be seen are drawn. Follows the newest until the
// user scrolls up; then what is seen stays where it is, whatever comes or goes around it.

import { element } from '../support/element.ts';
import { withNextPicture } from '../support/next-picture.ts';
import { createDrawnRows } from './drawn-rows.ts';
import { createHeldPlace } from './held-place.ts';
import type { Shown } from './looking.ts';

/** The list. */
export interface List {
	readonly element: HTMLElement;
	/** What is shown is other than it was; it is drawn with the next picture. */
	changed(): void;
	/** What rows say of their journals is other than it was. */
	redraw(): void;
	isFollowing(): boolean;
	follow(isFollowing: boolean): void;
	/** Brings a place into view and gives its row the focus. Ends following. */
	goTo(place: number): void;
	/** The first place that can be seen, and how many there are. */
	visible(): { readonly first: number; readonly count: number };
	/** The element of a row, if it is drawn. */
	elementOf(id: number): HTMLElement | undefined;
}

/** What a list asks and tells. */
export interface ListParts {
	/** Sorted; the same list, whatever happens to it. */
	readonly shown: readonly Shown[];
	readonly draw: (shown: Shown) => HTMLElement;
	/** It follows, or does not any more. */
	readonly followingChanged: () => void;
}

/** Rows above and below those that are seen, so that scrolling finds them there. */
const spareRows = 20;

/** A list that follows. */
export function createList({ shown, draw, followingChanged }: ListParts): List {
	const ruler = element('span', { class: 'ruler', 'aria-hidden': 'true' }, 'X');
	const canvas = element('div', { class: 'canvas' });
	const scroller = element('main', { class: 'lines', role: 'log', tabindex: '0' }, ruler, canvas);
	const rows = createDrawnRows(canvas, draw, () => scroller.focus({ preventScroll: true }));
	const rowHeight = () => Math.max(1, ruler.offsetHeight);
	const held = createHeldPlace(scroller, shown, rowHeight);
	let isFollowing = true;
	let lastTop = 0;

	const changed = withNextPicture(render);
	// Half a pixel may be lost by rounding.
	const isEndVisible = () => scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1;
	const visible = () => ({
		first: Math.floor(scroller.scrollTop / rowHeight()),
		count: Math.floor(scroller.clientHeight / rowHeight()),
	});

	function render(): void {
		const height = rowHeight();
		const lowest = Math.max(0, shown.length * height - scroller.clientHeight);
		const top = isFollowing ? lowest : Math.min(held.top(), lowest);
		const first = Math.max(0, Math.floor(top / height) - spareRows);
		const end = Math.ceil((top + scroller.clientHeight) / height) + spareRows;
		// Rows that stand where the list ends no more would make it longer than it is, so they go first.
		rows.show(first, shown.slice(first, end), height);
		canvas.style.height = `${shown.length * height}px`;
		scroller.scrollTop = top;
		lastTop = scroller.scrollTop;
	}

	function follow(wanted: boolean): void {
		if (wanted === isFollowing) return;
		isFollowing = wanted;
		held.keep();
		// Lines that come are read out only to those who follow them.
		scroller.setAttribute('aria-live', isFollowing ? 'polite' : 'off');
		followingChanged();
		changed();
	}

	scroller.addEventListener('scroll', () => {
		// A page that is not seen has no height, and scrolls without anybody scrolling.
		if (scroller.clientHeight === 0 || scroller.scrollTop === lastTop) return;
		const isUp = scroller.scrollTop < lastTop;
		lastTop = scroller.scrollTop;
		// A page that grows, or comes back into view, moves up by itself; its end is still in view then.
		if (isFollowing && isUp && !isEndVisible()) follow(false);
		held.keep();
		changed();
	});
	scroller.setAttribute('aria-live', 'polite');
	new ResizeObserver(changed).observe(scroller);
	// The font may become another one.
	new ResizeObserver(changed).observe(ruler);

	return {
		element: scroller,
		changed,
		redraw() {
			rows.clear();
			changed();
		},
		isFollowing: () => isFollowing,
		follow,
		goTo(place) {
			follow(false);
			const one = shown[place];
			if (one === undefined) return;
			const { first, count } = visible();
			if (place < first || place >= first + count) {
				const top = place < first ? place : place - count + 1;
				scroller.scrollTop = top * rowHeight();
			}
			held.keep();
			render();
			rows.element(one.row.id)?.focus({ preventScroll: true });
		},
		visible,
		elementOf: rows.element,
	};
}
