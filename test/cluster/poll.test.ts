// Watching by polling: when it is looked, what is read, and what is told, with a clock that the test moves.

import { describe, expect, onTestFinished, test } from 'vitest';
import type { Attention, WatchEvent } from '../../cluster/src/backend.ts';
import { ClusterError } from '../../cluster/src/errors.ts';
import { hashOf } from '../../cluster/src/hash.ts';
import type { ClusterUnit, UnitState } from '../../cluster/src/model.ts';
import { pollCluster } from '../../cluster/src/poll.ts';
import { sleeper } from './contract-support.ts';
import { manualClock, settled } from './manual-clock.ts';

describe('how often it is looked', () => {
	test.each([
		['active', 20],
		['normal', 4],
		['quiet', 1],
		['off', 0],
	] as const)('with the attention %s, in the first 9.9 seconds', async (attention, looks) => {
		const { clock, reads } = watch({ attention });
		await clock.advance(9_900);
		expect(count(reads, 'states')).toBe(looks);
	});

	test.each([
		['active', 20],
		['normal', 10],
		['quiet', 2],
	] as const)(
		'with the attention %s and an interval of one second, in the first 9.9 seconds',
		async (attention, looks) => {
			const { clock, reads } = watch({ attention, interval: 1_000 });
			await clock.advance(9_900);
			expect(count(reads, 'states')).toBe(looks);
		},
	);

	test('less and less while nothing changes, up to a limit, and soon again after a change', async () => {
		const { clock, reads, cluster, events } = watch({ attention: 'normal' });
		await clock.advance(60_000);
		const before = count(reads, 'states');
		await clock.advance(50_000);
		expect(count(reads, 'states') - before).toBe(10);
		cluster.states = [];
		while (!isNews(events.at(-1))) await clock.advance(100);
		const changed = count(reads, 'states');
		await clock.advance(4_600);
		expect(count(reads, 'states') - changed).toBe(2);
	});

	test('at once when the attention rises, and not at all when nobody looks any more', async () => {
		const { clock, reads, setAttention } = watch({ attention: 'off' });
		await clock.advance(1_000_000);
		expect(reads).toEqual([]);
		setAttention('normal');
		await settled();
		expect(count(reads, 'states')).toBe(1);
		setAttention('off');
		await clock.advance(1_000_000);
		expect(count(reads, 'states')).toBe(1);
	});

	test('never twice at the same time', async () => {
		const { clock, reads, cluster, setAttention } = watch({ attention: 'active' });
		await settled();
		const release = cluster.hold();
		await clock.advance(500);
		for (let wakes = 0; wakes < 5; wakes++) setAttention('active');
		await clock.advance(5_000);
		expect(count(reads, 'states')).toBe(2);
		release();
		await settled();
		expect(count(reads, 'states')).toBe(3);
	});
});

describe('what is read', () => {
	test('machines and states each time, units now and then', async () => {
		const { clock, reads } = watch({ attention: 'normal' });
		await clock.advance(60_000);
		expect(count(reads, 'machines')).toBe(count(reads, 'states'));
		expect(count(reads, 'units')).toBeLessThanOrEqual(6);
		expect(count(reads, 'units')).toBeGreaterThanOrEqual(4);
	});

	test('units each time while the effect of an action is awaited', async () => {
		const { clock, reads } = watch({ attention: 'active' });
		await clock.advance(5_000);
		expect(count(reads, 'units')).toBe(count(reads, 'states'));
	});

	test.each<readonly [what: string, change: (cluster: Cluster) => void]>([
		['a state is new', (cluster) => cluster.states.push(state('b.service'))],
		['a state is gone', (cluster) => cluster.states.pop()],
		['a machine runs another text', (cluster) => cluster.states.splice(0, 1, { ...state('a.service'), hash: 'other' })],
		['a unit fails', (cluster) => cluster.states.splice(0, 1, { ...state('a.service'), active: 'failed' })],
		['a machine is gone', (cluster) => cluster.machines.pop()],
	])('units at once when %s', async (_, change) => {
		const { clock, reads, cluster } = watch({ attention: 'normal' });
		await settled();
		const before = count(reads, 'units');
		change(cluster);
		await clock.advance(2_000);
		expect(count(reads, 'units')).toBe(before + 1);
	});

	test('no units when only the sub state differs', async () => {
		const { clock, reads, cluster } = watch({ attention: 'normal' });
		await settled();
		cluster.states = [{ ...state('a.service'), sub: 'start-post' }];
		await clock.advance(2_000);
		expect(count(reads, 'units')).toBe(1);
	});

	test('single units where the list is long', async () => {
		const { clock, reads, cluster, events } = watch({ attention: 'normal', units: 101 });
		await settled();
		cluster.units = cluster.units.map((one) => (one.name === 'u7.service' ? { ...one, machineId: 'm1' } : one));
		cluster.states.push(state('u7.service'));
		await clock.advance(2_000);
		expect(reads.filter((read) => read.startsWith('unit'))).toEqual(['units', 'unit u7.service']);
		expect(events.at(-1)).toMatchObject({ changes: [{ kind: 'unit', name: 'u7.service' }, { kind: 'state' }] });
	});

	test('the whole list where a single unit cannot be read', async () => {
		const { clock, reads, cluster, events } = watch({ attention: 'normal', units: 101 });
		await settled();
		cluster.poisoned = 'u7.service';
		cluster.states.push(state('u7.service'));
		await clock.advance(2_000);
		expect(reads.filter((read) => read.startsWith('unit'))).toEqual(['units', 'unit u7.service', 'units']);
		expect(events.map(({ kind }) => kind)).not.toContain('trouble');
	});

	test('a slow list of units less often', async () => {
		const { clock, reads, cluster } = watch({ attention: 'active' });
		cluster.unitsTake = 700;
		await clock.advance(21_000);
		expect(count(reads, 'units')).toBeLessThanOrEqual(4);
		expect(count(reads, 'states')).toBeGreaterThan(20);
	});
});

describe('what is told', () => {
	test('everything, then what changed, and looks without a change as empty', async () => {
		const { clock, cluster, events } = watch({ attention: 'active' });
		await settled();
		cluster.units = [...cluster.units, unit('b.service')];
		await clock.advance(1_000);
		expect(events).toEqual([
			{ kind: 'snapshot', snapshot: { machines: [m1], units: [unit('a.service')], states: [state('a.service')] } },
			{ kind: 'changes', changes: [{ kind: 'unit', name: 'b.service', unit: unit('b.service') }] },
			{ kind: 'changes', changes: [] },
		]);
	});

	test('trouble once, then that it is over, with what changed meanwhile', async () => {
		const { clock, cluster, events } = watch({ attention: 'active' });
		await settled();
		const error = new ClusterError('unreachable', 'nobody answers');
		cluster.trouble = error;
		await clock.advance(600_000);
		cluster.trouble = undefined;
		cluster.states = [];
		await clock.advance(60_000);
		expect(events.slice(0, 4)).toMatchObject([
			{ kind: 'snapshot' },
			{ kind: 'trouble', error },
			{ kind: 'recovered' },
			{ kind: 'changes', changes: [{ kind: 'state', state: undefined }] },
		]);
	});

	test('trouble from the beginning', async () => {
		const { clock, cluster, events } = watch({ attention: 'normal' });
		cluster.trouble = new Error('what?');
		await clock.advance(1);
		cluster.trouble = undefined;
		await clock.advance(10_000);
		expect(events.map(({ kind }) => kind).slice(0, 3)).toEqual(['trouble', 'recovered', 'snapshot']);
	});

	test('ever less often while there is trouble, but at once for who asks', async () => {
		const { clock, cluster, reads, setAttention } = watch({ attention: 'active' });
		cluster.trouble = new ClusterError('timeout', 'no answer');
		await clock.advance(10_000);
		expect(count(reads, 'states')).toBe(3);
		await clock.advance(600_000);
		expect(count(reads, 'states')).toBeLessThan(20);
		const before = count(reads, 'states');
		setAttention('active');
		await settled();
		expect(count(reads, 'states')).toBe(before + 1);
	});
});

test('it ends with its signal, in the middle of a look as between two', async () => {
	for (const duringLook of [true, false]) {
		const { cluster, end, ended } = watch({ attention: 'active' });
		if (duringLook) cluster.hold();
		await settled();
		end();
		await ended;
	}
});

interface Cluster {
	machines: { readonly id: string; readonly metadata: Readonly<Record<string, string>> }[];
	units: readonly ClusterUnit[];
	states: UnitState[];
	trouble: Error | undefined;
	poisoned: string | undefined;
	/** Milliseconds that the list of units takes. */
	unitsTake: number;
	/** Holds answers back until the result is called. */
	hold(): () => void;
}

const m1 = { id: 'm1', metadata: {} };

interface Settings {
	readonly attention: Attention;
	readonly units?: number;
	readonly interval?: number;
}

function watch({ attention, units = 1, interval }: Settings) {
	const clock = manualClock();
	const reads: string[] = [];
	const cluster = clusterOf(units);
	const controller = new AbortController();
	onTestFinished(() => controller.abort());
	let current = attention;
	let wake = (): void => {};
	const options = {
		interval: () => interval,
		attention: () => current,
		onAttention: (callback: () => void) => {
			wake = callback;
			return () => {};
		},
	};
	const events: WatchEvent[] = [];
	const source = sourceOf(cluster, reads, clock.wait, aborted(controller.signal));
	const ended = (async () => {
		for await (const event of pollCluster(source, options, controller.signal, clock)) events.push(event);
	})();
	const setAttention = (wanted: Attention): void => {
		current = wanted;
		wake();
	};
	return { clock, reads, cluster, events, ended, end: () => controller.abort(), setAttention };
}

function clusterOf(units: number): Cluster & { held: Promise<void> } {
	return {
		machines: [m1],
		units: units === 1 ? [unit('a.service')] : Array.from({ length: units }, (_, at) => unit(`u${at}.service`)),
		states: [state('a.service')],
		trouble: undefined,
		poisoned: undefined,
		unitsTake: 0,
		held: Promise.resolve(),
		hold() {
			let release = (): void => {};
			this.held = new Promise((resolve) => {
				release = resolve;
			});
			return release;
		},
	};
}

function sourceOf(
	cluster: Cluster & { readonly held: Promise<void> },
	reads: string[],
	wait: (milliseconds: number, signal: AbortSignal) => Promise<void>,
	gone: Promise<never>,
) {
	const read = async <T>(what: string, signal: AbortSignal, value: () => T): Promise<T> => {
		reads.push(what);
		await Promise.race([cluster.held, gone]);
		if (what === 'units' && cluster.unitsTake > 0) await wait(cluster.unitsTake, signal);
		if (cluster.trouble) throw cluster.trouble;
		return value();
	};
	return {
		machines: (signal: AbortSignal) => read('machines', signal, () => [...cluster.machines]),
		states: (signal: AbortSignal) => read('states', signal, () => [...cluster.states]),
		units: (signal: AbortSignal) => read('units', signal, () => cluster.units),
		unit: (name: string, signal: AbortSignal) =>
			read(`unit ${name}`, signal, () => {
				if (cluster.poisoned === name) throw new ClusterError('protocol', 'poisoned', { status: 500 });
				return cluster.units.find((one) => one.name === name);
			}),
	};
}

function aborted(signal: AbortSignal): Promise<never> {
	const promise = new Promise<never>((_, reject) => {
		signal.addEventListener('abort', () => reject(new ClusterError('cancelled', 'cancelled')));
	});
	promise.catch(() => {});
	return promise;
}

function isNews(event: WatchEvent | undefined): boolean {
	return event?.kind === 'changes' && event.changes.length > 0;
}

function count(reads: readonly string[], what: string): number {
	return reads.filter((read) => read === what).length;
}

function unit(name: string): ClusterUnit {
	const options = sleeper('a');
	return { name, options, hash: hashOf(options), desiredState: 'launched', global: false };
}

function state(name: string): UnitState {
	return { name, machineId: 'm1', load: 'loaded', active: 'active', sub: 'running', hash: hashOf(sleeper('a')) };
}
