// What the marks of the matrix mean, and the keys that work in it.

import { marks } from '../../client/src/placement/marks.ts';
import { element } from '../support/element.ts';

/** The legend, closed. */
export function createLegend(): HTMLElement {
	const rows = Object.entries(marks).flatMap(([mark, { sign, word, meaning }]) => [
		element('dt', { 'data-mark': mark }, `${sign} ${word}`),
		element('dd', {}, meaning),
	]);
	const keys =
		'Arrows, Home, End, Page Up and Page Down move about; with Ctrl they go all the way. Enter leads to what can be tried, Escape back.';
	return element(
		'details',
		{ class: 'legend' },
		element('summary', {}, 'Marks and keys'),
		element('dl', {}, ...rows),
		element('p', {}, keys),
	);
}
