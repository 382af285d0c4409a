// Follows one journal for as long as it is wanted: reads what is there, goes on as lines come, and after a lost
// connection goes on behind the last line that was seen, and finds out whether lines are missing.

import { isClusterError } from '../../../cluster/src/errors.ts';
import type { JournalLine, JournalOptions } from '../../../cluster/src/model.ts';
import { pauseAfter } from '../../../cluster/src/transport/retry.ts';
import { errorText } from '../clusters/failure.ts';
import { lastOf, type ReadJournal, readOn, readToEnd } from './read-journal.ts';
import type { Missing } from './rows.ts';
import type { Timing } from './timing.ts';

/** What happens to a journal. `at` is by the clock of this computer. */
export type SourceEvent =
	| { readonly kind: 'line'; readonly line: JournalLine }
	/** Everything up to now is read. After a loss, `missing` says what is known of the time between. */
	| { readonly kind: 'caught-up'; readonly at: number; readonly missing?: Missing }
	/** It cannot be read for now. */
	| { readonly kind: 'lost'; readonly at: number; readonly reason: string }
	/** It cannot be read, and to try again by itself would not help or could lock the user out. */
	| { readonly kind: 'stopped'; readonly at: number; readonly reason: string };

/** What a journal is followed with. */
export interface SourceParts {
	readonly read: ReadJournal;
	/** What to begin with. */
	readonly first: JournalOptions;
	/** How many of the last lines to begin with, also where `first` names a time. */
	readonly lines: number;
	readonly timing: Timing;
	readonly tell: (event: SourceEvent) => void;
	/** Is kept by the caller, so that a journal that is followed anew goes on where it was left. */
	readonly memory: Memory;
}

/** How far a journal was read. */
export interface Memory {
	last?: JournalLine;
	/** Whether it was ever read to its end. */
	wasRead?: boolean;
}

/** Follows until the signal is aborted, or until it is no use. Never throws. */
export async function followSource(parts: SourceParts, signal: AbortSignal): Promise<void> {
	const { timing, tell } = parts;
	for (let failures = 1; !signal.aborted; failures++) {
		const began = timing.now();
		const error = await readUntilLost(parts, signal);
		if (signal.aborted) return;
		const [at, reason] = [timing.now(), errorText(error)];
		if (isFinal(error)) return tell({ kind: 'stopped', at, reason });
		tell({ kind: 'lost', at, reason });
		if (at - began > steadyTime) failures = 1;
		const pause = pauseAfter(failures, { firstPause: 500, longestPause: 30_000, random: timing.random });
		// The signal is looked at above.
		await timing.wait(pause, signal).catch(() => {});
	}
}

/** Milliseconds after which a connection counts as one that held. */
const steadyTime = 10_000;

/** To log in again where that was refused may lock a user out. */
function isFinal(error: unknown): boolean {
	return isClusterError(error, 'denied', 'host-key', 'refused');
}

async function readUntilLost(parts: SourceParts, signal: AbortSignal): Promise<unknown> {
	try {
		await catchUp(parts, signal);
		await goOn(parts, signal);
		return new Error('the journal ended by itself');
	} catch (error) {
		return error;
	}
}

/** Reads what is there. That it ends shows that the connection stands, also where nothing was written. */
async function catchUp(parts: SourceParts, signal: AbortSignal): Promise<void> {
	const { read, first, lines, memory, tell, timing } = parts;
	const before = memory.last;
	const found = readOn((options, limited) => readToEnd(read, options, limited), before, first, signal);
	let count = 0;
	for await (const line of before === undefined ? lastOf(lines, found) : found) {
		take(parts, line, signal);
		count++;
	}
	if (signal.aborted) return;
	const missing = memory.wasRead === true ? await missingBehind(parts, before, count, signal) : undefined;
	memory.wasRead = true;
	tell({ kind: 'caught-up', at: timing.now(), ...(missing !== undefined && { missing }) });
}

/** Reads on as lines come. Where nothing was there yet, whatever comes is new. */
async function goOn(parts: SourceParts, signal: AbortSignal): Promise<void> {
	const { read, first, memory } = parts;
	for await (const line of readOn(read, memory.last, { ...first, follow: true }, signal)) {
		take(parts, line, signal);
	}
}

/** What nobody hears of any more is not remembered as told, so that it is read again by whoever goes on. */
function take({ memory, tell }: SourceParts, line: JournalLine, signal: AbortSignal): void {
	if (signal.aborted) return;
	memory.last = line;
	tell({ kind: 'line', line });
}

/**
 * What is known of the lines between the last one before a loss and those after it. As long as that last line is still
 * in the journal, whatever was written since stands behind it; a journal that was begun anew has not got it any more.
 */
async function missingBehind(
	{ read, first }: SourceParts,
	last: JournalLine | undefined,
	count: number,
	signal: AbortSignal,
): Promise<Missing> {
	if (last === undefined) return count === 0 ? 'none' : 'maybe';
	if (last.cursor === undefined) return 'maybe';
	const { priority } = first;
	// Beginning a little earlier costs nothing; a cursor is not to be taken apart (sd_journal_get_cursor(3)).
	const options = { since: Math.floor(last.at) - 1, ...(priority !== undefined && { priority }) };
	for await (const line of readToEnd(read, options, signal)) {
		if (line.cursor === last.cursor) return 'none';
		if (line.at > last.at) break;
	}
	return 'maybe';
}
