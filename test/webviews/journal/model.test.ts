// What is shown out of what is there: by search, by journal, within bounds, and in order.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Row } from '../../../client/src/journal/rows.ts';
import { type Finder, finderOf, nothingSought } from '../../../webviews/journal/finders.ts';
import { createModel } from '../../../webviews/journal/model.ts';
import { gap, line } from '../../client/journal/rows.ts';
import { settled } from '../../cluster/manual-clock.ts';

test('everything is shown in the order of time', async () => {
	const { model, shown } = start();
	model.add([line(1, 10), line(2, 30)]);
	model.add([line(3, 20)]);
	await settled();
	expect(shown()).toEqual([1, 3, 2]);
});

test('a search shows the lines that have the text, their writer included, and every gap', async () => {
	const { model, shown } = start();
	model.setFinder(plain('boom'));
	model.add([line(1, 1, 'all is well'), line(2, 2, 'BOOM'), gap(3, 3), line(4, 4, 'x', { from: 'boom[1]' })]);
	await settled();
	expect(shown()).toEqual([2, 3, 4]);
	expect(model.shown[0]?.span).toEqual({ from: 0, to: 4 });
	expect(model.total()).toBe(4);
	model.setFinder(plain(''));
	await settled();
	expect(shown()).toEqual([1, 2, 3, 4]);
});

test('journals can be hidden, with their gaps', async () => {
	const { model, shown } = start();
	model.add([line(1, 1), line(2, 2, 'x', { source: 1 }), gap(3, 3, { source: 1 })]);
	model.hide(new Set([1]));
	await settled();
	expect(shown()).toEqual([1]);
});

test('a gap of which more is known takes its own place', async () => {
	const { model, shown } = start();
	model.add([line(1, 1), gap(2, 1), line(3, 5)]);
	await settled();
	model.add([gap(2, 1, { backAt: 4 })]);
	await settled();
	expect(shown()).toEqual([1, 2, 3]);
	expect(model.shown[1]?.row).toMatchObject({ backAt: 4 });
});

test('what had to go is not shown any more, even when it was still to be looked through', async () => {
	const { model, shown } = start(20);
	model.add(Array.from({ length: 15 }, (_, id) => line(id, id)));
	model.add(Array.from({ length: 10 }, (_, nth) => line(15 + nth, 15 + nth)));
	await settled();
	expect(shown()).toEqual(Array.from({ length: 19 }, (_, nth) => nth + 6));
	expect(model.dropped()).toBe(6);
});

test('another search is not disturbed by what the last one was still finding', async () => {
	const { model, shown } = start();
	const slow = slowFinder();
	model.setFinder(slow.finder);
	model.add([line(1, 1, 'a'), line(2, 2, 'b')]);
	await settled();
	expect(model.isSearching()).toBe(true);
	model.setFinder(plain('b'));
	slow.answer();
	await settled();
	expect(shown()).toEqual([2]);
	expect([model.isSearching(), slow.isEnded()]).toEqual([false, true]);
});

test('a search that is given up says so', async () => {
	const { model, failures } = start();
	model.setFinder({ find: () => Promise.reject(new Error('too slow')), end: () => {} });
	model.add([line(1, 1)]);
	await settled();
	expect(failures).toEqual([new Error('too slow')]);
	expect(model.isSearching()).toBe(false);
});

test('after a new start, nothing of before is left', async () => {
	const { model, shown } = start();
	model.add([line(1, 1)]);
	model.start(7);
	model.add([line(2, 2)]);
	await settled();
	expect([shown(), model.total(), model.dropped()]).toEqual([[2], 1, 7]);
});

test('what was on its way when everything was forgotten does not turn up again', async () => {
	const { model, shown } = start();
	model.add([line(1, 1)]);
	model.start(0);
	model.add([line(2, 2)]);
	await settled();
	expect(shown()).toEqual([2]);
});

test('whatever comes in whatever order, what is shown is what a look at everything would find', async () => {
	const row = fc.record({ at: fc.nat(30), text: fc.constantFrom('a', 'b', 'ab'), source: fc.nat(2) });
	const step = fc.oneof(
		{ weight: 4, arbitrary: fc.record({ rows: fc.array(row, { maxLength: 12 }) }) },
		fc.record({ search: fc.constantFrom('', 'a', 'b', 'zz') }),
		fc.record({ hidden: fc.constantFrom(0, 1, 9) }),
		fc.record({ wait: fc.constant(true) }),
	);
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
			const { model, shown } = start(25);
			let [ids, search, hidden] = [0, '', 9];
			let newest: readonly Row[] = [];
			for (const one of steps) {
				if ('rows' in one) {
					const rows = one.rows.map(({ at, ...rest }) => line(ids++, at, rest.text, rest));
					newest = [...newest, ...rows].sort((a, b) => a.at - b.at || a.id - b.id);
					model.add(rows);
					newest = newest.slice(newest.length - model.total());
				} else if ('search' in one) {
					search = one.search;
					model.setFinder(plain(search));
				} else if ('wait' in one) {
					await settled();
				} else {
					hidden = one.hidden;
					model.hide(new Set([hidden]));
				}
			}
			await settled();
			const found = newest.filter((one) => one.kind === 'line' && one.text.includes(search) && one.source !== hidden);
			expect(shown()).toEqual(found.map(({ id }) => id));
		}),
		{ numRuns: 400 },
	);
}, 60_000);

function start(rows = 1_000) {
	const failures: unknown[] = [];
	const listener = { changed: () => {}, failed: (error: unknown) => failures.push(error) };
	const model = createModel(finderOf(nothingSought, noThread), listener, async () => {}, {
		rows,
		characters: 1_000_000,
	});
	return { model, failures, shown: () => model.shown.map(({ row }) => row.id) };
}

function plain(text: string): Finder {
	return finderOf({ text, isPattern: false }, noThread);
}

function noThread(): never {
	throw new Error('plain text needs no thread');
}

/** Finds everything, once it is told to answer. */
function slowFinder() {
	let answer = () => {};
	let isEnded = false;
	const find: Finder['find'] = (texts) =>
		new Promise((resolve) => {
			answer = () => resolve(texts.map(() => ({ from: 0, to: 1 })));
		});
	const end = () => {
		isEnded = true;
	};
	return { finder: { find, end }, answer: () => answer(), isEnded: () => isEnded };
}
