// What the page knows: all rows, and those that are shown. How rows are looked through stands in looking.ts; nothing is
// drawn here.

import { createLog, type LogLimits, usualLimits } from '../../client/src/journal/log.ts';
import { compareRows, type Row } from '../../client/src/journal/rows.ts';
import { insertSorted, lowerBound } from '../../client/src/journal/sorted.ts';
import type { Finder } from './finders.ts';
import { createLooking, nowhere, type Shown, type Sought } from './looking.ts';

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

/** A model without rows. `breathe` lets others have their turn. */
export function createModel(
	finder: Finder,
	{ changed, failed }: ModelListener,
	breathe: () => Promise<void>,
	limits: LogLimits = usualLimits,
): Model {
	const log = createLog(limits);
	const shown: Shown[] = [];
	let sought: Sought = { finder, hidden: new Set() };
	const looking = createLooking(sought, { found: show, failed, breathe });

	function restart(next: Sought): void {
		sought = next;
		shown.length = 0;
		looking.begin(next, [...log.rows]);
		changed();
	}

	function show(found: readonly Shown[]): void {
		insertSorted(shown, log.dropped() === 0 ? found : found.filter(({ row }) => isKept(row)), compareShown);
		changed();
	}

	/** Rows may have had to go while they were looked through. */
	function isKept(row: Row): boolean {
		return log.rows[lowerBound(log.rows, row, compareRows)]?.id === row.id;
	}

	return {
		shown,
		total: () => log.rows.length,
		dropped: log.dropped,
		isSearching: looking.isSearching,
		start(droppedBefore) {
			log.clear(droppedBefore);
			restart(sought);
		},
		add(rows) {
			const newest = log.insert(rows).at(-1);
			if (newest !== undefined) dropShown(shown, newest);
			looking.add(rows);
			changed();
		},
		setFinder(next) {
			sought.finder.end();
			restart({ ...sought, finder: next });
		},
		hide: (hidden) => restart({ ...sought, hidden }),
	};
}

function compareShown(a: Shown, b: Shown): number {
	return compareRows(a.row, b.row);
}

/** Takes away what is not newer than a row. */
function dropShown(shown: Shown[], newest: Row): void {
	const from = lowerBound(shown, { row: newest, span: nowhere }, compareShown);
	shown.splice(0, shown[from]?.row.id === newest.id ? from + 1 : from);
}
