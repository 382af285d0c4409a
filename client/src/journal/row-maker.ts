// What happens to one journal, as rows: lines as they come, and one row for each gap, told anew as more is known of it.

import type { JournalLine } from '../../../cluster/src/model.ts';
import type { SourceEvent } from './follow-source.ts';
import type { GapRow, LineRow, Row } from './rows.ts';
import { shownText, writerOf } from './shown-text.ts';

/** Makes the rows of one journal. `source` is its number; `nextId` gives numbers that rise. */
export function createRowMaker(source: number, nextId: () => number): (event: SourceEvent) => readonly Row[] {
	let gap: GapRow | undefined;
	let last: number | undefined;
	return (event) => {
		switch (event.kind) {
			case 'line':
				last = event.line.at;
				// Lines that come while the gap lasts belong into it.
				if (gap?.backAt !== undefined) gap = undefined;
				return [lineRow(event.line, source, nextId())];
			case 'caught-up':
				last ??= event.at;
				if (gap === undefined) return [];
				gap = closedGap(gap, event);
				return [gap];
			default:
				// A journal that was never read has nothing that a gap could be in.
				if (last === undefined) return [];
				gap = openedGap(gap ?? { kind: 'gap', id: nextId(), source, at: last, lostAt: event.at, reason: '' }, event);
				return [gap];
		}
	};
}

function lineRow(line: JournalLine, source: number, id: number): LineRow {
	const { at, priority, message } = line;
	return { kind: 'line', id, source, at, priority, from: writerOf(line), text: shownText(message) };
}

/** Where lines may be missing once, they may be for good, whatever is lost and found without a line in between. */
function closedGap(gap: GapRow, { at, missing = 'none' }: Extract<SourceEvent, { kind: 'caught-up' }>): GapRow {
	return { ...gap, backAt: at, missing: gap.missing === 'maybe' ? 'maybe' : missing };
}

function openedGap({ backAt: _back, ...gap }: GapRow, { reason }: { readonly reason: string }): GapRow {
	return { ...gap, reason };
}
