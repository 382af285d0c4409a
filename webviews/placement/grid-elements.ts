// The headings and cells of the grid as elements. Each is filled again only when it would say something else, so that a
// screen reader is not told the same twice.

import { loadWords } from '../../client/src/placement/details.ts';
import type { Column, Row } from '../../client/src/placement/map-model.ts';
import { type Mark, marks } from '../../client/src/placement/marks.ts';
import { metadataLines } from '../../client/src/placement/metadata-text.ts';
import { element } from '../support/element.ts';
import type { Shown } from './place.ts';
import { cellSentence, machineSentence, unitSentence } from './sentences.ts';
import type { Sizes } from './sizes.ts';

/** The heading of a unit's row. */
export function rowHeading(): HTMLElement {
	return element('div', { role: 'rowheader', class: 'unit', tabindex: '-1', 'aria-colindex': '1' });
}

/** The heading of a machine's column. */
export function columnHeading(id: string): HTMLElement {
	return element('div', { role: 'columnheader', class: 'machine', tabindex: '-1', 'data-machine': id });
}

/** A cell without anything in it. */
export function gridCell(id: string): HTMLElement {
	return element('div', { role: 'gridcell', class: 'cell', tabindex: '-1', 'data-machine': id });
}

/** Puts an element into a column. */
export function lay(target: HTMLElement, nth: number, { names: left, column }: Sizes): void {
	target.setAttribute('aria-colindex', String(nth + 2));
	target.style.left = `${left + nth * column}px`;
	target.style.width = `${column}px`;
}

/** Fills the heading of a row. `answer` is how it is with the machine that is looked at. */
export function fillRowHeading(heading: HTMLElement, row: Row, answer: Mark | undefined): void {
	const { name, condition, requirements } = row;
	const said = unitSentence(row);
	fill(heading, `${said} ${answer}`, said, () => [
		element('span', { class: 'name' }, name, ...flagsOf(row)),
		element('span', { class: 'about' }, condition, ' · ', requirements),
		...answerElements(answer),
	]);
	heading.classList.toggle('template', row.isTemplate);
}

/** Fills the heading of a column. `most` is the largest load; `answer` is how it is with the unit that is looked at. */
export function fillColumnHeading(heading: HTMLElement, column: Column, most: number, answer: Mark | undefined): void {
	const { name, load, machine } = column;
	const said = machineSentence(column);
	fill(heading, `${said} ${most} ${answer}`, said, () => {
		const bar = element('span', { class: 'bar' });
		bar.style.width = `${most === 0 ? 0 : Math.round(((load ?? 0) / most) * 100)}%`;
		return [
			element('span', { class: 'name' }, name.replace(/ .*/, '')),
			element('span', { class: 'about' }, machine.primaryIP ?? ''),
			...metadataLines(machine.metadata, mostPairs).map((line) => element('span', { class: 'about' }, line)),
			element('span', { class: 'load' }, load === undefined ? 'down' : loadWords(column).replace(' counted', '')),
			element('span', { class: 'track' }, bar),
			...answerElements(answer),
		];
	});
	heading.classList.toggle('down', load === undefined);
}

/** Fills a cell. */
export function fillCell(cell: HTMLElement, row: Row, column: Column, shown: Shown): void {
	const { mark } = shown.model.cell(row, column);
	const said = cellSentence(row, column, shown);
	fill(cell, `${mark} ${said}`, said, () => [
		element('span', { class: 'sign' }, marks[mark].sign),
		element('span', { class: 'word' }, marks[mark].word),
	]);
	cell.dataset['mark'] = mark;
}

/** Lines of metadata for which there is room. */
const mostPairs = 4;

const filled = new WeakMap<HTMLElement, string>();

function fill(target: HTMLElement, key: string, label: string, content: () => readonly Node[]): void {
	if (filled.get(target) === key) return;
	filled.set(target, key);
	target.setAttribute('aria-label', label);
	target.replaceChildren(...content());
}

function flagsOf({ isNew, isMoved, isNowhere }: Row): readonly HTMLElement[] {
	const words = [isNew && 'new', isNowhere && 'nowhere', isMoved && !isNew && !isNowhere && 'moved'];
	return words.flatMap((word) => (word === false ? [] : [element('span', { class: `flag ${word}` }, word)]));
}

function answerElements(answer: Mark | undefined): readonly HTMLElement[] {
	if (answer === undefined || answer === 'down' || answer === 'none') return [];
	return [element('span', { class: 'answer', 'data-mark': answer }, `${marks[answer].sign} ${marks[answer].word}`)];
}
