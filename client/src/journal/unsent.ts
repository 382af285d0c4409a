// What a page is still to be told, in the order in which it makes sense: from the beginning, that journals are others,
// and rows. When it is told that is not known here.

import { createLog, type LogLimits } from './log.ts';
import type { ToPage } from './messages.ts';
import type { Row } from './rows.ts';

/** How the messages are made that are not rows. */
export interface UnsentParts {
	/** What a page is told first, when so many rows were dropped already. */
	readonly start: (dropped: number) => ToPage;
	/** What it is told when the journals or their states are others. */
	readonly sources: () => ToPage;
	readonly limits: LogLimits;
}

/** What is still to be told. */
export interface Unsent {
	add(rows: readonly Row[]): void;
	sourcesChanged(): void;
	/** The page knows nothing. Before that, nothing is to be told. */
	begin(): void;
	/** All rows so far are to be forgotten. */
	clear(): void;
	/** The next message; `undefined` where there is none. */
	next(): ToPage | undefined;
}

/** Rows in a message; more would hold up the page for longer than a moment. */
const mostRows = 5_000;

/** Nothing to tell yet. */
export function createUnsent({ start, sources, limits }: UnsentParts): Unsent {
	const log = createLog(limits);
	let fresh: Row[] = [];
	let unsent: Row[] = [];
	let isReady = false;
	let wants: 'nothing' | 'sources' | 'start' = 'nothing';

	function keepFresh(): void {
		log.insert(fresh);
		unsent = isReady ? unsent.concat(fresh) : [];
		fresh = [];
		// A page that is so far behind is told anew, which is less.
		if (unsent.length > limits.rows) wants = 'start';
	}

	return {
		add(rows) {
			for (const row of rows) fresh.push(row);
			// The page may be slow to take what it was told; what is kept is bounded all the same.
			if (fresh.length > mostRows) keepFresh();
		},
		sourcesChanged() {
			if (wants === 'nothing') wants = 'sources';
		},
		begin() {
			isReady = true;
			wants = 'start';
		},
		clear() {
			log.clear();
			fresh = [];
			unsent = [];
			wants = 'start';
		},
		next() {
			keepFresh();
			if (!isReady || (wants === 'nothing' && unsent.length === 0)) return undefined;
			const wanted = wants;
			wants = 'nothing';
			if (wanted === 'sources') return sources();
			if (wanted === 'nothing') return { kind: 'rows', rows: unsent.splice(0, mostRows) };
			unsent = [...log.rows];
			return start(log.dropped());
		},
	};
}
