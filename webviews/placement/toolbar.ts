// What stands above the matrix: the cluster, the filters, the ways to keep a picture, and what is wrong with the cluster.

import type { MapCluster } from '../../client/src/placement/map-cluster.ts';
import { element } from '../support/element.ts';
import type { Filters } from './memory.ts';
import { button } from './rebuild.ts';

/** What the user may ask for. */
export interface ToolbarParts {
	readonly filter: (filters: Filters) => void;
	readonly save: (format: 'svg' | 'png') => void;
	readonly connect: () => void;
}

/** The controls. */
export interface Toolbar {
	readonly element: HTMLElement;
	show(cluster: MapCluster): void;
	showFilters(filters: Filters): void;
	focusFilter(): void;
}

/** The controls, before anything is known. */
export function createToolbar({ filter, save, connect }: ToolbarParts): Toolbar {
	const title = element('h1');
	const units = searchBox(
		'Filter units',
		'Filter units: words of name, state, place, requirement; moved, new, nowhere',
	);
	const machines = searchBox('Filter machines', 'Filter machines: words of ID, address, metadata; down');
	const told = element('span', { class: 'words' });
	const trouble = element('p', { class: 'trouble', role: 'alert' }, told, button('Connect', connect));
	const changed = () => filter({ units: units.value, machines: machines.value });
	for (const box of [units, machines]) box.addEventListener('input', changed);
	const pictures = [button('Save SVG…', () => save('svg')), button('Save PNG…', () => save('png'))];
	return {
		element: element('header', {}, title, units, machines, ...pictures, trouble),
		show(cluster) {
			title.textContent = `Placement on ${cluster.name}`;
			told.textContent = cluster.trouble;
			trouble.hidden = cluster.trouble === '';
		},
		showFilters(filters) {
			units.value = filters.units;
			machines.value = filters.machines;
		},
		focusFilter: () => units.select(),
	};
}

function searchBox(placeholder: string, label: string): HTMLInputElement {
	return element('input', { type: 'search', placeholder, 'aria-label': label, title: label, spellcheck: 'false' });
}
