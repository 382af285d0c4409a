// Journals of several machines become one, in the order of time.
import { describe, expect, test } from 'vitest';
import type { JournalLine } from '../../../cluster/src/model.ts';
import { mergeJournals } from '../../../cluster/src/operations/merge-journals.ts';

describe('journals', () => {
	test('are merged by time', async () => {
		const merged = mergeJournals([journal('a', [1, 4, 5]), journal('b', [2, 3, 6]), journal('c', [])]);
		expect(await namesOf(merged)).toEqual(['a1', 'b2', 'b3', 'a4', 'a5', 'b6']);
	});

	test('do not wait for one that is silent', async () => {
		const silent = follow(new Promise(() => {}));
		const merged = mergeJournals([journal('a', [1, 2]), silent], 5)[Symbol.asyncIterator]();
		expect((await merged.next()).value.message).toBe('a1');
		expect((await merged.next()).value.message).toBe('a2');
	});

	test('let a line that comes a little late find its place', async () => {
		const late = follow(new Promise((resolve) => setTimeout(resolve, 5)), line('b', 1));
		expect(await namesOf(mergeJournals([journal('a', [2]), late], 5_000))).toEqual(['b1', 'a2']);
	});

	test('fail when one of them fails', async () => {
		const broken = follow(Promise.reject(new Error('connection lost')));
		await expect(namesOf(mergeJournals([journal('a', [1]), broken]))).rejects.toThrow('connection lost');
	});

	test('of nothing are nothing', async () => {
		expect(await namesOf(mergeJournals([]))).toEqual([]);
	});
});

async function* journal(name: string, times: readonly number[]): AsyncIterable<JournalLine> {
	for (const at of times) yield line(name, at);
}

async function* follow(ready: Promise<unknown>, ...lines: readonly JournalLine[]): AsyncIterable<JournalLine> {
	await ready;
	yield* lines;
}

function line(name: string, at: number): JournalLine {
	return { at, unit: `${name}.service`, machineId: name, message: `${name}${at}`, priority: 6 };
}

async function namesOf(lines: AsyncIterable<JournalLine>): Promise<readonly string[]> {
	const names: string[] = [];
	for await (const { message } of lines) names.push(message);
	return names;
}
