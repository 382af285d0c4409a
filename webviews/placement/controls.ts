// What can be tried with the unit and the machine that are selected: buttons, and boxes to fill in.

import { stateChoices, templateToTry } from '../../client/src/placement/choices.ts';
import type { Column, MapModel, Row } from '../../client/src/placement/map-model.ts';
import { clampCount, mostInstances, type Trial } from '../../client/src/placement/trials.ts';
import { element } from '../support/element.ts';
import { button } from './rebuild.ts';

type TryIt = (trial: Trial) => void;

/** What a unit can be tried as. */
export interface UnitControls {
	readonly name: string;
	readonly choices: ReturnType<typeof stateChoices>;
	readonly template: string | undefined;
}

/** What can be tried with a unit. */
export function controlsOfUnit({ name }: Row, { map }: MapModel): UnitControls {
	return { name, choices: stateChoices(name, map), template: templateToTry(name) };
}

/** Controls for a unit. */
export function unitControls({ choices, template }: UnitControls, tryIt: TryIt): readonly Node[] {
	const states = choices.map(({ words, trial }) => button(words, () => tryIt(trial), { 'data-key': words }));
	return template === undefined ? states : [...states, instancesForm(template, tryIt)];
}

function instancesForm(template: string, tryIt: TryIt): HTMLElement {
	const count = element('input', {
		...{ type: 'number', min: '1', max: String(mostInstances), value: '1', 'data-key': 'count' },
		'aria-label': `How many more of ${template}`,
	});
	return form([count, `more of ${template}`], 'Add', () =>
		tryIt({ kind: 'instances', template, count: clampCount(Number(count.value)) }),
	);
}

/** What a machine can be tried as. */
export interface MachineControls {
	readonly id: string;
	readonly isDown: boolean;
}

/** What can be tried with a machine. */
export function controlsOfMachine({ id, load }: Column): MachineControls {
	return { id, isDown: load === undefined };
}

/** Controls for a machine. `drop` takes back what is tried. */
export function machineControls({ id, isDown }: MachineControls, tryIt: TryIt, drop: TryIt): readonly Node[] {
	const metadata = element('input', {
		...{ type: 'text', placeholder: 'role=db, group=', spellcheck: 'false', 'data-key': 'metadata' },
		'aria-label': 'Other metadata: key=value, separated by commas; key= takes a key away',
	});
	const lost: Trial = { kind: 'down', machineId: id };
	const down = isDown ? button('Bring it back', () => drop(lost)) : button('Take it down', () => tryIt(lost));
	down.dataset['key'] = 'down';
	return [
		down,
		form([metadata], 'Set metadata', () => {
			if (metadata.value.trim() !== '') tryIt({ kind: 'metadata', machineId: id, text: metadata.value });
		}),
	];
}

/** Controls and a button that the Enter key presses, too. */
function form(controls: readonly (Node | string)[], words: string, act: () => void): HTMLElement {
	const submit = element('button', { type: 'submit', 'data-key': words }, words);
	const made = element('form', {}, ...controls, submit);
	made.addEventListener('submit', (event) => {
		event.preventDefault();
		act();
	});
	return made;
}
