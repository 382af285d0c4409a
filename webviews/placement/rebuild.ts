// Parts of the page that are made anew when they would say something else. Who has the focus there keeps it, on what has
// the same `data-key`, or else on the first thing that can have it.

import { element } from '../support/element.ts';

/** A part of the page that is made from something. */
export interface Rebuilt<T> {
	/** Makes it anew, if it would be other than it is. */
	show(from: T): void;
}

/** Fills `parent` with what `make` makes. Two values with the same JSON text look the same. */
export function rebuilding<T>(parent: HTMLElement, make: (from: T) => readonly (Node | string)[]): Rebuilt<T> {
	let shown: string | undefined;
	return {
		show(from) {
			const text = JSON.stringify(from);
			if (text === shown) return;
			shown = text;
			const focused = parent.contains(document.activeElement) ? document.activeElement : null;
			const key = focused instanceof HTMLElement ? focused.dataset['key'] : undefined;
			parent.replaceChildren(...make(from));
			if (focused === null) return;
			const same = [...parent.querySelectorAll<HTMLElement>('[data-key]')].find((one) => one.dataset['key'] === key);
			(same ?? parent.querySelector<HTMLElement>('button:enabled, input'))?.focus();
		},
	};
}

/** A button. Its key, if it has one, is what it is known by when it is made anew. */
export function button(
	words: string,
	act: () => void,
	attributes: Readonly<Record<string, string>> = {},
): HTMLButtonElement {
	const made = element('button', { type: 'button', ...attributes }, words);
	made.addEventListener('click', act);
	return made;
}
