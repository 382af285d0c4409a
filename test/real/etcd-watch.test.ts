// Watching a registry in a real etcd: changes as they come, expirations, history that was lost, and that what is told adds
// up to what is there.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { ClusterChange } from '../../cluster/src/model.ts';
import { machineValue, stateValue, unitValues } from '../cluster/etcd/registry-values.ts';
import { deleteKey, type EtcdMember, putKey, startEtcd } from '../support/etcd.ts';
import { backendAt } from '../support/etcd-backend.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';
import { startWatching, type Watching } from '../support/watching.ts';

const patient = new AbortController().signal;
const slowly = { timeout: 30_000, interval: 20 };

let etcd: EtcdMember;
beforeAll(async () => {
	etcd = await startEtcd();
});
afterAll(() => etcd.stop());

function watching(url: string, prefix: string): Watching {
	const watch = startWatching(backendAt([url], prefix));
	onTestFinished(() => watch.stop());
	return watch;
}

function changes({ events }: Watching): readonly ClusterChange[] {
	return events.flatMap((event) => (event.kind === 'changes' ? event.changes : []));
}

function kinds({ events }: Watching): readonly string[] {
	return events.map(({ kind }) => kind).filter((kind) => kind !== 'changes');
}

async function putAll(prefix: string, values: Readonly<Record<string, string>>): Promise<void> {
	for (const [key, value] of Object.entries(values)) await putKey(etcd, `${prefix}/${key}`, value);
}

describe('a watch', () => {
	test('tells of a unit from its creation to its end', async () => {
		const watch = watching(etcd.url, '/life');
		await expect.poll(() => watch.sum(), slowly).toEqual({ machines: [], units: [], states: [] });
		await putAll('/life', unitValues('a.service', 'launched'));
		await expect.poll(() => watch.sum()?.units[0]?.currentState, slowly).toBe('inactive');
		await putKey(etcd, '/life/job/a.service/target', 'm1');
		await putKey(etcd, '/life/states/a.service/m1', stateValue('active running'));
		await expect.poll(() => watch.sum()?.units[0]?.currentState, slowly).toBe('loaded');
		await putKey(etcd, '/life/job/a.service/job-state', 'm1');
		await expect.poll(() => watch.sum()?.units[0]?.currentState, slowly).toBe('launched');
		await deleteKey(etcd, '/life/job/a.service');
		await deleteKey(etcd, '/life/states/a.service');
		await expect.poll(() => watch.sum(), slowly).toEqual({ machines: [], units: [], states: [] });
		expect(kinds(watch)).toEqual(['snapshot']);
	});

	test('begins with what is there, under a registry that no fleet has written to, too', async () => {
		await putAll('/begins', unitValues('a.service', 'inactive'));
		const watch = watching(etcd.url, '/begins');
		await expect.poll(() => watch.sum()?.units.length, slowly).toBe(1);
		expect(changes(watch)).toEqual([]);
	});

	test('tells of what expires', async () => {
		await putKey(etcd, '/expires/machines/m2/object', machineValue('m2'));
		const watch = watching(etcd.url, '/expires');
		const ids = () => watch.sum()?.machines.map(({ id }) => id);
		// As often as it takes to see it: on a slow machine, two seconds are soon over.
		const announced = async () => {
			await putKey(etcd, '/expires/machines/m1/object', machineValue('m1'), 2);
			return ids();
		};
		await expect.poll(announced, slowly).toEqual(['m1', 'm2']);
		await expect.poll(ids, slowly).toEqual(['m2']);
	});

	test('says nothing of heartbeats and of keys that mean nothing', async () => {
		await putKey(etcd, '/quiet/machines/m1/object', machineValue('m1'));
		const watch = watching(etcd.url, '/quiet');
		await expect.poll(() => watch.sum()?.machines.length, slowly).toBe(1);
		await putAll('/quiet', {
			'machines/m1/object': machineValue('m1'),
			'lease/engine-leader': 'm1',
			'job/a.service/job-state': 'm1',
			'state/a.service': stateValue('active running'),
		});
		await putKey(etcd, '/quiet/machines/m2/object', machineValue('m2'));
		await expect.poll(() => watch.sum()?.machines.length, slowly).toBe(2);
		expect(changes(watch)).toEqual([expect.objectContaining({ kind: 'machine', id: 'm2' })]);
	});

	test('tells all of a burst', async () => {
		const watch = watching(etcd.url, '/burst');
		await expect.poll(() => watch.sum(), slowly).toBeDefined();
		const names = Array.from({ length: 150 }, (_, number) => `u${String(number).padStart(3, '0')}.service`);
		await Promise.all(names.map((name) => putAll('/burst', unitValues(name, 'launched'))));
		await expect.poll(() => watch.sum()?.units.map(({ name }) => name), slowly).toEqual(names);
	});

	test('that ends leaves nothing behind and throws nothing', async () => {
		const watch = watching(etcd.url, '/ends');
		await expect.poll(() => watch.sum(), slowly).toBeDefined();
		await watch.stop();
		expect(kinds(watch)).toEqual(['snapshot']);
	});
});

describe('a connection that breaks', () => {
	test('and comes back at once has missed nothing', async () => {
		const proxy = await startTcpProxy(etcd.url);
		onTestFinished(() => proxy.close());
		const watch = watching(proxy.url, '/breaks');
		await expect.poll(() => watch.sum(), slowly).toBeDefined();
		await proxy.close();
		await putAll('/breaks', unitValues('a.service', 'inactive'));
		await proxy.open();
		await expect.poll(() => watch.sum()?.units.length, slowly).toBe(1);
		await putAll('/breaks', unitValues('b.service', 'inactive'));
		await expect.poll(() => watch.sum()?.units.length, slowly).toBe(2);
	});

	test('is trouble once when it stays away, and recovers with the changes that were missed', async () => {
		const proxy = await startTcpProxy(etcd.url);
		onTestFinished(() => proxy.close());
		const watch = watching(proxy.url, '/away');
		await expect.poll(() => watch.sum(), slowly).toBeDefined();
		await proxy.close();
		await expect.poll(() => kinds(watch), slowly).toEqual(['snapshot', 'trouble']);
		await putAll('/away', unitValues('a.service', 'inactive'));
		await proxy.open();
		await expect.poll(() => watch.sum()?.units.length, slowly).toBe(1);
		expect(kinds(watch)).toEqual(['snapshot', 'trouble', 'recovered']);
	});

	test('for longer than the history goes back gives everything anew', async () => {
		const proxy = await startTcpProxy(etcd.url);
		onTestFinished(() => proxy.close());
		await putAll('/lost', unitValues('a.service', 'inactive'));
		const watch = watching(proxy.url, '/lost');
		await expect.poll(() => watch.sum()?.units.length, slowly).toBe(1);
		await proxy.close();
		await deleteKey(etcd, '/lost/job/a.service');
		await putAll('/lost', unitValues('b.service', 'inactive'));
		for (let round = 0; round < 1_050; round++) await putKey(etcd, '/elsewhere', String(round));
		await proxy.open();
		await expect.poll(() => watch.sum()?.units.map(({ name }) => name), slowly).toEqual(['b.service']);
		expect(kinds(watch).filter((kind) => kind === 'snapshot')).toHaveLength(2);
	});

	test.each([
		['step by step', 5, 1],
		['by reading everything anew when that is too far', 60, 2],
	])('is caught up with %s', async (_, missed, snapshots) => {
		const proxy = await startTcpProxy(etcd.url);
		onTestFinished(() => proxy.close());
		const prefix = `/missed${missed}`;
		const watch = watching(proxy.url, prefix);
		await expect.poll(() => watch.sum(), slowly).toBeDefined();
		await proxy.close();
		const names = Array.from({ length: missed }, (_, number) => `u${String(number).padStart(3, '0')}.service`);
		for (const name of names) await putAll(prefix, unitValues(name, 'inactive'));
		await proxy.open();
		await expect.poll(() => watch.sum()?.units.map(({ name }) => name), slowly).toEqual(names);
		expect(kinds(watch).filter((kind) => kind === 'snapshot')).toHaveLength(snapshots);
	});
});

test('whatever happens, what a watch told adds up to what is there', async () => {
	let round = 0;
	const units = fc.constantFrom('a.service', 'b@1.service');
	const machines = fc.constantFrom('m1', 'm2');
	const values = fc.oneof(
		fc.tuple(units, fc.constantFrom('inactive', 'launched', 'x')).map((unit) => unitValues(...unit)),
		fc.tuple(units, machines).map(([unit, machine]) => ({ [`job/${unit}/target`]: machine })),
		fc.tuple(units, machines).map(([unit, machine]) => ({ [`states/${unit}/${machine}`]: stateValue('active a') })),
		machines.map((machine) => ({ [`machines/${machine}/object`]: machineValue(machine) })),
	);
	const ends = fc.oneof(
		units.map((unit) => `job/${unit}`),
		fc.constantFrom('states', 'machines', 'states/a.service', ''),
	);
	const steps = fc.array(fc.oneof({ weight: 4, arbitrary: values }, { weight: 1, arbitrary: ends }), { maxLength: 25 });
	await fc.assert(
		fc.asyncProperty(steps, async (all) => {
			const prefix = `/any${round++}`;
			const watch = watching(etcd.url, prefix);
			await expect.poll(() => watch.sum(), slowly).toBeDefined();
			for (const step of all) {
				if (typeof step === 'string') await deleteKey(etcd, `${prefix}/${step}`.replace(/\/$/, ''));
				else await putAll(prefix, step);
			}
			const backend = backendAt([etcd.url], prefix);
			const [machinesThere, unitsThere, statesThere] = await Promise.all([
				backend.machines(patient),
				backend.units(patient),
				backend.states(patient),
			]);
			const there = { machines: machinesThere, units: unitsThere, states: statesThere };
			await expect.poll(() => watch.sum(), slowly).toEqual(there);
			expect(kinds(watch)).toEqual(['snapshot']);
			await watch.stop();
		}),
		{ numRuns: 25 },
	);
});
