// Messages between panel and page: what makes sense comes through as it was sent, and nothing else.

import { expect, test } from 'vitest';
import { fromPageMessage, toPageMessage } from '../../../client/src/journal/messages.ts';
import { gap, line } from './rows.ts';

const followed = {
	title: 'web@1.service',
	sources: [
		{ number: 0, label: 'web@1 on a', full: 'all of it', colour: 2, state: 'lost', detail: 'away' },
		{ number: 1, label: 'web@2 on b', full: 'all of it', colour: 3, state: 'following', detail: '' },
	],
	canOpenTerminal: true,
};

test.each([
	{ kind: 'start', reading: { lines: 50, priority: 4 }, dropped: 3, ...followed },
	{ kind: 'start', reading: { lines: 50, priority: 7, sinceMinutes: 60 }, dropped: 0, ...followed },
	{ kind: 'sources', ...followed },
	{ kind: 'rows', rows: [line(1, 2), gap(2, 3), gap(2, 3, { backAt: 9, missing: 'maybe' })] },
])('the page takes $kind as it was sent', (message) => {
	expect(toPageMessage(JSON.parse(JSON.stringify(message)), 'message')).toEqual(message);
});

test.each([
	{ kind: 'ready' },
	{ kind: 'retry' },
	{ kind: 'terminal' },
	{ kind: 'copy', text: 'a\nb' },
	{ kind: 'save', text: '' },
	{ kind: 'read', reading: { lines: 200, priority: 3, sinceMinutes: 5 } },
])('the panel takes $kind as it was sent', (message) => {
	expect(fromPageMessage(JSON.parse(JSON.stringify(message)), 'message')).toEqual(message);
});

test.each([
	[fromPageMessage, null, 'message is no object'],
	[fromPageMessage, { kind: 'destroy' }, 'message.kind is "destroy", not one of ready'],
	[fromPageMessage, { kind: 'save' }, 'message.text is no text'],
	[fromPageMessage, { kind: 'read', reading: { lines: -1, priority: 7 } }, 'message.reading.lines is no count'],
	[fromPageMessage, { kind: 'read', reading: { lines: 1.5, priority: 7 } }, 'message.reading.lines is no count'],
	[toPageMessage, { kind: 'rows', rows: [{ kind: 'line' }] }, 'message.rows[0].id is no number'],
	[toPageMessage, { kind: 'sources', ...followed, title: 3 }, 'message.title is no text'],
] as const)('%o refuses %j', (decode, message, fault) => {
	expect(() => decode(message, 'message')).toThrow(fault);
});
