// An etcd that dies, comes back, hangs, loses members or speaks TLS: nothing is lost, nothing hangs, and each write
// happened, or did not, or is reported as unknown.
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { ClusterBackend } from '../../cluster/src/backend.ts';
import { isClusterError } from '../../cluster/src/errors.ts';
import { createEndpoints } from '../../cluster/src/etcd/endpoints.ts';
import { usualPace, watchRegistry } from '../../cluster/src/etcd/watch.ts';
import { readEndpoint } from '../../cluster/src/transport/endpoint.ts';
import { open } from '../../cluster/src/transport/open.ts';
import { machineValue, unitValues } from '../cluster/etcd/registry-values.ts';
import { type EtcdMember, putKey, startEtcd, startEtcdCluster } from '../support/etcd.ts';
import { backendAt } from '../support/etcd-backend.ts';
import { type Fate, startLossyProxy } from '../support/lossy-proxy.ts';
import { startWatching } from '../support/watching.ts';

const patient = new AbortController().signal;
const slowly = { timeout: 45_000, interval: 20 };
const absent = { kind: 'absent' } as const;

function options(description: string) {
	return [{ section: 'Unit', name: 'Description', value: description }];
}

function submit(backend: ClusterBackend, name: string) {
	return backend.submit({ name, options: options(name), desiredState: 'loaded', seen: absent }, patient);
}

/** `done`, or the kind of the error. */
async function outcomeOf(write: Promise<unknown>): Promise<string> {
	try {
		await write;
		return 'done';
	} catch (error) {
		return isClusterError(error) ? error.kind : String(error);
	}
}

describe('an etcd of one member', () => {
	let etcd: EtcdMember;
	beforeAll(async () => {
		etcd = await startEtcd();
	});
	afterAll(() => etcd.stop());

	test('that is killed in the middle of writes has those that were done, and none that failed for sure', async () => {
		const backend = backendAt([etcd.url], '/killed');
		const watch = startWatching(backend);
		onTestFinished(() => watch.stop());
		await expect.poll(() => watch.sum(), slowly).toBeDefined();
		const outcomes = new Map<string, string>();
		for (let round = 0; round < 5; round++) {
			let killing: Promise<void> | undefined;
			for (let number = 0, outcome = ''; outcome !== 'unreachable'; number++) {
				if (number === 3) killing = killSoon(etcd, round * 3);
				const name = `r${round}-${number}.service`;
				outcome = await outcomeOf(submit(backend, name));
				outcomes.set(name, outcome);
			}
			await killing;
			await etcd.restart();
		}
		const there = new Set((await backend.units(patient)).map(({ name }) => name));
		for (const [name, outcome] of outcomes) {
			expect(['done', 'unreachable', 'unknown'], name).toContain(outcome);
			if (outcome === 'done') expect(there, name).toContain(name);
			if (outcome === 'unreachable') expect(there, name).not.toContain(name);
		}
		expect([...outcomes.values()]).toContain('done');
		await expect.poll(() => watch.sum()?.units.map(({ name }) => name), slowly).toEqual([...there].sort());
	});

	test('that is killed and restarted is watched on, with trouble told once', async () => {
		const watch = startWatching(backendAt([etcd.url], '/restarted'));
		onTestFinished(() => watch.stop());
		await expect.poll(() => watch.sum(), slowly).toBeDefined();
		await etcd.kill();
		const kinds = () => watch.events.map(({ kind }) => kind);
		await expect.poll(kinds, slowly).toEqual(['snapshot', 'trouble']);
		await etcd.restart();
		for (const [key, value] of Object.entries(unitValues('a.service', 'inactive'))) {
			await putKey(etcd, `/restarted/${key}`, value);
		}
		await expect.poll(() => watch.sum()?.units.length, slowly).toBe(1);
		expect(kinds().filter((kind) => kind === 'trouble' || kind === 'recovered')).toEqual(['trouble', 'recovered']);
	});

	test('that is not there yet is watched as soon as it is', async () => {
		await etcd.kill();
		const watch = startWatching(backendAt([etcd.url], '/later'));
		onTestFinished(() => watch.stop());
		await expect.poll(() => watch.events.map(({ kind }) => kind), slowly).toEqual(['trouble']);
		await etcd.restart();
		await expect.poll(() => watch.events.map(({ kind }) => kind), slowly).toEqual(['trouble', 'recovered', 'snapshot']);
	});

	test('that hangs costs a call its time limit, and nothing is sent after a reading that failed', async () => {
		const backend = backendAt([etcd.url], '/hangs', { timeout: 500 });
		await submit(backend, 'a.service');
		etcd.pause();
		onTestFinished(() => etcd.resume());
		await expect(backend.unit('a.service', patient)).rejects.toMatchObject({ kind: 'timeout' });
		await expect(submit(backend, 'b.service')).rejects.toMatchObject({ kind: 'timeout' });
		etcd.resume();
		expect(await backend.unit('b.service', patient)).toBeUndefined();
		expect(await backend.unit('a.service', patient)).toBeDefined();
	});

	test('that hangs when a write has arrived leaves it unknown', async () => {
		await submit(backendAt([etcd.url], '/arrived'), 'a.service');
		const proxy = await startLossyProxy(etcd.url, (request) => {
			if (request.startsWith('PUT')) etcd.pause();
			return 'pass';
		});
		onTestFinished(() => proxy.stop());
		onTestFinished(() => etcd.resume());
		const backend = backendAt([proxy.url], '/arrived');
		const start = backend.setDesiredState('a.service', 'launched', { kind: 'anything' }, patient);
		await expect(start).rejects.toMatchObject({
			kind: 'unknown',
			details: { advice: expect.stringContaining('look at `a.service`') },
		});
	});

	test('that hangs in the middle of a watch is noticed by its silence, and watched on when it moves', async () => {
		const { transports } = open([readEndpoint(etcd.url)], undefined, { timeout: 500 });
		const pace = { ...usualPace, silence: 300 };
		const controller = new AbortController();
		onTestFinished(() => controller.abort());
		const watched = { endpoints: createEndpoints([present(transports[0])]), prefix: ['silent'], pace };
		const kinds: string[] = [];
		const watching = (async () => {
			for await (const event of watchRegistry(watched, controller.signal)) {
				if (event.kind !== 'changes' || event.changes.length > 0) kinds.push(event.kind);
			}
		})();
		await expect.poll(() => kinds, slowly).toEqual(['snapshot']);
		etcd.pause();
		onTestFinished(() => etcd.resume());
		await expect.poll(() => kinds, slowly).toEqual(['snapshot', 'trouble']);
		etcd.resume();
		await putKey(etcd, '/silent/machines/m1/object', machineValue('m1'));
		await expect.poll(() => kinds, slowly).toEqual(['snapshot', 'trouble', 'recovered', 'changes']);
		controller.abort();
		await watching;
	});

	test('whose calls are given up ends them at once', async () => {
		const backend = backendAt([etcd.url], '/given-up');
		etcd.pause();
		onTestFinished(() => etcd.resume());
		const controller = new AbortController();
		const reading = backend.units(controller.signal);
		const writing = backend.submit({ name: 'a.service', options: options('a'), seen: absent }, controller.signal);
		controller.abort();
		await expect(reading).rejects.toMatchObject({ kind: 'cancelled' });
		await expect(writing).rejects.toMatchObject({ kind: 'cancelled' });
	});

	test('whose backend is disposed of ends every call and watch', async () => {
		const backend = backendAt([etcd.url], '/ends');
		etcd.pause();
		onTestFinished(() => etcd.resume());
		const reading = backend.units(patient);
		await Promise.all([backend.dispose(), expect(reading).rejects.toMatchObject({ kind: 'cancelled' })]);
	});
});

describe('a write whose answer is lost', () => {
	let etcd: EtcdMember;
	beforeAll(async () => {
		etcd = await startEtcd();
	});
	afterAll(() => etcd.stop());

	/** A backend behind a proxy to which the fate of each request can be told. */
	async function lossyBackend(prefix: string, fateOf: (request: string) => Fate): Promise<ClusterBackend> {
		const proxy = await startLossyProxy(etcd.url, fateOf);
		onTestFinished(() => proxy.stop());
		return backendAt([proxy.url], prefix);
	}

	const losing =
		(pattern: RegExp, fate: Fate) =>
		(request: string): Fate =>
			pattern.test(request) ? fate : 'pass';

	test.each([
		['its text', /^PUT .*\/unit\//],
		['its object', /^PUT .*\/object/],
		['its desired state', /^PUT .*\/target-state/],
	])('and that was done is found to be done, or reported with what is there: %s', async (what, pattern) => {
		const prefix = `/answers-${what.replaceAll(' ', '-')}`;
		const backend = await lossyBackend(prefix, losing(pattern, 'lose the answer'));
		const outcome = await outcomeOf(submit(backend, 'a.service'));
		// Only the last step ends the creation; after the others, nobody goes on.
		expect(outcome).toBe(what === 'its desired state' ? 'done' : 'unknown');
		const straight = backendAt([etcd.url], prefix);
		expect(await straight.setDesiredState('a.service', 'loaded', { kind: 'anything' }, patient).catch(String)).toEqual(
			what === 'its text'
				? expect.stringContaining('there is no unit')
				: { kind: what === 'its object' ? 'changed' : 'unchanged' },
		);
	});

	test('because it never arrived is reported as unknown, and the unit is as it was', async () => {
		const backend = await lossyBackend('/requests', losing(/^(PUT|DELETE) .*a\.service/, 'lose the request'));
		const straight = backendAt([etcd.url], '/requests');
		await submit(straight, 'a.service');
		const anything = { kind: 'anything' } as const;
		const writes = [
			() => backend.setDesiredState('a.service', 'launched', anything, patient),
			() => backend.submit({ name: 'a.service', options: options('new'), seen: anything }, patient),
			() => backend.destroy('a.service', anything, patient),
		];
		const before = await straight.unit('a.service', patient);
		for (const write of writes) {
			await expect(write()).rejects.toMatchObject({
				kind: 'unknown',
				message: expect.stringContaining('still as it was'),
			});
		}
		expect(await straight.unit('a.service', patient)).toEqual(before);
	});

	test('of an end that came is told as the end', async () => {
		const backend = await lossyBackend('/ended', losing(/^DELETE /, 'lose the answer'));
		await submit(backend, 'a.service');
		expect(await backend.destroy('a.service', { kind: 'anything' }, patient)).toEqual({ kind: 'destroyed' });
	});

	test('is never sent twice, and a read is', async () => {
		const requests: string[] = [];
		const backend = await lossyBackend('/twice', (request) => {
			requests.push(request);
			const isFirst = requests.filter((other) => other === request).length === 1;
			return isFirst && request.includes('a.service') ? 'lose the request' : 'pass';
		});
		await expect(submit(backend, 'a.service')).rejects.toMatchObject({ kind: 'unknown' });
		const writes = requests.filter((request) => request.startsWith('PUT'));
		expect(writes).toEqual([...new Set(writes)]);
		expect(requests.filter((request) => request.startsWith('GET')).length).toBeGreaterThan(writes.length);
	});
});

describe('an etcd of three members', () => {
	let members: readonly EtcdMember[] = [];
	beforeAll(async () => {
		members = await startEtcdCluster(3);
	});
	afterAll(() => Promise.all(members.map((member) => member.stop())));

	function urls(): readonly string[] {
		return members.map(({ url }) => url);
	}

	test('goes on when the member that is asked dies', async () => {
		const backend = backendAt(urls(), '/dies');
		const watch = startWatching(backend);
		onTestFinished(() => watch.stop());
		await submit(backend, 'a.service');
		await expect.poll(() => watch.sum()?.units.length, slowly).toBe(1);
		await members[0]?.kill();
		onTestFinished(async () => members[0]?.restart());
		expect((await backend.units(patient)).map(({ name }) => name)).toEqual(['a.service']);
		// Where the dead member led, the others have to elect a leader first.
		await expect.poll(() => outcomeOf(submit(backend, 'b.service')), slowly).toMatch(/done|conflict/);
		await expect.poll(() => watch.sum()?.units.length, slowly).toBe(2);
		expect(watch.events.map(({ kind }) => kind)).not.toContain('trouble');
	});

	test('goes on when the member that is asked hangs', async () => {
		const backend = backendAt(urls(), '/hangs', { timeout: 500 });
		members[0]?.pause();
		onTestFinished(() => members[0]?.resume());
		expect(await backend.unit('a.service', patient)).toBeUndefined();
		await expect.poll(() => outcomeOf(submit(backend, 'a.service')), slowly).toMatch(/done|conflict/);
		expect(await backend.unit('a.service', patient)).toBeDefined();
	});

	test('says which endpoints it tried when none answers', async () => {
		const backend = backendAt(['http://127.0.0.1:1', 'http://127.0.0.1:2'], '/nobody');
		await expect(backend.unit('a.service', patient)).rejects.toMatchObject({
			kind: 'unreachable',
			message: expect.stringMatching(/127\.0\.0\.1:1: .*127\.0\.0\.1:2: /),
		});
	});
});

/** Kills an etcd after so many milliseconds, in the middle of whatever is going on. */
async function killSoon(etcd: EtcdMember, milliseconds: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, milliseconds));
	await etcd.kill();
}

function present<T>(value: T | undefined): T {
	if (value === undefined) throw new Error('it is missing');
	return value;
}
