// The matrix on the screen: a grid that is moved about in with arrow keys. Where one is goes by names of units and
// machines, so that neither focus nor scroll is lost when the cluster changes.

import { element } from '../support/element.ts';
import { withNextPicture } from '../support/next-picture.ts';
import { moveCursor } from './grid-keys.ts';
import { createGridView } from './grid-view.ts';
import { cursorOf, isSamePlace, type Place, placeAt, type Scroll, type Shown } from './place.ts';

/** The grid. */
export interface Grid {
	readonly element: HTMLElement;
	show(shown: Shown): void;
	place(): Place;
	/** Brings a place into view, and gives it the focus. */
	goTo(place: Place): void;
	/** What is scrolled to, to be remembered. */
	scroll(): Scroll;
	/** Goes back to where one was, without taking the focus. */
	restore(place: Place, scroll: Scroll): void;
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

/** A grid in which nothing is shown yet. */
export function createGrid({ moved, pointed, opened, scrolled }: GridParts): Grid {
	const canvas = element('div', { class: 'canvas', role: 'presentation' });
	const label = 'Units and machines; Enter leads to what can be tried';
	const scroller = element('div', { class: 'grid', role: 'grid', 'aria-label': label }, canvas);
	const view = createGridView(scroller, canvas);
	let shown: Shown | undefined;
	let place: Place = {};
	let cursor = { row: 0, column: 0 };
	let pointedAt: Place | undefined;

	const focus = () => view.elementAt(place)?.focus({ preventScroll: true });
	const drawSoon = withNextPicture(draw);

	function draw(): void {
		if (shown !== undefined) view.draw(shown, place, pointedAt ?? place);
	}

	function setPlace(next: Place, content: Shown): void {
		cursor = cursorOf(next, content, cursor);
		place = placeAt(cursor, content);
	}

	function show(next: Shown): void {
		const hadFocus = canvas.contains(document.activeElement);
		if (shown !== undefined) view.stay(shown, next);
		shown = next;
		setPlace(place, next);
		draw();
		if (hadFocus) focus();
	}

	function goTo(next: Place): void {
		if (shown === undefined) return;
		setPlace(next, shown);
		view.see(cursor, shown);
		draw();
		focus();
		moved(place);
	}

	/** Whether the key was for the grid. */
	function takeKey(event: KeyboardEvent): boolean {
		if (shown === undefined || event.altKey || event.shiftKey) return false;
		if (event.key === 'Enter' || event.key === ' ') {
			opened(place);
			return true;
		}
		const size = { rows: shown.rows.length + 1, columns: shown.columns.length + 1, page: view.page() };
		const next = moveCursor(cursor, event, size);
		if (next !== undefined) goTo(placeAt(next, shown));
		return next !== undefined;
	}

	function point(next: Place | undefined): void {
		if (isSamePlace(next, pointedAt)) return;
		pointedAt = next;
		pointed(next);
		drawSoon();
	}

	const scroll = () => {
		drawSoon();
		scrolled();
	};

	listen(scroller, view.placeOf, { takeKey, point, goTo, scroll });
	new ResizeObserver(drawSoon).observe(scroller);
	return {
		element: scroller,
		show,
		place: () => place,
		goTo,
		scroll: view.scroll,
		restore(before, scroll) {
			if (shown === undefined) return;
			setPlace(before, shown);
			view.scrollTo(scroll);
			draw();
		},
	};
}

/** What keys and the pointer do in the grid. */
interface Reactions {
	/** Whether the key was for the grid. */
	readonly takeKey: (event: KeyboardEvent) => boolean;
	readonly point: (place: Place | undefined) => void;
	readonly goTo: (place: Place) => void;
	readonly scroll: () => void;
}

function listen(
	scroller: HTMLElement,
	placeAtElement: (target: Element) => Place | undefined,
	{ takeKey, point, goTo, scroll }: Reactions,
): void {
	const placeOf = ({ target }: Event) => (target instanceof Element ? placeAtElement(target) : undefined);
	scroller.addEventListener('keydown', (event) => {
		if (takeKey(event)) event.preventDefault();
	});
	scroller.addEventListener('pointerover', (event) => point(placeOf(event)));
	scroller.addEventListener('pointerleave', () => point(undefined));
	scroller.addEventListener('mousedown', (event) => {
		const clicked = placeOf(event);
		if (clicked === undefined) return;
		// The cell takes the focus by itself, without scrolling.
		event.preventDefault();
		goTo(clicked);
	});
	scroller.addEventListener('scroll', scroll);
}
