// Sends rows to a page: gathered, so that it is told at most twenty times a second, never before it has taken what it was
// told last, and from the beginning when it is made anew.

import { type LogLimits, usualLimits } from './log.ts';
import type { ToPage } from './messages.ts';
import type { Row } from './rows.ts';
import type { Timing } from './timing.ts';
import { createUnsent } from './unsent.ts';

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

/** An outbox without rows. */
export function createOutbox({ post, start, sources, timing, limits = usualLimits, signal }: OutboxParts): Outbox {
	const unsent = createUnsent({ start, sources, limits });
	let isRunning = false;

	async function run(): Promise<void> {
		if (isRunning) return;
		isRunning = true;
		try {
			for (;;) {
				await timing.wait(pace, signal);
				const message = unsent.next();
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
			unsent.add(rows);
			wake();
		},
		sourcesChanged() {
			unsent.sourcesChanged();
			wake();
		},
		pageIsReady() {
			unsent.begin();
			wake();
		},
		clear() {
			unsent.clear();
			wake();
		},
	};
}
