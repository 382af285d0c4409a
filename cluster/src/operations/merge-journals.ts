// Several journals as one, in the order of time. Lines that come late by up to a moment still find their place; a
// journal that is silent does not hold the others up for longer than that.

import type { JournalLine } from '../model.ts';

/** Milliseconds that a line waits for earlier ones of other journals. */
const holdBack = 300;

/** Merges journals by time. It ends when all have ended; it fails as soon as one fails. */
export async function* mergeJournals(
	journals: readonly AsyncIterable<JournalLine>[],
	patience: number = holdBack,
): AsyncIterable<JournalLine> {
	const readers = journals.map(openReader);
	try {
		for (;;) {
			await headsOf(readers, patience);
			const failed = readers.find(({ fault }) => fault !== undefined);
			if (failed !== undefined) throw failed.fault;
			const [next] = readers
				.filter(({ head }) => head !== undefined)
				.sort((a, b) => (a.head?.at ?? 0) - (b.head?.at ?? 0));
			if (next?.head !== undefined) {
				yield next.head;
				next.head = undefined;
			} else if (readers.every(({ isOver }) => isOver)) {
				return;
			}
		}
	} finally {
		// Not awaited: a journal that waits for its next line would never answer; its signal ends it.
		for (const { lines } of readers) void lines.return?.();
	}
}

/** One journal and the line of it that is next. */
interface Reader {
	readonly lines: AsyncIterator<JournalLine>;
	head: JournalLine | undefined;
	pending: Promise<void> | undefined;
	isOver: boolean;
	/** What reading failed with; kept, because nobody may be waiting at that moment. */
	fault: unknown;
}

function openReader(journal: AsyncIterable<JournalLine>): Reader {
	return {
		lines: journal[Symbol.asyncIterator](),
		head: undefined,
		pending: undefined,
		isOver: false,
		fault: undefined,
	};
}

/** Waits until each journal has its next line; once one has, only for a moment more. */
async function headsOf(readers: readonly Reader[], patience: number): Promise<void> {
	const open = readers.filter(({ head, isOver }) => head === undefined && !isOver);
	if (open.length === 0) return;
	const all = Promise.all(open.map(readHead));
	if (!readers.some(({ head }) => head !== undefined)) {
		await Promise.race([all, ...open.map(readHead)]);
	}
	let timer: NodeJS.Timeout | undefined;
	const moment = new Promise<void>((resolve) => {
		timer = setTimeout(resolve, patience);
	});
	await Promise.race([all, moment]).finally(() => clearTimeout(timer));
}

function readHead(reader: Reader): Promise<void> {
	reader.pending ??= takeNext(reader);
	return reader.pending;
}

async function takeNext(reader: Reader): Promise<void> {
	try {
		const { done, value } = await reader.lines.next();
		if (done === true) reader.isOver = true;
		else reader.head = value;
	} catch (error) {
		reader.isOver = true;
		reader.fault = error;
	}
	reader.pending = undefined;
}
