// The row that the user has chosen, by pointer or by keys. Choosing ends following, because what one looks at should
// not move away.

import { placeOf } from './held-place.ts';
import type { List } from './list.ts';
import type { Shown } from './looking.ts';

/** What choosing rows works with. */
export interface ChoiceParts {
	readonly list: List;
	readonly shown: readonly Shown[];
	/** A row was chosen, or none is any more. */
	readonly chosen: (row: Shown | undefined) => void;
}

/** Rows that can be chosen. */
export interface Choice {
	current(): Shown | undefined;
	clear(): void;
}

/** Lets rows of a list be chosen. End follows the newest again; Home leads to the oldest. */
export function createChoice({ list, shown, chosen }: ChoiceParts): Choice {
	let current: Shown | undefined;

	function choose(place: number): void {
		const one = shown[Math.max(0, Math.min(place, shown.length - 1))];
		if (one === undefined) return;
		mark(false);
		current = one;
		list.goTo(placeOf(shown, one));
		mark(true);
		chosen(one);
	}

	function mark(isCurrent: boolean): void {
		const element = current && list.elementOf(current.row.id);
		if (isCurrent) element?.setAttribute('aria-current', 'true');
		else element?.removeAttribute('aria-current');
	}

	function clear(): void {
		if (current === undefined) return;
		mark(false);
		current = undefined;
		list.element.focus({ preventScroll: true });
		chosen(undefined);
	}

	function step(by: number): void {
		const { first, count } = list.visible();
		const start = list.isFollowing() ? shown.length : first + count;
		choose(current === undefined ? start - 1 : placeOf(shown, current) + by);
	}

	const keys: Readonly<Record<string, () => void>> = {
		ArrowUp: () => step(-1),
		ArrowDown: () => step(1),
		PageUp: () => step(-list.visible().count),
		PageDown: () => step(list.visible().count),
		Home: () => choose(0),
		End: () => {
			clear();
			list.follow(true);
		},
		Escape: clear,
	};
	list.element.addEventListener('keydown', (event) => {
		const act = event.altKey || event.shiftKey || event.metaKey ? undefined : keys[event.key];
		if (act === undefined) return;
		event.preventDefault();
		act();
	});
	list.element.addEventListener('click', ({ target }) => {
		// Whoever has marked text wants to have that.
		if (window.getSelection()?.isCollapsed === false) return;
		const id = target instanceof Element ? target.closest('.row')?.getAttribute('data-id') : undefined;
		const place = shown.findIndex(({ row }) => String(row.id) === id);
		if (place !== -1) choose(place);
	});
	return { current: () => current, clear };
}
