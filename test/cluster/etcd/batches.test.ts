// Events in handfuls: what comes together is one batch, silence and ends are told, nothing is lost.
import { describe, expect, test } from 'vitest';
import { inBatches } from '../../../cluster/src/etcd/batches.ts';

const hours = 3_600_000;
const pace = { gather: 20, silence: hours, most: 100 };

async function* listed<T>(items: readonly T[]): AsyncGenerator<T> {
	yield* items;
}

/** Items that come when the test says so. */
function paced<T>() {
	let take = (_: IteratorResult<T>): void => {};
	return {
		give: (value: T) => take({ done: false, value }),
		items: {
			next: () =>
				new Promise<IteratorResult<T>>((resolve) => {
					take = resolve;
				}),
		},
	};
}

describe('batches', () => {
	test('hold what is there at once, up to a number', async () => {
		const batches = inBatches(listed([1, 2, 3, 4, 5]), { ...pace, most: 2 });
		expect(await batches.next()).toEqual({ done: false, value: [1, 2] });
		expect(await batches.next()).toEqual({ done: false, value: [3, 4] });
		expect(await batches.next()).toEqual({ done: false, value: [5] });
		expect(await batches.next()).toEqual({ done: true, value: 'ended' });
	});

	test('are given when nothing more comes for a while, and go on after that', async () => {
		const { give, items } = paced<number>();
		const batches = inBatches(items, pace);
		const first = batches.next();
		give(1);
		expect(await first).toEqual({ done: false, value: [1] });
		const second = batches.next();
		give(2);
		expect(await second).toEqual({ done: false, value: [2] });
	});

	test('end with silence', async () => {
		const batches = inBatches(paced<number>().items, { ...pace, silence: 1 });
		expect(await batches.next()).toEqual({ done: true, value: 'silent' });
	});

	test('that came before a failure are given before it', async () => {
		async function* failing(): AsyncGenerator<number> {
			yield 1;
			throw new Error('broken');
		}
		const batches = inBatches(failing(), pace);
		expect(await batches.next()).toEqual({ done: false, value: [1] });
		await expect(batches.next()).rejects.toThrow('broken');
	});
});
