// The changes that are tried: what each comes to, and the way to do it really, to take it back, or all of them.

import { type Deed, deedOf } from '../../client/src/placement/deeds.ts';
import type { MapModel } from '../../client/src/placement/map-model.ts';
import { type Trial, trialKey } from '../../client/src/placement/trials.ts';
import { element } from '../support/element.ts';
import { button, rebuilding } from './rebuild.ts';

/** What the user may do with what is tried. */
export interface TrialListParts {
	readonly doIt: (trial: Trial) => void;
	readonly drop: (trial: Trial) => void;
	readonly reset: () => void;
}

/** The list. */
export interface TrialList {
	readonly element: HTMLElement;
	show(trials: readonly Trial[], model: MapModel): void;
}

/** A list of nothing. */
export function createTrialList({ doIt, drop, reset }: TrialListParts): TrialList {
	const list = element('ul');
	const again = button('Reset', reset, { class: 'reset', title: 'Take back everything that is tried' });
	const head = element('div', { class: 'head' }, element('h2', {}, 'Tried, not done'), again);
	const content = rebuilding(list, (entries: readonly Entry[]) =>
		entries.map((entry) => entryElement(entry, doIt, drop)),
	);
	return {
		element: element('section', { class: 'trials', 'aria-label': 'Tried, not done' }, head, list),
		show: (trials, model) =>
			content.show(
				trials.map((trial) => ({
					...{ trial, deed: deedOf(trial, model.map) },
					...{ words: '', kind: 'void', ...model.effects.get(trialKey(trial)) },
				})),
			),
	};
}

interface Entry {
	readonly trial: Trial;
	readonly deed: Deed;
	readonly words: string;
	readonly kind: string;
}

function entryElement(
	{ trial, deed, words, kind }: Entry,
	doIt: (trial: Trial) => void,
	drop: (trial: Trial) => void,
): HTMLElement {
	const key = trialKey(trial);
	const act =
		deed.kind === 'none'
			? []
			: [button(deedWords(deed), () => doIt(trial), { class: 'main', 'data-key': `do ${key}` })];
	const away = button('×', () => drop(trial), {
		...{ class: 'drop', 'data-key': `drop ${key}`, 'aria-label': `Take back: ${words}`, title: 'Take it back' },
	});
	const reason = deed.kind === 'none' && kind === 'tried' ? [element('p', { class: 'reason' }, deed.reason)] : [];
	return element('li', { class: kind }, element('span', { class: 'words' }, words), ...act, away, ...reason);
}

function deedWords(deed: Exclude<Deed, { readonly kind: 'none' }>): string {
	if (deed.kind === 'metadata') return 'Set It…';
	return deed.units.length === 1 ? `${deed.verb} It…` : `${deed.verb} Them…`;
}
