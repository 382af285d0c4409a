// What happens to a journal, as rows.

import { expect, test } from 'vitest';
import type { SourceEvent } from '../../../client/src/journal/follow-source.ts';
import { createRowMaker } from '../../../client/src/journal/row-maker.ts';

test('a line is a row with its writer', () => {
	const line = { at: 5, unit: 'a.service', machineId: 'm', message: 'ready', priority: 4, identifier: 'app', pid: 7 };
	expect(rowsOf([{ kind: 'line', line }])).toEqual([
		{ kind: 'line', id: 1, source: 3, at: 5, priority: 4, from: 'app[7]', text: 'ready' },
	]);
});

test('a gap stands behind the last line before it, and is told again with its end', () => {
	const rows = rowsOf([line(5), caughtUp(9), lost(20), line(25), caughtUp(30, 'none'), line(40)]);
	expect(rows.map(({ kind, id, at }) => [kind, id, at])).toEqual([
		['line', 1, 5],
		['gap', 2, 5],
		['line', 3, 25],
		['gap', 2, 5],
		['line', 4, 40],
	]);
	expect(rows[3]).toEqual({
		kind: 'gap',
		id: 2,
		source: 3,
		at: 5,
		lostAt: 20,
		reason: 'away',
		backAt: 30,
		missing: 'none',
	});
});

test('a journal that was never read has no gap', () => {
	expect(rowsOf([lost(1), lost(2), caughtUp(3)])).toEqual([]);
});

test('an empty journal may have one', () => {
	expect(rowsOf([caughtUp(3), lost(4)])).toMatchObject([{ kind: 'gap', at: 3, lostAt: 4 }]);
});

test('as long as no line comes, it is one gap, and what may be missing stays so', () => {
	const rows = rowsOf([line(1), caughtUp(2), lost(10), caughtUp(11, 'maybe'), lost(12), caughtUp(13, 'none')]);
	const gaps = rows.filter(({ kind }) => kind === 'gap');
	expect(new Set(gaps.map(({ id }) => id)).size).toBe(1);
	expect(gaps.at(2)).not.toHaveProperty('backAt');
	expect(gaps.at(-1)).toMatchObject({ lostAt: 10, backAt: 13, missing: 'maybe' });
});

test('after a line, the next loss is another gap', () => {
	const rows = rowsOf([line(1), lost(10), caughtUp(11, 'none'), line(12), lost(20)]);
	expect(rows.flatMap((row) => (row.kind === 'gap' ? [row.lostAt] : []))).toEqual([10, 10, 20]);
});

function rowsOf(events: readonly SourceEvent[]) {
	let ids = 1;
	return events.flatMap(createRowMaker(3, () => ids++));
}

function line(at: number): SourceEvent {
	return { kind: 'line', line: { at, unit: 'a.service', machineId: 'm', message: 'x', priority: 6 } };
}

function caughtUp(at: number, missing?: 'none' | 'maybe'): SourceEvent {
	return { kind: 'caught-up', at, ...(missing !== undefined && { missing }) };
}

function lost(at: number): SourceEvent {
	return { kind: 'lost', at, reason: 'away' };
}
