// Events in handfuls: those that come in quick succession are one batch, because one start of a unit is a dozen of them.
// Nothing is read ahead of whoever takes the batches.

/** Milliseconds, and how many events at the most. */
export interface Pace {
	/** How long a batch is gathered from its first event on. */
	readonly gather: number;
	/** How long no event is normal. */
	readonly silence: number;
	readonly most: number;
}

/** Batches of events. Ends, and says why: the events came to their end, or there were none for too long. */
export async function* inBatches<T>(
	events: AsyncIterator<T>,
	{ gather, silence, most }: Pace,
): AsyncGenerator<readonly T[], 'ended' | 'silent'> {
	let next = nextOf(events);
	for (;;) {
		const first = await before(silence, next);
		if (first === undefined) return 'silent';
		if (first.done === true) return 'ended';
		const batch = [first.value];
		next = nextOf(events);
		const end = performance.now() + gather;
		while (batch.length < most) {
			// What fails now fails again when it is waited for next, after those that came before it were told.
			const more = await before(end - performance.now(), next).catch(() => undefined);
			if (more === undefined || more.done === true) break;
			batch.push(more.value);
			next = nextOf(events);
		}
		yield batch;
	}
}

/** The next event. It may fail while nobody waits for it; whoever waits then is told. */
function nextOf<T>(events: AsyncIterator<T>): Promise<IteratorResult<T>> {
	const next = events.next();
	next.catch(() => {});
	return next;
}

/** What a promise gives within some time; `undefined` when it takes longer. */
async function before<T>(milliseconds: number, promise: Promise<T>): Promise<T | undefined> {
	let clock: NodeJS.Timeout | undefined;
	const over = new Promise<undefined>((resolve) => {
		clock = setTimeout(resolve, milliseconds, undefined);
	});
	try {
		return await Promise.race([promise, over]);
	} finally {
		clearTimeout(clock);
	}
}
