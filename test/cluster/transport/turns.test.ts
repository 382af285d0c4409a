// Turns: so many at the same time, in order, and nobody who gave up holds one.

import { expect, test } from 'vitest';
import { Turns } from '../../../cluster/src/transport/turns.ts';
import { failure, never } from './servers.ts';

/** Work that goes on until it is told to end. */
function openWork() {
	let end = () => {};
	const ended = new Promise<void>((resolve) => {
		end = resolve;
	});
	return { end, work: () => ended };
}

test('no more than so many work at the same time', async () => {
	const turns = new Turns(2);
	let working = 0;
	let most = 0;
	const work = async () => {
		most = Math.max(most, ++working);
		await Promise.resolve();
		working--;
	};
	await Promise.all(Array.from({ length: 9 }, () => turns.take(never, work)));
	expect({ most, working }).toEqual({ most: 2, working: 0 });
});

test('who waited longest is next', async () => {
	const turns = new Turns(1);
	const order: number[] = [];
	await Promise.all([1, 2, 3].map((number) => turns.take(never, async () => void order.push(number))));
	expect(order).toEqual([1, 2, 3]);
});

test('work that fails passes its turn on', async () => {
	const turns = new Turns(1);
	await expect(turns.take(never, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
	expect(await turns.take(never, async () => 'done')).toBe('done');
});

test('who gives up while waiting holds no turn', async () => {
	const turns = new Turns(1);
	const { end, work } = openWork();
	const first = turns.take(never, work);
	const giveUp = new AbortController();
	const second = failure(turns.take(giveUp.signal, async () => {}));
	const third = turns.take(never, async () => 'third');
	giveUp.abort();
	expect(await second).toBe('cancelled: the call was cancelled');
	end();
	await first;
	expect(await third).toBe('third');
	expect(await turns.take(never, async () => 'fourth')).toBe('fourth');
});

test('who gives up in the moment of their turn passes it on', async () => {
	const turns = new Turns(1);
	const { end, work } = openWork();
	const first = turns.take(never, work);
	const giveUp = new AbortController();
	const second = turns.take(giveUp.signal, async () => 'second').catch(() => 'gave up');
	end();
	await first;
	giveUp.abort();
	expect(['second', 'gave up']).toContain(await second);
	expect(await turns.take(never, async () => 'third')).toBe('third');
});
