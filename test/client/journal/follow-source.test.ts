// One journal over lost connections: what is told, and that each line is told once.

import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { followSource, type Memory, type SourceEvent } from '../../../client/src/journal/follow-source.ts';
import type { ReadJournal } from '../../../client/src/journal/read-journal.ts';
import type { JournalOptions } from '../../../cluster/src/model.ts';
import { onAbort } from '../../../cluster/src/transport/deadline.ts';
import { type ManualClock, manualClock, settled } from '../../cluster/manual-clock.ts';
import { createJournalMachine, type JournalMachine } from './journal-machine.ts';

test('what is there comes first, then that it is read, then what is written', async () => {
	const { machine, told } = start(['a', 'b']);
	await settled();
	machine.write('c');
	await settled();
	expect(told()).toEqual(['a', 'b', 'caught up', 'c']);
});

test('an empty journal is caught up with at once', async () => {
	const { machine, told } = start([]);
	await settled();
	expect(told()).toEqual(['caught up']);
	machine.write('a');
	await settled();
	expect(told()).toEqual(['caught up', 'a']);
});

test('only the last lines since a time are read', async () => {
	const { told, machine } = start(['a', 'b', 'c', 'd'], { since: 2_000 }, 2);
	await settled();
	expect(told()).toEqual(['c', 'd', 'caught up']);
	expect(machine.asked[0]).toEqual({ since: 2_000 });
});

test('a lost connection is told, and what was written meanwhile is read behind the last line', async () => {
	const { machine, clock, told } = start(['a']);
	await settled();
	machine.fail();
	machine.write('b');
	await settled();
	expect(told()).toEqual(['a', 'caught up', 'lost at 0: the machine is away']);
	await clock.advance(5_000);
	machine.mend();
	await clock.advance(20_000);
	machine.write('c');
	await settled();
	expect(told().slice(-3)).toEqual(['b', 'caught up, none missing', 'c']);
	expect(machine.asked.at(-1)).toEqual({ afterCursor: 'c1', follow: true });
});

test('where the journal was begun anew meanwhile, lines may be missing', async () => {
	const { machine, clock, told } = start(['a']);
	await settled();
	machine.fail();
	machine.write('lost for good', 2_000);
	machine.beginAnew();
	machine.write('b', 9_000);
	machine.mend();
	await clock.advance(20_000);
	expect(told().slice(-2)).toEqual(['b', 'caught up, maybe missing']);
});

test('a journal that was empty before and after has nothing missing', async () => {
	const { machine, clock, told } = start([]);
	await settled();
	machine.interrupt();
	await clock.advance(20_000);
	expect(told()).toEqual(['caught up', 'lost at 0: the connection broke', 'caught up, none missing']);
	expect(machine.asked.at(-1)).toEqual({ lines: 10, follow: true });
});

test('the pauses between tries grow, up to half a minute', async () => {
	const { machine, clock } = start([], { lines: 10 }, 10, 'unreachable');
	await clock.advance(600_000);
	const tries = machine.asked.length;
	expect(tries).toBeGreaterThan(20);
	expect(tries).toBeLessThan(40);
});

test.each(['denied', 'host-key', 'refused'] as const)('after %s it is not tried again', async (kind) => {
	const { machine, clock, told } = start([], { lines: 10 }, 10, kind);
	await clock.advance(600_000);
	expect(told()).toEqual(['stopped: the machine is away']);
	expect(machine.asked).toHaveLength(1);
});

test('a machine that says nothing is given up in time', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	onTestFinished(() => void vi.useRealTimers());
	const silent = (_: JournalOptions, signal: AbortSignal) => ({
		[Symbol.asyncIterator]: () => ({
			next: () => new Promise<never>((_resolve, reject) => onAbort(signal, () => reject(signal.reason))),
		}),
	});
	const { told } = follow(silent, manualClock(), { lines: 10 }, 10, {});
	await vi.advanceTimersByTimeAsync(29_000);
	expect(told()).toEqual([]);
	await vi.advanceTimersByTimeAsync(2_000);
	expect(told()).toEqual(['lost at 0: reading the journal: no answer within 30 s; try again, or raise the time limit']);
});

test('what is followed anew goes on where it was left', async () => {
	const memory: Memory = {};
	const first = start(['a'], { lines: 10 }, 10, undefined, memory);
	await settled();
	first.end();
	first.machine.write('b');
	const again = follow(first.machine.read, first.clock, { lines: 10 }, 10, memory);
	await settled();
	expect(again.told()).toEqual(['b', 'caught up, none missing']);
});

test('a line that comes after the end is neither told nor taken for told', async () => {
	const memory: Memory = {};
	const line = { at: 1, unit: 'a.service', machineId: 'm', message: 'too late', priority: 6, cursor: 'c1' };
	const read = async function* ({ follow: isFollowed }: JournalOptions, signal: AbortSignal) {
		if (!isFollowed) return;
		await new Promise<void>((resolve) => onAbort(signal, resolve));
		yield line;
	};
	const first = follow(read, manualClock(), { lines: 10 }, 10, memory);
	await settled();
	first.end();
	await settled();
	expect(first.told()).toEqual(['caught up']);
	expect(memory.last).toBeUndefined();
});

test('however often the connection breaks, each line is told once and in order', async () => {
	const step = fc.oneof(
		{ weight: 5, arbitrary: fc.constant('write' as const) },
		fc.constantFrom('interrupt' as const, 'fail' as const, 'mend' as const, 'wait' as const),
	);
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
			const { machine, clock, events, end } = start(['0']);
			let count = 1;
			for (const what of steps) {
				if (what === 'write') machine.write(String(count++), undefined, count % 8);
				else if (what === 'wait') await clock.advance(1_500);
				else machine[what]();
				await settled();
			}
			machine.mend();
			await clock.advance(40_000);
			end();
			const lines = events.flatMap((event) => (event.kind === 'line' ? [event.line.message] : []));
			expect(lines).toEqual(Array.from({ length: count }, (_, nth) => String(nth)));
			expect(events.filter((event) => event.kind === 'caught-up' && event.missing === 'maybe')).toEqual([]);
		}),
		{ numRuns: 60 },
	);
}, 60_000);

function start(
	lines: readonly string[],
	first: JournalOptions = { lines: 10 },
	count = 10,
	failure?: Parameters<JournalMachine['fail']>[0],
	memory: Memory = {},
) {
	const machine = createJournalMachine();
	for (const line of lines) machine.write(line);
	if (failure !== undefined) machine.fail(failure);
	const clock = manualClock();
	return { machine, clock, ...follow(machine.read, clock, first, count, memory) };
}

function follow(read: ReadJournal, clock: ManualClock, first: JournalOptions, lines: number, memory: Memory) {
	const events: SourceEvent[] = [];
	const end = new AbortController();
	const tell = (event: SourceEvent) => events.push(event);
	void followSource({ read, first, lines, timing: clock, tell, memory }, end.signal);
	return { events, told: () => events.map(inWords), end: () => end.abort() };
}

function inWords(event: SourceEvent): string {
	switch (event.kind) {
		case 'line':
			return event.line.message;
		case 'caught-up':
			return event.missing === undefined ? 'caught up' : `caught up, ${event.missing} missing`;
		case 'lost':
			return `lost at ${event.at}: ${event.reason}`;
		case 'stopped':
			return `stopped: ${event.reason}`;
	}
}
