// Following keys at one endpoint: where a watch begins, how it catches up, and that no event is lost or told twice.
import { describe, expect, test } from 'vitest';
import type { Pace } from '../../../cluster/src/etcd/batches.ts';
import { follow, type Told } from '../../../cluster/src/etcd/follow.ts';
import { prefix } from './dumps.ts';
import { clearedHistory, printEvent, type ScriptedEtcd, scriptedEtcd } from './scripted-etcd.ts';

const pace: Pace = { gather: 5, silence: 3_600_000, most: 100 };

/** What is told until that many pieces came, or it fails: `connected`, `tree 7`, `events 8 9`, or the error's message. */
async function toldBy(
	etcd: ScriptedEtcd,
	known: number | undefined,
	pieces: number,
	at: Pace = pace,
): Promise<readonly string[]> {
	const controller = new AbortController();
	const told: string[] = [];
	try {
		for await (const piece of follow(etcd, prefix, known, at, controller.signal)) {
			told.push(inWords(piece));
			if (told.length === pieces) controller.abort();
		}
	} catch (error) {
		if (!controller.signal.aborted) told.push(error instanceof Error ? error.message : String(error));
	}
	return told;
}

function inWords(told: Told): string {
	if (told.kind === 'connected') return 'connected';
	if (told.kind === 'tree') return `tree ${told.index}`;
	return `events ${told.events.map(({ index }) => index).join(' ')}`;
}

describe('where nothing is known', () => {
	test('the watch begins before the reading, and what the reading has is not told again', async () => {
		const pieces = [printEvent(6, 'a', '1'), printEvent(7, 'a', '2'), printEvent(8, 'a', '3')];
		const etcd = scriptedEtcd([{ index: 5, pieces }], { a: '2' }, 7);
		expect(await toldBy(etcd, undefined, 3)).toEqual(['connected', 'tree 7', 'events 8']);
		expect(etcd.asked).toEqual(['watch', 'read']);
	});
});

describe('where an index is known', () => {
	test('the watch begins after it', async () => {
		const etcd = scriptedEtcd([{ index: 7, pieces: [printEvent(8, 'a', '1'), printEvent(9, 'a', '2')] }]);
		expect(await toldBy(etcd, 7, 2)).toEqual(['connected', 'events 8 9']);
		expect(etcd.asked).toEqual(['watch 8']);
	});

	test('missed events are asked for one after the other, until they come as they happen', async () => {
		const etcd = scriptedEtcd([
			{ index: 20, pieces: [printEvent(9, 'a', '1')] },
			{ index: 20, pieces: [printEvent(15, 'a', '2')] },
			{ index: 20, pieces: [printEvent(21, 'a', '3'), printEvent(22, 'a', '4')] },
		]);
		expect(await toldBy(etcd, 7, 6)).toEqual([
			...['connected', 'events 9', 'connected', 'events 15'],
			...['connected', 'events 21 22'],
		]);
		expect(etcd.asked).toEqual(['watch 8', 'watch 10', 'watch 16']);
	});

	test('too many missed events are read anew', async () => {
		const missed = Array.from({ length: 20 }, (_, number) => ({
			index: 99,
			pieces: [printEvent(10 + number, 'a', String(number))],
		}));
		const etcd = scriptedEtcd([...missed, { index: 99, pieces: [printEvent(100, 'a', 'x')] }], {}, 99);
		const told = await toldBy(etcd, 7, 43);
		expect(told.slice(-3)).toEqual(['connected', 'tree 99', 'events 100']);
		expect(etcd.asked.slice(-3)).toEqual(['watch 29', 'watch', 'read']);
	});

	test('an etcd that is behind it, because it was set up anew, is read anew', async () => {
		const etcd = scriptedEtcd(
			[
				{ index: 3, pieces: [] },
				{ index: 3, pieces: [printEvent(4, 'a', '1')] },
			],
			{},
			3,
		);
		expect(await toldBy(etcd, 700, 3)).toEqual(['connected', 'tree 3', 'events 4']);
		expect(etcd.asked).toEqual(['watch 701', 'watch', 'read']);
	});

	test('a history that was cleared is read anew', async () => {
		const etcd = scriptedEtcd([clearedHistory, { index: 5_001, pieces: [printEvent(5_002, 'a', '1')] }], {}, 5_001);
		expect(await toldBy(etcd, 7, 3)).toEqual(['connected', 'tree 5001', 'events 5002']);
		expect(etcd.asked).toEqual(['watch 8', 'watch', 'read']);
	});
});

describe('a watch', () => {
	test('that ends after events goes on after them', async () => {
		const etcd = scriptedEtcd([
			{ index: 7, pieces: [printEvent(8, 'a', '1')], end: 'ends' },
			{ index: 8, pieces: [printEvent(9, 'a', '2')] },
		]);
		expect(await toldBy(etcd, 7, 4)).toEqual(['connected', 'events 8', 'connected', 'events 9']);
		expect(etcd.asked).toEqual(['watch 8', 'watch 9']);
	});

	test('that ends at once is an error, so that nobody asks without a pause', async () => {
		const etcd = scriptedEtcd([{ index: 7, pieces: [], end: 'ends' }]);
		expect(await toldBy(etcd, 7, 9)).toEqual(['connected', 'etcd ended the watch at once']);
	});

	test('that breaks tells what came before', async () => {
		const etcd = scriptedEtcd([{ index: 7, pieces: [printEvent(8, 'a', '1')], end: 'breaks' }]);
		expect(await toldBy(etcd, 7, 9)).toEqual(['connected', 'events 8', 'the connection broke off']);
	});

	test('that is silent is asked for anew', async () => {
		const etcd = scriptedEtcd([
			{ index: 7, pieces: [] },
			{ index: 7, pieces: [printEvent(8, 'a', '1')] },
		]);
		expect(await toldBy(etcd, 7, 3, { ...pace, silence: 1 })).toEqual(['connected', 'connected', 'events 8']);
		expect(etcd.asked).toEqual(['watch 8', 'watch 8']);
	});

	test('is read whatever way its bytes are cut', async () => {
		const text = Buffer.from(printEvent(8, 'a', 'Grüße 🚀') + printEvent(9, 'a', '2')).toString('latin1');
		const etcd = scriptedEtcd([{ index: 7, pieces: [...text] }]);
		const controller = new AbortController();
		const values: string[] = [];
		for await (const told of follow(etcd, prefix, 7, pace, controller.signal)) {
			if (told.kind !== 'events') continue;
			for (const { node } of told.events) if (node.kind === 'value') values.push(node.value);
			if (values.length === 2) break;
		}
		expect(values).toEqual(['Grüße 🚀', '2']);
	});

	test.each(['garbage\n', '{"action":"set"}\n'])('that tells %j is an error that says so', async (piece) => {
		const [, error] = await toldBy(scriptedEtcd([{ index: 7, pieces: [piece] }]), 7, 9);
		expect(error).toMatch(/^the events of \/v2\/keys\/_coreos.com\/fleet at scripted: an event/);
	});

	test('that is refused is an error with etcd’s own words', async () => {
		const refusal = { status: 401, index: 7, pieces: ['{"message":"Insufficient credentials"}'], end: 'ends' } as const;
		const [error] = await toldBy(scriptedEtcd([refusal]), 7, 9);
		expect(error).toContain('etcd wants a user that may do that, status 401');
	});
});
