// The matrix on the screen: a grid of which only what can be seen is drawn, moved about in with arrow keys. Where one is
// goes by names of units and machines, so that neither focus nor scroll is lost when the cluster changes.

import { element } from '../support/element.ts';
import { createDrawnGrid } from './drawn-grid.ts';
import { moveCursor } from './grid-keys.ts';
import { type Axis, pageLength, scrollToSee, scrollToStay, type View, visibleRange } from './grid-layout.ts';
import { cursorOf, type Place, placeAt, type Shown } from './place.ts';

/** The grid. */
export interface Grid {
	readonly element: HTMLElement;
	show(shown: Shown): void;
	place(): Place;
	/** Brings a place into view, and gives it the focus. */
	goTo(place: Place): void;
	/** What is scrolled to, to be remembered. */
	scroll(): { readonly left: number; readonly top: number };
	/** Goes back to where one was, without taking the focus. */
	restore(place: Place, scroll: { readonly left: number; readonly top: number }): void;
}

/** What the grid tells. */
export interface GridParts {
	/** Another place has the focus. */
	readonly moved: (place: Place) => void;
	/** The pointer is over a place, or over none. */
	readonly pointed: (place: Place | undefined) => void;
	/** The user wants to do something with a place. */
	readonly opened: (place: Place) => void;
	readonly scrolled: () => void;
}

/** Rows and columns beyond those that are seen, so that scrolling finds them there. */
const spare = 3;

/** A grid in which nothing is shown yet. */
export function createGrid({ moved, pointed, opened, scrolled }: GridParts): Grid {
	const canvas = element('div', { class: 'canvas', role: 'presentation' });
	const scroller = element('div', { class: 'grid', role: 'grid', 'aria-label': 'Units and machines' }, canvas);
	const drawn = createDrawnGrid(canvas);
	let shown: Shown | undefined;
	let place: Place = {};
	let cursor = { row: 0, column: 0 };
	let pointedAt: Place | undefined;
	let isDue = false;

	const axes = (content: Shown): { readonly rows: Axis; readonly columns: Axis } => ({
		rows: { names: content.rows.map(({ name }) => name), size: drawn.sizes().row },
		columns: { names: content.columns.map(({ id }) => id), size: drawn.sizes().column },
	});
	const views = (): { readonly rows: View; readonly columns: View } => ({
		rows: { scroll: scroller.scrollTop, extent: scroller.clientHeight - drawn.sizes().header },
		columns: { scroll: scroller.scrollLeft, extent: scroller.clientWidth - drawn.sizes().names },
	});

	function render(): void {
		if (shown === undefined) return;
		drawn.fit(scroller.clientWidth, shown.columns.length);
		const { rows, columns } = axes(shown);
		const view = views();
		const ranges = { rows: visibleRange(rows, view.rows, spare), columns: visibleRange(columns, view.columns, spare) };
		scroller.setAttribute('aria-rowcount', String(shown.rows.length + 1));
		scroller.setAttribute('aria-colcount', String(shown.columns.length + 1));
		drawn.draw({ shown, ranges, place, looked: pointedAt ?? place });
	}

	function changed(): void {
		if (isDue) return;
		isDue = true;
		requestAnimationFrame(() => {
			isDue = false;
			render();
		});
	}

	function show(next: Shown): void {
		const hadFocus = canvas.contains(document.activeElement);
		if (shown !== undefined) {
			const [before, after] = [axes(shown), axes(next)];
			const { scrollTop, scrollLeft } = scroller;
			drawn.stretch(next);
			scroller.scrollTop = scrollToStay(before.rows, after.rows, scrollTop);
			scroller.scrollLeft = scrollToStay(before.columns, after.columns, scrollLeft);
		}
		shown = next;
		cursor = cursorOf(place, next, cursor);
		place = placeAt(cursor, next);
		render();
		if (hadFocus) drawn.elementAt(place)?.focus({ preventScroll: true });
	}

	function goTo(next: Place): void {
		if (shown === undefined) return;
		cursor = cursorOf(next, shown, cursor);
		place = placeAt(cursor, shown);
		const [{ rows, columns }, view] = [axes(shown), views()];
		if (cursor.row > 0) scroller.scrollTop = scrollToSee(cursor.row - 1, rows, view.rows);
		if (cursor.column > 0) scroller.scrollLeft = scrollToSee(cursor.column - 1, columns, view.columns);
		render();
		drawn.elementAt(place)?.focus({ preventScroll: true });
		moved(place);
	}

	function pressKey(event: KeyboardEvent): void {
		if (shown === undefined || event.altKey || event.shiftKey) return;
		if (event.key === 'Enter' || event.key === ' ') opened(place);
		else {
			const page = pageLength(axes(shown).rows, views().rows);
			const size = { rows: shown.rows.length + 1, columns: shown.columns.length + 1, page };
			const next = moveCursor(cursor, event, size);
			if (next === undefined) return;
			goTo(placeAt(next, shown));
		}
		event.preventDefault();
	}

	function point(target: EventTarget | null): void {
		const next = target instanceof Element ? drawn.placeOf(target) : undefined;
		if (next?.unit === pointedAt?.unit && next?.machine === pointedAt?.machine) return;
		pointedAt = next;
		pointed(next);
		changed();
	}

	scroller.addEventListener('keydown', pressKey);
	scroller.addEventListener('pointerover', ({ target }) => point(target));
	scroller.addEventListener('pointerleave', () => point(null));
	scroller.addEventListener('mousedown', (event) => {
		const clicked = event.target instanceof Element ? drawn.placeOf(event.target) : undefined;
		if (clicked === undefined) return;
		event.preventDefault();
		goTo(clicked);
	});
	scroller.addEventListener('scroll', () => {
		changed();
		scrolled();
	});
	new ResizeObserver(changed).observe(scroller);

	return {
		element: scroller,
		show,
		place: () => place,
		goTo,
		scroll: () => ({ left: scroller.scrollLeft, top: scroller.scrollTop }),
		restore(before, { left, top }) {
			if (shown === undefined) return;
			cursor = cursorOf(before, shown, cursor);
			place = placeAt(cursor, shown);
			scroller.scrollLeft = left;
			scroller.scrollTop = top;
			render();
		},
	};
}
