// A journal in the hands of a test: it is written, read as journalctl(1) reads, broken, and begun anew.

import type { ReadJournal } from '../../../client/src/journal/read-journal.ts';
import { ClusterError, type ClusterErrorKind } from '../../../cluster/src/errors.ts';
import type { JournalLine, JournalOptions } from '../../../cluster/src/model.ts';

/** The journal of one unit on one machine. */
export interface JournalMachine {
	readonly read: ReadJournal;
	/** What was asked for, in order. */
	readonly asked: readonly JournalOptions[];
	/** Writes a line. Without a time, a second after the last one. */
	write(message: string, at?: number, priority?: number): void;
	/** Breaks what is read, and refuses to be read until `mend`. */
	fail(kind?: ClusterErrorKind): void;
	/** Breaks what is read; the next one to come may read again. */
	interrupt(): void;
	mend(): void;
	/** Forgets all lines up to now. */
	beginAnew(): void;
}

/** An empty journal that can be read. */
export function createJournalMachine(): JournalMachine {
	let lines: readonly JournalLine[] = [];
	let written = 0;
	let failure: ClusterError | undefined;
	const asked: JournalOptions[] = [];
	const readers = new Set<{ tell: (line: JournalLine) => void; fail: (error: ClusterError) => void }>();

	async function* follow(signal: AbortSignal): AsyncGenerator<JournalLine> {
		const queue: JournalLine[] = [];
		let wake = () => {};
		let error: ClusterError | undefined;
		const reader = {
			tell: (line: JournalLine) => {
				queue.push(line);
				wake();
			},
			fail: (fault: ClusterError) => {
				error = fault;
				wake();
			},
		};
		readers.add(reader);
		signal.addEventListener('abort', () => wake());
		try {
			while (!signal.aborted) {
				yield* queue.splice(0);
				if (error !== undefined) throw error;
				await new Promise<void>((resolve) => {
					wake = resolve;
					if (queue.length > 0 || error !== undefined || signal.aborted) resolve();
				});
			}
		} finally {
			readers.delete(reader);
		}
	}

	function breakOff(error: ClusterError): void {
		for (const reader of readers) reader.fail(error);
		readers.clear();
	}

	return {
		asked,
		async *read(options, signal) {
			asked.push(options);
			if (failure !== undefined) throw failure;
			const coming = options.follow === true ? follow(signal) : undefined;
			// A generator runs only when it is asked: it is to hear of what is written from now on.
			const first = coming?.next();
			yield* select(lines, options);
			if (coming === undefined) return;
			const one = await first;
			if (one?.done === false) yield one.value;
			for await (const line of coming) if (line.priority <= (options.priority ?? 7)) yield line;
		},
		write(message, at = (lines.at(-1)?.at ?? 0) + 1_000, priority = 6) {
			const line = { at, unit: 'a.service', machineId: 'm', message, priority, cursor: `c${written++}` };
			lines = [...lines, line];
			for (const reader of readers) reader.tell(line);
		},
		fail(kind = 'unreachable') {
			failure = new ClusterError(kind, 'the machine is away');
			breakOff(failure);
		},
		interrupt: () => breakOff(new ClusterError('unreachable', 'the connection broke')),
		mend() {
			failure = undefined;
		},
		beginAnew() {
			lines = [];
		},
	};
}

function select(all: readonly JournalLine[], options: JournalOptions): readonly JournalLine[] {
	const { lines, since = Number.NEGATIVE_INFINITY, priority = 7, afterCursor } = options;
	const behind = all.findIndex(({ cursor }) => cursor === afterCursor);
	const wanted = all.slice(behind + 1).filter((line) => line.at >= since && line.priority <= priority);
	return lines === undefined ? wanted : wanted.slice(Math.max(0, wanted.length - lines));
}
