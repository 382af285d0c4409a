// Clusters left to the engine: where they come to rest, whether they do, and what the order of units decides.

import { describe, expect, test } from 'vitest';
import type { Cluster } from '../../core/src/fleet/model.ts';
import { type Simulation, simulate } from '../../core/src/fleet/simulate.ts';
import { clusterOf, unit } from './clusters.ts';

describe('a simulation', () => {
	test('goes on until a pass decides nothing: a follower comes after its peer', () => {
		const found = simulate(clusterOf(['m1', 'm2'], [unit('a.service', 'MachineOf=b.service'), unit('b.service')]));
		expect(unitsByPass(found)).toEqual([['b.service'], ['a.service']]);
		expect(found.end).toEqual({ kind: 'settled' });
		expect(places(found.cluster)).toEqual({ 'a.service': 'm1', 'b.service': 'm1' });
	});

	test('of a cluster at rest has no passes and the same cluster', () => {
		const cluster = clusterOf(['m1'], [unit('a.service', '', { machineId: 'm1' })]);
		const found = simulate(cluster);
		expect(found).toMatchObject({ passes: [], end: { kind: 'settled' } });
		expect(found.cluster).toBe(cluster);
	});

	test('tells who is left without a machine', () => {
		const units = ['1', '2', '3'].map((instance) => unit(`web@${instance}.service`, 'Conflicts=web@*.service'));
		expect(simulate(clusterOf(['m1', 'm2'], units)).unplaced).toEqual([
			{ unit: 'web@3.service', reason: 'no agents able to run job' },
		]);
	});

	test('sees a replacement that has nowhere to go turn in circles', () => {
		const cluster = clusterOf(
			['m1'],
			[unit('new.service', 'Replaces=old.service', { machineId: 'm1' }), unit('old.service', '', { machineId: 'm1' })],
		);
		const found = simulate(cluster);
		expect(found.end).toEqual({ kind: 'oscillating', period: 2 });
		expect(unitsByPass(found)).toEqual([
			['old.service', 'new.service'],
			['new.service', 'old.service'],
		]);
	});

	test('stops when the passes run out', () => {
		const chain = ['a', 'b', 'c'].map((name, at) => unit(`${name}.service`, `MachineOf=${'bcd'[at]}.service`));
		const found = simulate(clusterOf(['m1'], [...chain, unit('d.service')]), { passes: 2 });
		expect(found.end).toEqual({ kind: 'unsettled' });
		expect(found.passes).toHaveLength(2);
	});
});

describe('the order of units', () => {
	test('decides which of two new units gets which machine', () => {
		const found = simulate(clusterOf(['m1', 'm2'], [unit('a.service'), unit('b.service')]));
		expect(found.orders.tried).toBe('all');
		expect(dependent(found)).toEqual({ 'a.service': ['m1', 'm2'], 'b.service': ['m1', 'm2'] });
	});

	test('does not decide where a follower ends, only when', () => {
		const found = simulate(clusterOf(['m1', 'm2'], [unit('a.service', 'MachineOf=b.service'), unit('b.service')]));
		expect(found.orders).toEqual({ tried: 'all', units: new Map() });
	});

	test('decides who of three rivals stays without a machine', () => {
		const units = ['1', '2', '3'].map((instance) => unit(`web@${instance}.service`, 'Conflicts=web@*.service'));
		expect(dependent(simulate(clusterOf(['m1', 'm2'], units)))['web@1.service']).toEqual(
			['m1', 'm2', undefined].sort(),
		);
	});

	test('is tried in some ways where there are too many, always the same ones', () => {
		const units = Array.from({ length: 30 }, (_, number) => unit(`a${number}.service`));
		const cluster = clusterOf(['m1', 'm2', 'm3'], units);
		const found = simulate(cluster);
		expect(found.orders.tried).toBe('some');
		expect(found.orders.units.size).toBeGreaterThan(10);
		expect(simulate(cluster).orders).toEqual(found.orders);
	});

	test('is not asked about where nobody wants to know', () => {
		const found = simulate(clusterOf(['m1', 'm2'], [unit('a.service'), unit('b.service')]), { otherOrders: 0 });
		expect(found.orders).toEqual({ tried: 'one', units: new Map() });
	});
});

test('before 1.0 both of two rivals are taken off, and one comes back', () => {
	const cluster = clusterOf(
		['m1'],
		[unit('a.service', 'Conflicts=b*', { machineId: 'm1' }), unit('b.service', '', { machineId: 'm1' })],
	);
	expect(unitsByPass(simulate(cluster, { release: '0.11' }))).toEqual([['a.service', 'b.service', 'a.service']]);
});

function unitsByPass({ passes }: Simulation): readonly (readonly string[])[] {
	return passes.map(({ tasks }) => tasks.map(({ unit }) => unit));
}

function places({ units }: Cluster): Record<string, string | undefined> {
	return Object.fromEntries(units.map(({ name, machineId }) => [name, machineId]));
}

function dependent({ orders }: Simulation): Record<string, readonly (string | undefined)[]> {
	return Object.fromEntries([...orders.units].map(([name, ids]) => [name, [...ids].sort()]));
}
