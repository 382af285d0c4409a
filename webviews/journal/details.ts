// Everything about the row that was chosen, with its whole text.

import type { SourceView } from '../../client/src/journal/messages.ts';
import type { Row } from '../../client/src/journal/rows.ts';
import { element } from '../support/element.ts';
import { fullTime, gapText, priorityText } from './row-texts.ts';

/** A place for details; hidden while there are none. */
export interface Details {
	readonly element: HTMLElement;
	show(row: Row, source: SourceView | undefined): void;
	hide(): void;
}

/** Details that are hidden. `closed` is called when the user closes them. */
export function createDetails(closed: () => void): Details {
	const facts = element('dl');
	const text = element('pre', { tabindex: '0', 'aria-label': 'Text of the line' });
	const close = element('button', { type: 'button', class: 'close', 'aria-label': 'Close details' }, '×');
	const pane = element('section', { class: 'details', 'aria-label': 'Details of the line', hidden: '' });
	pane.append(close, facts, text);
	close.addEventListener('click', closed);
	pane.addEventListener('keydown', ({ key }) => {
		if (key === 'Escape') closed();
	});
	return {
		element: pane,
		show(row, source) {
			const rows = factsOf(row, source);
			facts.replaceChildren(...rows.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]));
			text.textContent = row.kind === 'line' ? row.text : gapText(row);
			pane.hidden = false;
		},
		hide() {
			pane.hidden = true;
		},
	};
}

function factsOf(row: Row, source: SourceView | undefined): readonly (readonly [string, string])[] {
	const common = [
		['Time', fullTime(row.at)],
		['Journal', source?.full ?? ''],
	] as const;
	if (row.kind === 'gap') return [...common, ['Reason', row.reason]];
	return [
		...common,
		['Written by', row.from === '' ? 'nobody named' : row.from],
		['Priority', priorityText(row.priority)],
	];
}
