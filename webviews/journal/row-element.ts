// One row as it is drawn: time, journal, urgency and text, each in words; the colours only repeat what the words say.

import type { SourceView } from '../../client/src/journal/messages.ts';
import type { GapRow, LineRow } from '../../client/src/journal/rows.ts';
import { element } from '../support/element.ts';
import type { Span } from './finders.ts';
import type { Shown } from './looking.ts';
import { contentText, gapText, shortTime, urgencyOf } from './row-texts.ts';

/** Draws a row. `source` is the journal that it belongs to. */
export function rowElement({ row, span }: Shown, source: SourceView | undefined): HTMLElement {
	const attributes = { class: 'row', 'data-kind': row.kind, 'data-id': String(row.id), tabindex: '-1' };
	// A gap says itself from when to when it was.
	const time = element('span', { class: 'time' }, row.kind === 'gap' ? '' : shortTime(row.at, Date.now()));
	const label = labelElement(source);
	const rest = row.kind === 'gap' ? gapElements(row) : lineElements(row, span);
	// The blanks are for whoever copies or listens.
	return element('div', attributes, time, ' ', label, ' ', ...rest);
}

/** The words that a journal is told by, on its colour. */
export function labelElement(source: SourceView | undefined): HTMLElement {
	return element('span', { class: 'label', 'data-colour': String(source?.colour ?? 0) }, source?.label ?? '');
}

function gapElements(row: GapRow): readonly (Node | string)[] {
	return [element('span', { class: 'gap', 'data-missing': row.missing }, gapText(row))];
}

function lineElements(row: LineRow, span: Span): readonly (Node | string)[] {
	const urgency = urgencyOf(row.priority);
	const level = urgency === 'warning' ? 'warning' : urgency === '' ? undefined : 'error';
	const tag = level === undefined ? [] : [element('span', { class: `urgency ${level}` }, urgency), ' '];
	const kind = level ?? (row.priority === 7 ? 'debug' : 'usual');
	return [...tag, element('span', { class: `text ${kind}` }, ...marked(contentText(row), span))];
}

/** Characters of a line that are drawn; the details have all of it. */
const mostDrawn = 2_000;

function marked(text: string, { from, to }: Span): readonly (Node | string)[] {
	const cut = text.length > mostDrawn ? [' …'] : [];
	if (from === to || from >= mostDrawn) return [oneLine(text.slice(0, mostDrawn)), ...cut];
	const end = Math.min(to, mostDrawn);
	const found = element('mark', {}, oneLine(text.slice(from, end)));
	return [oneLine(text.slice(0, from)), found, oneLine(text.slice(end, mostDrawn)), ...cut];
}

function oneLine(text: string): string {
	return text.replaceAll('\n', ' ↵ ');
}
