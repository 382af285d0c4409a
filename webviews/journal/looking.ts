// Looks through rows for what is sought, bit by bit, so that the page stays alive meanwhile. Another search begins anew,
// and what is on its way for the old one is dropped.

import type { Row } from '../../client/src/journal/rows.ts';
import type { Finder, Span } from './finders.ts';
import { contentText } from './row-texts.ts';

/** A row that is shown, and what was found in it. */
export interface Shown {
	readonly row: Row;
	readonly span: Span;
}

/** What is looked for. */
export interface Sought {
	readonly finder: Finder;
	/** Journals that are hidden, by their numbers. */
	readonly hidden: ReadonlySet<number>;
}

/** What looking tells, and how it makes room. */
export interface LookingParts {
	/** Takes the rows of one bit that are to be shown. */
	readonly found: (rows: readonly Shown[]) => void;
	/** The search had to be given up; the rows that were left are not looked through. */
	readonly failed: (error: unknown) => void;
	/** Lets others have their turn. */
	readonly breathe: () => Promise<void>;
}

/** Rows on their way through a search. */
export interface Looking {
	/** Begins anew, with these rows. */
	begin(sought: Sought, rows: readonly Row[]): void;
	/** Adds rows that have come. */
	add(rows: readonly Row[]): void;
	/** Whether rows are still to be looked through. */
	isSearching(): boolean;
}

/** Rows that are looked through at once. */
const batchSize = 4_000;

/** No rows yet. */
export function createLooking(first: Sought, { found, failed, breathe }: LookingParts): Looking {
	let sought = first;
	let queue: readonly Row[] = [];
	let isWorking = false;
	let isLooking = false;

	async function work(): Promise<void> {
		if (isWorking) return;
		isWorking = true;
		while (queue.length > 0) {
			const [batch, current] = [queue.slice(0, batchSize), sought];
			queue = queue.slice(batchSize);
			isLooking = true;
			const outcome = await lookThrough(batch, current).catch((error: unknown) => ({ error }));
			isLooking = false;
			if (current !== sought) continue;
			if ('error' in outcome) giveUp(outcome.error);
			else found(outcome);
			if (queue.length > 0) await breathe();
		}
		isWorking = false;
	}

	function giveUp(error: unknown): void {
		queue = [];
		failed(error);
	}

	return {
		begin(next, rows) {
			// Another one even if it is the same: what is on its way is of rows that may be forgotten.
			sought = { ...next };
			queue = rows;
			void work();
		},
		add(rows) {
			queue = queue.concat(rows);
			void work();
		},
		isSearching: () => isLooking || queue.length > 0,
	};
}

/** Gaps are shown whatever is searched: who looks for a line should know that some may be missing. */
async function lookThrough(rows: readonly Row[], { finder, hidden }: Sought): Promise<readonly Shown[]> {
	const seen = hidden.size === 0 ? rows : rows.filter(({ source }) => !hidden.has(source));
	const spans = await finder.find(seen.map((row) => (row.kind === 'line' ? contentText(row) : '')));
	return seen.flatMap((row, nth) => {
		const span = row.kind === 'line' ? spans[nth] : nowhere;
		return span === undefined ? [] : [{ row, span }];
	});
}

/** The span of a row in which nothing was looked for. */
export const nowhere: Span = { from: 0, to: 0 };
