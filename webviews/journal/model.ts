// What the page knows: all rows, and those that are shown. Rows are looked through bit by bit as they come; another
// search begins again, and what is on its way for the old one is dropped. Draws nothing.

import { createLog, type LogLimits, usualLimits } from '../../client/src/journal/log.ts';
import { compareRows, type Row } from '../../client/src/journal/rows.ts';
import { insertSorted, lowerBound } from '../../client/src/journal/sorted.ts';
import type { Finder, Span } from './finders.ts';
import { contentText } from './row-texts.ts';

/** A row that is shown, and what was found in it. */
export interface Shown {
	readonly row: Row;
	readonly span: Span;
}

/** Rows, and those of them that are shown. */
export interface Model {
	/** The same list, whatever happens to it. */
	readonly shown: readonly Shown[];
	/** How many rows there are. */
	total(): number;
	dropped(): number;
	/** Whether rows are still to be looked through. */
	isSearching(): boolean;
	/** Forgets all rows. */
	start(droppedBefore: number): void;
	add(rows: readonly Row[]): void;
	setFinder(finder: Finder): void;
	/** Hides journals by their numbers. */
	hide(sources: ReadonlySet<number>): void;
}

/** What a model tells. */
export interface ModelListener {
	/** What is shown is other than it was. */
	readonly changed: () => void;
	/** A search had to be given up. */
	readonly failed: (error: unknown) => void;
}

/** Rows that are looked through at once. */
const batchSize = 4_000;

/** A model without rows. `breathe` lets others have their turn. */
export function createModel(
	finder: Finder,
	{ changed, failed }: ModelListener,
	breathe: () => Promise<void>,
	limits: LogLimits = usualLimits,
): Model {
	const log = createLog(limits);
	const shown: Shown[] = [];
	let search = { finder, hidden: new Set<number>() as ReadonlySet<number> };
	let queue: readonly Row[] = [];
	let isWorking = false;
	let isLooking = false;

	function restart(next: typeof search): void {
		search = next;
		queue = [...log.rows];
		shown.length = 0;
		changed();
		void work();
	}

	async function work(): Promise<void> {
		if (isWorking) return;
		isWorking = true;
		while (queue.length > 0) {
			const [batch, current] = [queue.slice(0, batchSize), search];
			queue = queue.slice(batchSize);
			isLooking = true;
			const outcome = await lookThrough(batch, current.finder, current.hidden).catch((error: unknown) => ({ error }));
			isLooking = false;
			if (current !== search) continue;
			if ('error' in outcome) giveUp(outcome.error);
			else show(outcome);
			if (queue.length > 0) await breathe();
		}
		isWorking = false;
	}

	function show(found: readonly Shown[]): void {
		insertSorted(shown, log.dropped() === 0 ? found : found.filter(({ row }) => isKept(row)), compareShown);
		changed();
	}

	/** Rows may have had to go while they were looked through. */
	function isKept(row: Row): boolean {
		return log.rows[lowerBound(log.rows, row, compareRows)]?.id === row.id;
	}

	function giveUp(error: unknown): void {
		queue = [];
		failed(error);
	}

	return {
		shown,
		total: () => log.rows.length,
		dropped: log.dropped,
		isSearching: () => isLooking || queue.length > 0,
		start(droppedBefore) {
			log.clear(droppedBefore);
			restart(search);
		},
		add(rows) {
			const gone = log.insert(rows);
			const newest = gone.at(-1);
			if (newest !== undefined) dropShown(shown, newest);
			queue = queue.concat(rows);
			changed();
			void work();
		},
		setFinder(next) {
			search.finder.end();
			restart({ ...search, finder: next });
		},
		hide: (hidden) => restart({ ...search, hidden }),
	};
}

/** Gaps are shown whatever is searched: who looks for a line should know that some may be missing. */
async function lookThrough(
	rows: readonly Row[],
	finder: Finder,
	hidden: ReadonlySet<number>,
): Promise<readonly Shown[]> {
	const seen = hidden.size === 0 ? rows : rows.filter(({ source }) => !hidden.has(source));
	const spans = await finder.find(seen.map((row) => (row.kind === 'line' ? contentText(row) : '')));
	return seen.flatMap((row, nth) => {
		const span = row.kind === 'line' ? spans[nth] : nowhere;
		return span === undefined ? [] : [{ row, span }];
	});
}

const nowhere: Span = { from: 0, to: 0 };

function compareShown(a: Shown, b: Shown): number {
	return compareRows(a.row, b.row);
}

/** Takes away what is not newer than a row. */
function dropShown(shown: Shown[], newest: Row): void {
	const from = lowerBound(shown, { row: newest, span: nowhere }, compareShown);
	shown.splice(0, shown[from]?.row.id === newest.id ? from + 1 : from);
}
