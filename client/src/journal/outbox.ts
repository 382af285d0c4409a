// Sends rows to a page: gathered, so that it is told at most twenty times a second, never before it has taken what it was
// told last, and from the beginning when it is made anew.

import { createLog, type LogLimits, usualLimits } from './log.ts';
import type { ToPage } from './messages.ts';
import type { Row } from './rows.ts';
import type { Timing } from './timing.ts';

/** What an outbox works with. */
export interface OutboxParts {
	/** Resolves when the page has been given the message. */
	readonly post: (message: ToPage) => PromiseLike<unknown>;
	/** What a page is told first, when so many rows were dropped already. */
	readonly start: (dropped: number) => ToPage;
	/** What it is told when the journals or their states are others. */
	readonly sources: () => ToPage;
	readonly timing: Timing;
	readonly limits?: LogLimits;
	/** Ends it. */
	readonly signal: AbortSignal;
}

/** The way of rows to a page. */
export interface Outbox {
	add(rows: readonly Row[]): void;
	/** The journals or their states are others. */
	sourcesChanged(): void;
	/** The page is there, perhaps made anew: it is told everything. Nothing is sent before. */
	pageIsReady(): void;
	/** All rows so far are to be forgotten, on both sides. */
	clear(): void;
}

/** Milliseconds between two messages. */
const pace = 50;

/** Rows in a message; more would hold up the page for longer than a moment. */
const mostRows = 5_000;

/** An outbox without rows. */
export function createOutbox(parts: OutboxParts): Outbox {
	const { post, start, sources, timing, limits = usualLimits, signal } = parts;
	const log = createLog(limits);
	let fresh: Row[] = [];
	let unsent: Row[] = [];
	let isReady = false;
	let isRunning = false;
	let wants: 'nothing' | 'sources' | 'start' = 'nothing';

	function keepFresh(): void {
		log.insert(fresh);
		unsent = isReady ? unsent.concat(fresh) : [];
		fresh = [];
		// A page that is so far behind is told anew, which is less.
		if (unsent.length > limits.rows) wants = 'start';
	}

	function next(): ToPage | undefined {
		keepFresh();
		if (!isReady || (wants === 'nothing' && unsent.length === 0)) return undefined;
		const wanted = wants;
		wants = 'nothing';
		if (wanted === 'sources') return sources();
		if (wanted === 'nothing') return { kind: 'rows', rows: unsent.splice(0, mostRows) };
		unsent = [...log.rows];
		return start(log.dropped());
	}

	async function run(): Promise<void> {
		if (isRunning) return;
		isRunning = true;
		try {
			for (;;) {
				await timing.wait(pace, signal);
				const message = next();
				if (message === undefined) return;
				await post(message);
			}
		} finally {
			isRunning = false;
		}
	}

	// It ends with the signal, and with the page.
	const wake = () => void run().catch(() => {});

	return {
		add(rows) {
			for (const row of rows) fresh.push(row);
			// The page may be slow to take what it was told; what is kept is bounded all the same.
			if (fresh.length > mostRows) keepFresh();
			wake();
		},
		sourcesChanged() {
			if (wants === 'nothing') wants = 'sources';
			wake();
		},
		pageIsReady() {
			isReady = true;
			wants = 'start';
			wake();
		},
		clear() {
			log.clear();
			fresh = [];
			unsent = [];
			wants = 'start';
			wake();
		},
	};
}
