// The rows that are kept, in the order of time. Memory is bounded: the oldest make room, and are counted.

import { compareRows, type Row } from './rows.ts';
import { insertSorted } from './sorted.ts';

/** How much is kept at the most. What is over goes in one piece with a twentieth of the rest, which is cheaper. */
export interface LogLimits {
	readonly rows: number;
	/** Of all texts together; a few lines may be as long as a hundred thousand others. */
	readonly characters: number;
}

/** What a panel keeps. */
export const usualLimits: LogLimits = { rows: 100_000, characters: 32_000_000 };

/** Rows in the order of time. */
export interface Log {
	/** The same list, whatever happens to it. */
	readonly rows: readonly Row[];
	/** How many of the oldest had to go. */
	dropped(): number;
	/** Adds rows, wherever they belong. Those that have to go are returned, oldest first. */
	insert(rows: readonly Row[]): readonly Row[];
	/** Forgets everything, and that some were dropped before. */
	clear(droppedBefore?: number): void;
}

/** An empty log. */
export function createLog(limits: LogLimits = usualLimits): Log {
	const rows: Row[] = [];
	let dropped = 0;
	let characters = 0;
	return {
		rows,
		dropped: () => dropped,
		insert(added) {
			insertSorted(rows, added, compareRows);
			// Only gaps are ever told again, and they do not count.
			characters += lengthOf(added);
			const gone = rows.splice(0, surplus(rows, characters, limits));
			characters -= lengthOf(gone);
			dropped += gone.length;
			return gone;
		},
		clear(droppedBefore = 0) {
			rows.length = 0;
			dropped = droppedBefore;
			characters = 0;
		},
	};
}

/** How many of the oldest rows have to go. */
function surplus(rows: readonly Row[], characters: number, limits: LogLimits): number {
	if (rows.length <= limits.rows && characters <= limits.characters) return 0;
	let count = Math.max(0, rows.length - Math.ceil(limits.rows * keptPart));
	let left = characters - lengthOf(rows.slice(0, count));
	for (; left > limits.characters * keptPart && count < rows.length; count++)
		left -= lengthOf(rows.slice(count, count + 1));
	return count;
}

const keptPart = 0.95;

function lengthOf(rows: readonly Row[]): number {
	return rows.reduce((sum, row) => sum + (row.kind === 'line' ? row.text.length : 0), 0);
}
