// One journal of a panel over its life: it may be read anew, leave with its unit, and come back.

import type { JournalOptions } from '../../../cluster/src/model.ts';
import { followSource, type Memory, type SourceEvent } from './follow-source.ts';
import type { SourceView } from './messages.ts';
import type { ReadJournal } from './read-journal.ts';
import { createRowMaker } from './row-maker.ts';
import type { Row } from './rows.ts';
import type { Source } from './sources.ts';
import type { Timing } from './timing.ts';

/** What a journal is followed with. */
export interface JournalParts {
	readonly source: Source;
	readonly number: number;
	readonly nextId: () => number;
	readonly read: ReadJournal;
	readonly timing: Timing;
	readonly rows: (rows: readonly Row[]) => void;
	/** Is called when the state is another. */
	readonly changed: () => void;
}

/** What a journal is to begin with. */
export interface Beginning {
	readonly first: JournalOptions;
	readonly lines: number;
}

/** A journal that is followed. */
export interface FollowedJournal {
	readonly source: Source;
	readonly number: number;
	state(): Pick<SourceView, 'state' | 'detail'>;
	/** Reads from the beginning. */
	begin(beginning: Beginning): void;
	/** The unit is there. One that had left is followed again, from where it was left. */
	stay(beginning: Beginning): void;
	/** The unit has left: its last words are waited for. */
	leave(): void;
	/** Tries at once where it is tried again later, or not at all. */
	retry(beginning: Beginning): void;
	end(): void;
}

/** Milliseconds for the last words of a unit that has left. */
const lastWords = 10_000;

/** A journal that is not read yet. */
export function createFollowedJournal(parts: JournalParts): FollowedJournal {
	const { source, number, nextId, read, timing, rows, changed } = parts;
	let memory: Memory = {};
	let rowsOf = createRowMaker(number, nextId);
	let state: ReturnType<FollowedJournal['state']> = { state: 'reading', detail: '' };
	let running = new AbortController();
	let leaving: AbortController | undefined;

	function become(next: typeof state): void {
		state = next;
		changed();
	}

	function follow({ first, lines }: Beginning): void {
		running.abort();
		const run = new AbortController();
		running = run;
		const tell = (event: SourceEvent) => {
			if (run.signal.aborted) return;
			if (event.kind !== 'line') become(stateAfter(event));
			rows(rowsOf(event));
		};
		void followSource({ read, first, lines, timing, tell, memory }, run.signal);
	}

	function stopLeaving(): void {
		leaving?.abort();
		leaving = undefined;
	}

	async function leaveLater(signal: AbortSignal): Promise<void> {
		await timing.wait(lastWords, signal);
		running.abort();
		become({ state: 'gone', detail: `${source.unit} is not on that machine any more` });
	}

	return {
		source,
		number,
		state: () => state,
		begin(beginning) {
			memory = {};
			rowsOf = createRowMaker(number, nextId);
			if (state.state === 'gone') return;
			state = { state: 'reading', detail: '' };
			follow(beginning);
		},
		stay(beginning) {
			stopLeaving();
			if (state.state !== 'gone') return;
			become({ state: 'reading', detail: '' });
			follow(beginning);
		},
		leave() {
			if (leaving !== undefined || state.state === 'gone') return;
			leaving = new AbortController();
			// Given up when the unit comes back first.
			leaveLater(leaving.signal).catch(() => {});
		},
		retry(beginning) {
			if (state.state === 'lost' || state.state === 'stopped') follow(beginning);
		},
		end() {
			stopLeaving();
			running.abort();
		},
	};
}

function stateAfter(event: Exclude<SourceEvent, { kind: 'line' }>): Pick<SourceView, 'state' | 'detail'> {
	if (event.kind === 'caught-up') return { state: 'following', detail: '' };
	return { state: event.kind, detail: event.reason };
}
