// Reading journals in parts: to the end of what is there, the last lines of it, and on behind a line that was seen.

import type { JournalLine, JournalOptions } from '../../../cluster/src/model.ts';
import { leashTo } from '../../../cluster/src/transport/deadline.ts';

/** Reads a journal, as `ClusterBackend.journal` does. */
export type ReadJournal = (options: JournalOptions, signal: AbortSignal) => AsyncIterable<JournalLine>;

/** Milliseconds until something must come; ssh may have to log in twice before that. */
const readTimeout = 30_000;

/** What is there. Throws a `ClusterError` of the kind `timeout` where nothing comes in time. */
export async function* readToEnd(
	read: ReadJournal,
	options: JournalOptions,
	signal: AbortSignal,
): AsyncGenerator<JournalLine> {
	const leash = leashTo({ signals: [signal], timeout: readTimeout, what: 'reading the journal' });
	try {
		for await (const line of read(options, leash.signal)) {
			leash.stopClock();
			yield line;
		}
	} finally {
		leash.release();
	}
}

/** The last lines, so many at most, once all have come. */
export async function* lastOf(count: number, lines: AsyncIterable<JournalLine>): AsyncGenerator<JournalLine> {
	let kept: JournalLine[] = [];
	for await (const line of lines) {
		kept.push(line);
		if (kept.length >= 2 * count) kept = kept.slice(-count);
	}
	yield* kept.slice(-count);
}

/**
 * Reads on behind the last line that was seen, and without one from the beginning. Without a cursor that is only about
 * right: of lines of that very moment, some may be lost.
 */
export async function* readOn(
	read: ReadJournal,
	last: JournalLine | undefined,
	options: JournalOptions,
	signal: AbortSignal,
): AsyncGenerator<JournalLine> {
	let isBehind = last === undefined;
	for await (const line of read(last === undefined ? options : behind(last, options), signal)) {
		isBehind ||= last === undefined || isNewLine(line, last);
		if (isBehind) yield line;
	}
}

function behind({ at, cursor }: JournalLine, { priority, follow }: JournalOptions): JournalOptions {
	return {
		...(cursor === undefined ? { since: Math.floor(at) } : { afterCursor: cursor }),
		...(priority !== undefined && { priority }),
		...(follow !== undefined && { follow }),
	};
}

function isNewLine(line: JournalLine, last: JournalLine): boolean {
	return last.cursor === undefined ? line.at > last.at : line.cursor !== last.cursor;
}
