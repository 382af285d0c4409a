// Rows on their way to a page: in few messages, without loss, and within bounds.

import { setMaxListeners } from 'node:events';
import { expect, test } from 'vitest';
import type { ToPage } from '../../../client/src/journal/messages.ts';
import { createOutbox } from '../../../client/src/journal/outbox.ts';
import { manualClock } from '../../cluster/manual-clock.ts';
import { gap, line } from './rows.ts';

test('nothing is sent before the page is there, and then everything', async () => {
	const { outbox, clock, sent } = start();
	outbox.add([line(1, 1), line(2, 2)]);
	await clock.advance(500);
	expect(sent()).toEqual([]);
	outbox.pageIsReady();
	await clock.advance(500);
	expect(sent()).toEqual(['start, 0 dropped', '2 rows']);
});

test('whatever comes together goes together, at most twenty times a second', async () => {
	const { outbox, clock, sent } = start();
	outbox.pageIsReady();
	await clock.advance(500);
	for (let id = 0; id < 1_000; id++) {
		outbox.add([line(id, id)]);
		await clock.advance(1);
	}
	await clock.advance(500);
	const rows = sent().slice(1);
	expect(rows.length).toBeLessThanOrEqual(21);
	expect(rows.map((words) => Number.parseInt(words, 10)).reduce((sum, count) => sum + count, 0)).toBe(1_000);
});

test('a flood goes in pieces', async () => {
	const { outbox, clock, sent } = start();
	outbox.pageIsReady();
	await clock.advance(500);
	outbox.add(Array.from({ length: 12_000 }, (_, id) => line(id, id)));
	await clock.advance(500);
	expect(sent()).toEqual(['start, 0 dropped', '5000 rows', '5000 rows', '2000 rows']);
});

test('the next message waits until the page has taken the last one', async () => {
	const { outbox, clock, sent, holdUp } = start();
	outbox.pageIsReady();
	await clock.advance(500);
	const release = holdUp();
	outbox.add([line(1, 1)]);
	await clock.advance(500);
	outbox.add([line(2, 2), line(3, 3)]);
	await clock.advance(500);
	expect(sent()).toEqual(['start, 0 dropped', '1 rows']);
	release();
	await clock.advance(500);
	expect(sent()).toEqual(['start, 0 dropped', '1 rows', '2 rows']);
});

test('a page that is far behind is told anew, with what is still kept', async () => {
	const { outbox, clock, sent, holdUp } = start(100);
	outbox.pageIsReady();
	await clock.advance(500);
	const release = holdUp();
	outbox.add([line(0, 0)]);
	await clock.advance(500);
	for (let id = 1; id <= 300; id++) outbox.add([line(id, id)]);
	release();
	await clock.advance(500);
	expect(sent().slice(2)).toEqual(['start, 206 dropped', '95 rows']);
});

test('a page that is made anew gets everything again, gaps as they are known now', async () => {
	const { outbox, clock, messages } = start();
	outbox.pageIsReady();
	outbox.add([line(1, 1), gap(2, 1)]);
	await clock.advance(500);
	outbox.add([gap(2, 1, { backAt: 9, missing: 'none' })]);
	await clock.advance(500);
	outbox.pageIsReady();
	await clock.advance(500);
	expect(messages.at(-2)?.kind).toBe('start');
	expect(messages.at(-1)).toEqual({ kind: 'rows', rows: [line(1, 1), gap(2, 1, { backAt: 9, missing: 'none' })] });
});

test('what is cleared is not sent any more', async () => {
	const { outbox, clock, sent } = start();
	outbox.pageIsReady();
	await clock.advance(500);
	outbox.add([line(1, 1)]);
	outbox.clear();
	outbox.add([line(2, 2)]);
	await clock.advance(500);
	expect(sent()).toEqual(['start, 0 dropped', 'start, 0 dropped', '1 rows']);
});

test('changes of the journals are told once for all that happened at once', async () => {
	const { outbox, clock, sent } = start();
	outbox.pageIsReady();
	await clock.advance(500);
	outbox.sourcesChanged();
	outbox.sourcesChanged();
	await clock.advance(500);
	expect(sent()).toEqual(['start, 0 dropped', 'sources']);
});

function start(rows = 100_000) {
	const clock = manualClock();
	const messages: ToPage[] = [];
	let held = Promise.resolve();
	const { signal } = new AbortController();
	// The clock of tests listens anew for each wait.
	setMaxListeners(0, signal);
	const followed = { title: 't', sources: [], canOpenTerminal: false };
	const outbox = createOutbox({
		post: (message) => {
			messages.push(message);
			return held;
		},
		start: (dropped) => ({ kind: 'start', dropped, reading: { lines: 10, priority: 7 }, ...followed }),
		sources: () => ({ kind: 'sources', ...followed }),
		timing: clock,
		limits: { rows, characters: 1_000_000 },
		signal,
	});
	return {
		...{ outbox, clock, messages },
		sent: () => messages.map(inWords),
		/** Has the page take nothing until the function that is returned is called. */
		holdUp: () => {
			let release = () => {};
			held = new Promise((resolve) => {
				release = resolve;
			});
			return () => {
				held = Promise.resolve();
				release();
			};
		},
	};
}

function inWords(message: ToPage): string {
	if (message.kind === 'rows') return `${message.rows.length} rows`;
	return message.kind === 'start' ? `start, ${message.dropped} dropped` : message.kind;
}
