// One watch for many listeners: it begins with the first, ends with the last, and runs as fast as the most attentive one.

import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Attention, WatchEvent, WatchOptions } from '../../cluster/src/backend.ts';
import { emptySnapshot } from '../../cluster/src/differences.ts';
import { createFeed } from '../../cluster/src/feed.ts';
import { createFeedMemory } from '../../cluster/src/feed-memory.ts';
import type { ClusterSnapshot } from '../../cluster/src/model.ts';
import { manualClock, settled } from './manual-clock.ts';

const machine = { id: 'm1', metadata: {} };
const oneMachine: ClusterSnapshot = { ...emptySnapshot, machines: [machine] };
const machineCame: WatchEvent = { kind: 'changes', changes: [{ kind: 'machine', id: 'm1', machine }] };
const nothing: WatchEvent = { kind: 'changes', changes: [] };
const everything: WatchEvent = { kind: 'snapshot', snapshot: emptySnapshot };

describe('a feed', () => {
	test('watches while somebody listens, once for all', async () => {
		const { feed, watches } = feedUnderTest();
		expect(watches).toHaveLength(0);
		const ends = [feed.subscribe(() => {}), feed.subscribe(() => {})];
		expect(watches).toHaveLength(1);
		ends[0]?.();
		expect(watches[0]?.signal.aborted).toBe(false);
		ends[1]?.();
		expect(watches[0]?.signal.aborted).toBe(true);
		feed.subscribe(() => {});
		expect(watches).toHaveLength(2);
	});

	test('tells every listener what happens, once it knows of it itself', async () => {
		const { feed, watches } = feedUnderTest();
		const told: unknown[] = [];
		feed.subscribe((event) => told.push([event.kind, feed.current().snapshot]));
		const other = vi.fn();
		feed.subscribe(other);
		await watches[0]?.tell(everything, machineCame);
		expect(told).toEqual([
			['snapshot', emptySnapshot],
			['changes', oneMachine],
		]);
		expect(other).toHaveBeenCalledTimes(2);
	});

	test('keeps what it knows when nobody listens any more, and when there is trouble', async () => {
		const { feed, watches } = feedUnderTest();
		const end = feed.subscribe(() => {});
		const error = new Error('gone');
		await watches[0]?.tell(everything, machineCame, { kind: 'trouble', error });
		expect(feed.current()).toMatchObject({ snapshot: oneMachine, trouble: error });
		await watches[0]?.tell({ kind: 'recovered' });
		expect(feed.current()).toMatchObject({ snapshot: oneMachine, trouble: undefined });
		end();
		expect(feed.current().snapshot).toEqual(oneMachine);
	});

	test('tells nobody that nothing changed', async () => {
		const { feed, watches } = feedUnderTest();
		const listener = vi.fn();
		feed.subscribe(listener);
		await watches[0]?.tell(everything, nothing);
		expect(listener).toHaveBeenCalledTimes(1);
	});

	test('tells that nothing changed where what it knew had grown old', async () => {
		vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
		onTestFinished(() => void vi.useRealTimers());
		const { feed, watches } = feedUnderTest();
		const listener = vi.fn();
		feed.subscribe(listener);
		await watches[0]?.tell(everything);
		vi.setSystemTime(1_000_000 + 59_000);
		await watches[0]?.tell(nothing);
		expect(listener).toHaveBeenCalledTimes(1);
		vi.setSystemTime(1_000_000 + 59_000 + 60_000);
		await watches[0]?.tell(nothing);
		expect(listener).toHaveBeenCalledTimes(2);
	});

	test('knows that its snapshot is young when nothing changed', () => {
		let now = 1_000;
		const memory = createFeedMemory(() => now);
		memory.take(everything);
		now = 2_000;
		memory.take(nothing);
		expect(memory.current()).toEqual({ snapshot: emptySnapshot, readAt: 2_000, trouble: undefined });
		now = 3_000;
		memory.take({ kind: 'trouble', error: new Error('gone') });
		expect(memory.current().readAt).toBe(2_000);
	});

	test('hears nothing of a watch that it has ended', async () => {
		const { feed, watches } = feedUnderTest();
		feed.subscribe(() => {})();
		await watches[0]?.tell(everything);
		expect(feed.current().snapshot).toBeUndefined();
	});

	test('tells of a watch that broke, and begins anew when somebody acts', async () => {
		const { feed, watches } = feedUnderTest();
		const listener = vi.fn();
		feed.subscribe(listener);
		await watches[0]?.fail(new Error('bug'));
		expect(listener).toHaveBeenCalledWith({ kind: 'trouble', error: new Error('bug') });
		feed.nudge();
		expect(watches).toHaveLength(2);
	});

	test('goes on with the others when a listener fails', async () => {
		const { feed, watches } = feedUnderTest();
		const uncaught = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation(() => {});
		const other = vi.fn();
		feed.subscribe(() => {
			throw new Error('mine');
		});
		feed.subscribe(other);
		await watches[0]?.tell(everything);
		expect(other).toHaveBeenCalledTimes(1);
		expect(() => uncaught.mock.calls[0]?.[0]()).toThrow('mine');
		uncaught.mockRestore();
	});
});

describe('attention', () => {
	test('is that of the most attentive listener', () => {
		const { feed, watches } = feedUnderTest();
		const [one, other] = [() => {}, () => {}];
		const end = feed.subscribe(one);
		feed.subscribe(other);
		const attention = (): Attention | undefined => watches[0]?.options.attention?.();
		expect(attention()).toBe('normal');
		feed.setAttention(one, 'quiet');
		feed.setAttention(other, 'off');
		expect(attention()).toBe('quiet');
		end();
		expect(attention()).toBe('off');
	});

	test('wakes the watch when it rises, and only then', () => {
		const { feed, watches } = feedUnderTest();
		const listener = (): void => {};
		feed.subscribe(listener);
		for (const attention of ['quiet', 'off', 'off', 'quiet', 'normal'] as const) feed.setAttention(listener, attention);
		expect(watches[0]?.wakes()).toBe(2);
	});

	test('of someone who does not listen does not count', () => {
		const { feed, watches } = feedUnderTest();
		feed.subscribe(() => {});
		feed.setAttention(() => {}, 'active');
		expect(watches[0]?.options.attention?.()).toBe('normal');
	});

	test('is close for a while after an action', async () => {
		const { feed, watches, clock } = feedUnderTest();
		feed.subscribe(() => {});
		feed.nudge();
		expect(watches[0]?.wakes()).toBe(1);
		expect(watches[0]?.options.attention?.()).toBe('active');
		await clock.advance(12_000);
		expect(watches[0]?.options.attention?.()).toBe('normal');
	});
});

interface FakeWatch {
	readonly options: WatchOptions;
	readonly signal: AbortSignal;
	readonly wakes: () => number;
	readonly tell: (...events: readonly WatchEvent[]) => Promise<void>;
	readonly fail: (error: Error) => Promise<void>;
}

function feedUnderTest() {
	const clock = manualClock();
	const watches: FakeWatch[] = [];
	const watch = (options: WatchOptions, signal: AbortSignal): AsyncIterable<WatchEvent> => {
		const queue: (WatchEvent | Error)[] = [];
		let next = (): void => {};
		let wakes = 0;
		options.onAttention?.(() => {
			wakes++;
		});
		const push = async (...events: readonly (WatchEvent | Error)[]): Promise<void> => {
			queue.push(...events);
			next();
			await settled();
		};
		watches.push({ options, signal, wakes: () => wakes, tell: push, fail: push });
		return eventsOf(queue, (callback) => {
			next = callback;
		});
	};
	return { feed: createFeed({ watch }, { clock }), watches, clock };
}

async function* eventsOf(queue: (WatchEvent | Error)[], onNext: (callback: () => void) => void) {
	for (;;) {
		const event = queue.shift();
		if (event instanceof Error) throw event;
		if (event === undefined) await new Promise<void>(onNext);
		else yield event;
	}
}
