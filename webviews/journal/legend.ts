// The journals that are followed, each with its colour and how it is with it; a press hides its lines or shows them
// again. What is wrong with some stands below, with a way to try again.

import type { SourceState, SourceView } from '../../client/src/journal/messages.ts';
import { element } from '../support/element.ts';
import { labelElement } from './row-element.ts';

/** What the legend asks for. */
export interface LegendParts {
	readonly toggled: (source: number) => void;
	readonly retry: () => void;
	/** Stands beside. */
	readonly actions: HTMLElement;
}

/** The legend. */
export interface Legend {
	readonly element: HTMLElement;
	show(sources: readonly SourceView[], hidden: ReadonlySet<number>): void;
}

/** A legend of no journals. */
export function createLegend({ toggled, retry, actions }: LegendParts): Legend {
	const list = element('ul', { 'aria-label': 'Journals' });
	const troubles = element('ul', { 'aria-label': 'Troubles' });
	const again = element('button', { type: 'button', class: 'retry' }, 'Try Again');
	const trouble = element('div', { class: 'troubles' }, troubles, again);
	again.addEventListener('click', retry);
	return {
		element: element('section', { class: 'legend' }, element('div', { class: 'journals' }, list, trouble), actions),
		show(sources, hidden) {
			// Those who have the focus on a journal keep it.
			const focused = document.activeElement?.getAttribute('data-source');
			list.replaceChildren(...sources.map((source) => entry(source, hidden.has(source.number), toggled)));
			if (typeof focused === 'string') focusOn(list, focused);
			const lines = troublesOf(sources);
			troubles.replaceChildren(...lines.map((line) => element('li', {}, line)));
			trouble.hidden = lines.length === 0;
		},
	};
}

/** What is wrong, each thing once, with the journals that it is wrong with. */
function troublesOf(sources: readonly SourceView[]): readonly string[] {
	const troubled = sources.filter(({ state }) => state === 'lost' || state === 'stopped');
	return [...new Set(troubled.map(({ detail }) => detail))].map((detail) => {
		const labels = troubled.flatMap((source) => (source.detail === detail ? source.label : []));
		return `${labels.join(', ')}: ${detail}`;
	});
}

const stateWords: Readonly<Record<SourceState, string>> = {
	reading: 'reading…',
	following: '',
	lost: 'connection lost, trying again',
	stopped: 'not read',
	gone: 'has left',
};

function entry(source: SourceView, isHidden: boolean, toggled: LegendParts['toggled']): HTMLElement {
	const { number, state, full, detail } = source;
	const button = element('button', {
		...{ type: 'button', 'aria-pressed': String(!isHidden), 'data-source': String(number) },
		title: [`${isHidden ? 'Show' : 'Hide'} the lines of ${full}`, detail].filter((part) => part !== '').join('\n'),
	});
	const words = [isHidden ? 'hidden' : '', stateWords[state]].filter((part) => part !== '').join(', ');
	button.append(labelElement(source), ...(words === '' ? [] : [' ', element('span', { class: 'state' }, words)]));
	button.addEventListener('click', () => toggled(number));
	return element('li', {}, button);
}

function focusOn(list: HTMLElement, source: string): void {
	const button = list.querySelector(`[data-source="${source}"]`);
	if (button instanceof HTMLElement) button.focus();
}
