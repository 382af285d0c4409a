// What fleet would make of what is tried: the plan, unit by unit.

import type { MapModel } from '../../client/src/placement/map-model.ts';
import { type ItemKind, type PlanItem, type PlanText, planText } from '../../client/src/placement/plan-texts.ts';
import { element } from '../support/element.ts';
import { button, rebuilding } from './rebuild.ts';

/** The part of the page with the plan. */
export interface PlanView {
	readonly element: HTMLElement;
	show(model: MapModel): void;
}

/** A plan of nothing. `goTo` leads to a unit. */
export function createPlanView(goTo: (unit: string) => void): PlanView {
	const body = element('div');
	const content = rebuilding(body, (plan: PlanText) => planElements(plan, goTo));
	return {
		element: element(
			'section',
			{ class: 'plan', 'aria-label': 'Plan' },
			element('h2', {}, 'What fleet would do'),
			body,
		),
		show(model) {
			const plan = planText(model);
			if (plan !== undefined) content.show(plan);
		},
	};
}

function planElements({ summary, items, notes }: PlanText, goTo: (unit: string) => void): readonly Node[] {
	const shown = items.slice(0, mostItems);
	return [
		element('p', { class: 'summary' }, summary),
		element('ul', { class: 'items' }, ...shown.map((item) => itemElement(item, goTo))),
		...(shown.length < items.length
			? [element('p', { class: 'more' }, `and ${items.length - shown.length} more`)]
			: []),
		...notes.map((note) => element('p', { class: 'note' }, note)),
	];
}

/** More are not listed; the filter `moved` shows them all in the matrix. */
const mostItems = 200;

/** A sign for each kind, beside the words that say it. */
const signs: Readonly<Record<ItemKind, string>> = {
	lost: '✕',
	moves: '→',
	open: '?',
	comes: '✚',
	leaves: '◌',
	global: '◉',
};

function itemElement({ unit, kind, words, reasons }: PlanItem, goTo: (unit: string) => void): HTMLElement {
	const sign = element('span', { class: 'sign', 'aria-hidden': 'true' }, signs[kind]);
	const name = button(unit, () => goTo(unit), { class: 'link', 'data-key': unit, title: 'Show it in the matrix' });
	const why = reasons.length === 0 ? [] : [element('ul', {}, ...reasons.map((reason) => element('li', {}, reason)))];
	return element('li', { class: kind }, sign, ' ', name, ' ', words, ...why);
}
