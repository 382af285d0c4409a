// The elements of the rows that can be seen. An element stays as long as its row does, so that focus, selected text and
// what a screen reader has read are not lost when the list moves.

import { putInOrder } from '../support/put-in-order.ts';
import type { Shown } from './looking.ts';

/** The rows that are drawn. */
export interface DrawnRows {
	/** Draws these rows and no others. `first` is the place of the first one in the whole list. */
	show(first: number, rows: readonly Shown[], height: number): void;
	element(id: number): HTMLElement | undefined;
	/** Forgets all elements. */
	clear(): void;
}

interface Drawn {
	readonly shown: Shown;
	readonly element: HTMLElement;
}

/** Nothing drawn yet. `orphaned` is called when the row that has the focus goes. */
export function createDrawnRows(
	canvas: HTMLElement,
	draw: (shown: Shown) => HTMLElement,
	orphaned: () => void,
): DrawnRows {
	const drawn = new Map<number, Drawn>();

	function drop(id: number, { element }: Drawn): void {
		if (element === document.activeElement) orphaned();
		element.remove();
		drawn.delete(id);
	}

	function elementOf(shown: Shown): HTMLElement {
		const { id } = shown.row;
		const known = drawn.get(id);
		if (known?.shown === shown) return known.element;
		if (known !== undefined) drop(id, known);
		const element = draw(shown);
		drawn.set(id, { shown, element });
		return element;
	}

	return {
		show(first, rows, height) {
			const wanted = new Set(rows.map(({ row }) => row.id));
			for (const [id, one] of [...drawn]) if (!wanted.has(id)) drop(id, one);
			const elements = rows.map(elementOf);
			putInOrder(canvas, elements);
			for (const [nth, element] of elements.entries()) element.style.top = `${(first + nth) * height}px`;
		},
		element: (id) => drawn.get(id)?.element,
		clear() {
			for (const [id, one] of [...drawn]) drop(id, one);
		},
	};
}
