// What is known of the unit and the machine that the cursor is on, and what can be tried with them.

import { type Details, machineDetails, unitDetails } from '../../client/src/placement/details.ts';
import type { Trial } from '../../client/src/placement/trials.ts';
import { element } from '../support/element.ts';
import {
	controlsOfMachine,
	controlsOfUnit,
	type MachineControls,
	machineControls,
	type UnitControls,
	unitControls,
} from './controls.ts';
import { type Place, partsOf, type Shown } from './place.ts';
import { type Rebuilt, rebuilding } from './rebuild.ts';

/** The part of the page that tells of what is selected. */
export interface Selection {
	readonly element: HTMLElement;
	show(place: Place, shown: Shown): void;
	/** Gives the focus to the first thing that can be tried. */
	focus(): void;
}

/** What the user may do with what is selected. */
export interface SelectionParts {
	readonly tryIt: (trial: Trial) => void;
	/** Takes back what is tried. */
	readonly drop: (trial: Trial) => void;
	/** Goes back to the matrix. */
	readonly back: () => void;
}

/** Tells of nothing yet. */
export function createSelection({ tryIt, drop, back }: SelectionParts): Selection {
	const hint = element(
		'p',
		{ class: 'hint' },
		'Go to a unit or a machine: what is known of it stands here, and what can be tried.',
	);
	const unit = card('Unit', (row: UnitControls) => unitControls(row, tryIt));
	const machine = card('Machine', (column: MachineControls) => machineControls(column, tryIt, drop));
	const pane = element(
		'section',
		{ class: 'selection', 'aria-label': 'Selected' },
		hint,
		unit.element,
		machine.element,
	);
	pane.addEventListener('keydown', (event) => {
		if (event.key === 'Escape') back();
	});
	return {
		element: pane,
		show(place, shown) {
			const { row, column } = partsOf(place, shown);
			hint.hidden = row !== undefined || column !== undefined;
			unit.show(row && { details: unitDetails(shown.model, row), controls: controlsOfUnit(row, shown.model) });
			machine.show(column && { details: machineDetails(shown.model, column), controls: controlsOfMachine(column) });
		},
		focus: () => pane.querySelector<HTMLElement>('article:not([hidden]) :is(button, input)')?.focus(),
	};
}

interface Card<C> {
	readonly element: HTMLElement;
	show(about: { readonly details: Details; readonly controls: C } | undefined): void;
}

/** Words and controls are made anew apart, so that what is typed survives what happens in the cluster. */
function card<C>(kind: string, make: (controls: C) => readonly (Node | string)[]): Card<C> {
	const title = element('h2');
	const controls = element('div', {
		class: 'controls',
		role: 'group',
		'aria-label': `Try a change of this ${kind.toLowerCase()}`,
	});
	const invitation = element('p', { class: 'hint' }, 'Try, without doing it:');
	const words = element('div');
	const whole = element('article', { hidden: '' }, title, invitation, controls, words);
	const parts: readonly [Rebuilt<C>, Rebuilt<Details>] = [
		rebuilding(controls, make),
		rebuilding(words, detailElements),
	];
	return {
		element: whole,
		show(about) {
			whole.hidden = about === undefined;
			if (about === undefined) return;
			title.textContent = `${kind} ${about.details.title}`;
			parts[0].show(about.controls);
			parts[1].show(about.details);
		},
	};
}

function detailElements({ facts, lists }: Details): readonly Node[] {
	return [
		element('ul', { class: 'facts' }, ...facts.map((fact) => element('li', {}, fact))),
		...lists.flatMap(({ heading, items }) => [
			element('h3', {}, heading),
			element('ul', {}, ...items.slice(0, mostItems).map((item) => element('li', {}, item))),
			...(items.length > mostItems ? [element('p', { class: 'more' }, `and ${items.length - mostItems} more`)] : []),
		]),
	];
}

/** More are not listed; the matrix has them all. */
const mostItems = 12;
