// Rows are kept in the order of time, and no more of them than memory allows.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLog } from '../../../client/src/journal/log.ts';
import { compareRows, type Row } from '../../../client/src/journal/rows.ts';
import { insertSorted } from '../../../client/src/journal/sorted.ts';
import { gap, line } from './rows.ts';

const plenty = { rows: 1_000, characters: 1_000_000 };

test('rows are merged by time, whatever order they come in', () => {
	const log = createLog(plenty);
	log.insert([line(1, 10), line(2, 30)]);
	log.insert([line(3, 20), line(4, 40), line(5, 5)]);
	expect(log.rows.map(({ at }) => at)).toEqual([5, 10, 20, 30, 40]);
});

test('rows of one moment stay in the order in which they came', () => {
	const log = createLog(plenty);
	log.insert([line(1, 10), line(2, 10)]);
	log.insert([line(3, 10)]);
	expect(log.rows.map(({ id }) => id)).toEqual([1, 2, 3]);
});

test('a gap of which more is known takes the place of the former', () => {
	const log = createLog(plenty);
	log.insert([line(1, 10), gap(2, 10), line(3, 20)]);
	log.insert([line(4, 30), gap(2, 10, { backAt: 25, missing: 'none' })]);
	expect(log.rows.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
	expect(log.rows[1]).toMatchObject({ backAt: 25, missing: 'none' });
});

test('the oldest rows make room, are handed back and counted', () => {
	const log = createLog({ ...plenty, rows: 20 });
	const gone = [1, 2, 3].flatMap((round) =>
		log.insert(Array.from({ length: 10 }, (_, nth) => line(round * 10 + nth, round * 10 + nth))),
	);
	expect(gone.map(({ id }) => id)).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
	expect(log.rows.at(0)).toMatchObject({ id: 21 });
	expect(log.dropped()).toBe(11);
	log.clear();
	expect([log.rows.length, log.dropped()]).toEqual([0, 0]);
});

test('long texts count by their length', () => {
	const log = createLog({ rows: 1_000, characters: 1_000 });
	log.insert([line(1, 1, 'x'.repeat(900)), line(2, 2, 'short'), line(3, 3, 'y'.repeat(90))]);
	expect(log.dropped()).toBe(0);
	log.insert([line(4, 4, 'z'.repeat(20))]);
	expect(log.rows.map(({ id }) => id)).toEqual([2, 3, 4]);
});

test('however rows come, the newest are kept and all are in order', () => {
	const batches = fc.array(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 30 }), { maxLength: 12 });
	fc.assert(
		fc.property(batches, (times) => {
			let ids = 0;
			const rows = times.map((batch) => batch.map((at) => line(ids++, at)));
			const log = createLog({ ...plenty, rows: 40 });
			const gone = rows.flatMap((batch) => log.insert(batch));
			expect(log.rows.length).toBeLessThanOrEqual(40);
			expect([...log.rows].sort(compareRows)).toEqual(log.rows);
			expect([...gone, ...log.rows].sort(compareRows)).toEqual(rows.flat().sort(compareRows));
			expect(log.dropped()).toBe(gone.length);
		}),
	);
});

test('a list that items are inserted into is the sorted set of all', () => {
	const numbers = fc.array(fc.array(fc.integer({ min: 0, max: 30 })));
	fc.assert(
		fc.property(numbers, (batches) => {
			const list: number[] = [];
			for (const batch of batches) insertSorted(list, batch, (a, b) => a - b);
			expect(list).toEqual([...new Set(batches.flat())].sort((a, b) => a - b));
		}),
	);
});

test('of the same item, the last one counts', () => {
	const list: Row[] = [];
	insertSorted(list, [gap(1, 1), line(2, 1), gap(1, 1, { backAt: 2 })], compareRows);
	insertSorted(list, [gap(1, 1, { backAt: 3 }), gap(1, 1, { backAt: 4 })], compareRows);
	expect(list).toEqual([gap(1, 1, { backAt: 4 }), line(2, 1)]);
});
