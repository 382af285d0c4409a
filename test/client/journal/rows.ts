// Rows for tests, from the little that matters.

import type { GapRow, LineRow } from '../../../client/src/journal/rows.ts';

/** A line of the journal 0. */
export function line(id: number, at: number, text = `line ${id}`, more: Partial<LineRow> = {}): LineRow {
	return { kind: 'line', id, source: 0, at, priority: 6, from: '', text, ...more };
}

/** A gap in the journal 0 that lasts. */
export function gap(id: number, at: number, more: Partial<GapRow> = {}): GapRow {
	return { kind: 'gap', id, source: 0, at, lostAt: at, reason: 'away', ...more };
}
