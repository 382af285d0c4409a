// Follows one journal for as long as it is wanted: reads what is there, goes on as lines come, and after a lost
// connection goes on behind the last line that was seen, knowing whether that worked.

import { ClusterError, isClusterError } from '../../../cluster/src/errors.ts';
import type { JournalLine, JournalOptions } from '../../../cluster/src/model.ts';
import { leashTo } from '../../../cluster/src/transport/deadline.ts';
import { pauseAfter } from '../../../cluster/src/transport/retry.ts';
import type { Missing } from './rows.ts';

/** Reads a journal. With `follow` it ends without an error when the signal is aborted. */
export type ReadJournal = (options: JournalOptions, signal: AbortSignal) => AsyncIterable<JournalLine>;

/** Time and chance. */
export interface Timing {
	/** Milliseconds since 1970. */
	now(): number;
	random(): number;
	/** Throws when the signal is aborted. */
	wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** What happens to a journal. */
export type SourceEvent =
	| { readonly kind: 'line'; readonly line: JournalLine }
	/** Everything up to now is read. After a loss, `missing` says what is known of the time between. */
	| { readonly kind: 'caught-up'; readonly at: number; readonly missing?: Missing }
	/** It cannot be read; it is tried again. */
	| { readonly kind: 'lost'; readonly at: number; readonly reason: string }
	/** It cannot be read, and trying again would not help, or would lock the user out. */
	| { readonly kind: 'stopped'; readonly at: number; readonly reason: string };

/** What a journal is followed with. */
export interface SourceParts {
	readonly read: ReadJournal;
	/** What to begin with. `lines` are the last ones even with `since`. */
	readonly first: JournalOptions;
	/** Number of the last lines to begin with. */
	readonly lines: number;
	readonly timing: Timing;
	readonly tell: (event: SourceEvent) => void;
	/** The last line that was seen, kept by the caller, so that a journal that is followed anew goes on behind it. */
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
	for (let failures = 1; ; failures++) {
		const began = timing.now();
		try {
			await catchUp(parts, signal);
			await goOn(parts, signal);
		} catch (error) {
			if (signal.aborted) return;
			const reason = errorText(error);
			if (isFinal(error)) return tell({ kind: 'stopped', at: timing.now(), reason });
			tell({ kind: 'lost', at: timing.now(), reason });
		}
		if (timing.now() - began > steadyTime) failures = 1;
		try {
			await timing.wait(pauseAfter(failures, retryPace(timing)), signal);
		} catch {
			return;
		}
	}
}

/** Milliseconds after which a connection counts as one that held. */
const steadyTime = 10_000;

/** Milliseconds until something must have come of what is there; ssh may have to log in twice before that. */
const readTimeout = 30_000;

function retryPace({ random }: Timing) {
	return { firstPause: 500, longestPause: 30_000, random };
}

/** Logging in with what was refused before may lock a user out. */
function isFinal(error: unknown): boolean {
	return isClusterError(error, 'denied', 'host-key', 'refused');
}

/** Reads what is there. That it ends shows that the connection stands, also where nothing was written. */
async function catchUp(parts: SourceParts, signal: AbortSignal): Promise<void> {
	const { read, memory, tell, timing } = parts;
	const before = memory.last;
	const leash = leashTo({ signals: [signal], timeout: readTimeout, what: 'reading the journal' });
	const lines = before === undefined ? lastLines(parts.lines, take) : take;
	let first: JournalLine | undefined;
	function take(line: JournalLine): void {
		first ??= line;
		see(parts, line);
	}
	try {
		for await (const line of read(optionsFrom(parts), leash.signal)) {
			leash.stopClock();
			if (isNew(line, before)) ('add' in lines ? lines.add : lines)(line);
		}
		if ('add' in lines) lines.end();
	} finally {
		leash.release();
	}
	const wasRead = memory.wasRead === true;
	memory.wasRead = true;
	tell({ kind: 'caught-up', at: timing.now(), ...(wasRead && { missing: missingBetween(before, first) }) });
}
