// Writing into a registry in a real etcd: to the letter what fleet writes, in its order, and never over somebody's change.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClusterBackend, Submission } from '../../cluster/src/backend.ts';
import { isClusterError } from '../../cluster/src/errors.ts';
import { hashOf } from '../../cluster/src/hash.ts';
import type { DesiredState } from '../../cluster/src/model.ts';
import { machineValue } from '../cluster/etcd/registry-values.ts';
import { deleteKey, type EtcdMember, eventsSince, putKey, startEtcd, storedValue } from '../support/etcd.ts';
import { backendAt } from '../support/etcd-backend.ts';

const patient = new AbortController().signal;
const anything = { kind: 'anything' } as const;
const absent = { kind: 'absent' } as const;

let etcd: EtcdMember;
let count = 0;
let prefix = '';
let backend: ClusterBackend;
beforeAll(async () => {
	etcd = await startEtcd();
});
afterAll(() => etcd.stop());

/** Each test has a registry of its own. */
function freshBackend(): ClusterBackend {
	prefix = `/writes${++count}`;
	backend = backendAt([etcd.url], prefix);
	return backend;
}

function options(description: string) {
	return [
		{ section: 'Unit', name: 'Description', value: description },
		{ section: 'Service', name: 'ExecStart', value: '/bin/sleep infinity' },
	];
}

/** The keys that were written while something was done, in their order, each as `action key`. */
async function written(work: () => Promise<unknown>): Promise<readonly string[]> {
	const before = await eventsSince(etcd, prefix, undefined);
	await work();
	const { events } = await eventsSince(etcd, prefix, before.index);
	return events.map(({ action, key }) => `${action} ${key.replace(`${prefix}/`, '')}`);
}

const hash = hashOf(options('a'));

describe('what is written', () => {
	test('for a new unit is its text, then its object, then its desired state', async () => {
		freshBackend();
		const unit = { name: 'a@1.service', options: options('a'), desiredState: 'launched', seen: absent } as const;
		expect(await written(() => backend.submit(unit, patient))).toEqual([
			`create unit/${hash}`,
			'create job/a@1.service/object',
			'set job/a@1.service/target-state',
		]);
		expect(await storedValue(etcd, `${prefix}/unit/${hash}`)).toBe(
			'{"Raw":"[Unit]\\nDescription=a\\n\\n[Service]\\nExecStart=/bin/sleep infinity\\n"}',
		);
		expect(await storedValue(etcd, `${prefix}/job/a@1.service/object`)).toBe(
			`{"Name":"a@1.service","UnitHash":[${[...Buffer.from(hash, 'hex')].join(',')}]}`,
		);
		expect(await storedValue(etcd, `${prefix}/job/a@1.service/target-state`)).toBe('launched');
	});

	test('for a unit whose text is there already is no text', async () => {
		freshBackend();
		await backend.submit({ name: 'a.service', options: options('a'), seen: absent }, patient);
		const again = { name: 'b.service', options: options('a'), seen: absent } as const;
		expect(await written(() => backend.submit(again, patient))).toEqual([
			'create job/b.service/object',
			'set job/b.service/target-state',
		]);
	});

	test('for a new text of a unit leaves its schedule and its desired state alone', async () => {
		freshBackend();
		await backend.submit({ name: 'a.service', options: options('a'), desiredState: 'launched', seen: absent }, patient);
		await putKey(etcd, `${prefix}/job/a.service/target`, 'm1');
		const replacement = { name: 'a.service', options: options('b'), seen: anything } as const;
		expect(await written(() => backend.submit(replacement, patient))).toEqual([
			`create unit/${hashOf(options('b'))}`,
			'compareAndSwap job/a.service/object',
		]);
		expect(await backend.unit('a.service', patient)).toMatchObject({ desiredState: 'launched', machineId: 'm1' });
	});

	test('for a desired state is that alone', async () => {
		freshBackend();
		await backend.submit({ name: 'a.service', options: options('a'), seen: absent }, patient);
		const start = () => backend.setDesiredState('a.service', 'launched', anything, patient);
		expect(await written(start)).toEqual(['update job/a.service/target-state']);
		expect(await written(start)).toEqual([]);
	});

	test('for the end of a unit is the end of all its keys, and its text stays', async () => {
		freshBackend();
		await backend.submit({ name: 'a.service', options: options('a'), seen: absent }, patient);
		const destroy = () => backend.destroy('a.service', anything, patient);
		expect(await written(destroy)).toEqual(['delete job/a.service']);
		expect(await storedValue(etcd, `${prefix}/unit/${hash}`)).toBeDefined();
		expect((await backend.health(patient)).orphanHashes).toEqual([hash]);
	});

	test('for what is refused is nothing', async () => {
		freshBackend();
		await putKey(etcd, `${prefix}/machines/m1/object`, machineValue('m1'));
		const refused = [
			() => backend.setMetadata('m1', { role: 'web' }, patient),
			() =>
				backend.submit({ name: 't@.service', options: options('a'), desiredState: 'loaded', seen: absent }, patient),
			// What callers without types could pass.
			() => backend.repairDesiredState('a.service', 'Launched' as DesiredState, patient),
		];
		for (const write of refused) {
			const failing = () => expect(write()).rejects.toMatchObject({ kind: 'refused' });
			expect(await written(failing)).toEqual([]);
		}
	});
});

describe('a unit that somebody began to create', () => {
	test('is finished by giving it a desired state', async () => {
		freshBackend();
		await backend.submit({ name: 'a.service', options: options('a'), seen: absent }, patient);
		await deleteKey(etcd, `${prefix}/job/a.service/target-state`);
		expect((await backend.health(patient)).ghosts).toMatchObject([{ reason: 'unknown desired state' }]);
		await backend.repairDesiredState('a.service', 'loaded', patient);
		expect(await backend.unit('a.service', patient)).toMatchObject({ desiredState: 'loaded' });
	});

	test('is not begun by a desired state for a unit that is not there', async () => {
		freshBackend();
		await expect(backend.repairDesiredState('a.service', 'loaded', patient)).rejects.toMatchObject({
			kind: 'not-found',
		});
		expect(await storedValue(etcd, `${prefix}/job/a.service/target-state`)).toBeUndefined();
	});
});

describe('a text that somebody tampered with', () => {
	test('is not given to another unit', async () => {
		freshBackend();
		await putKey(etcd, `${prefix}/unit/${hash}`, '{"Raw":"[Unit]\\nDescription=other\\n"}');
		const unit = { name: 'a.service', options: options('a'), seen: absent } as const;
		await expect(backend.submit(unit, patient)).rejects.toMatchObject({ kind: 'protocol' });
		expect(await backend.unit('a.service', patient)).toBeUndefined();
	});
});

describe('of writers that race', () => {
	/** What each of ten did who wrote at once. */
	async function race(submission: (number: number) => Submission): Promise<readonly string[]> {
		const writers = Array.from({ length: 10 }, (_, number) => number);
		const outcomes = await Promise.all(
			writers.map(async (number) => {
				try {
					return (await backendAt([etcd.url], prefix).submit(submission(number), patient)).kind;
				} catch (error) {
					return isClusterError(error) ? error.kind : String(error);
				}
			}),
		);
		return outcomes;
	}

	test('one creates the unit, and the others are told of a conflict', async () => {
		freshBackend();
		const outcomes = await race((number) => ({ name: 'a.service', options: options(String(number)), seen: absent }));
		expect([...outcomes].sort()).toEqual([...Array(9).fill('conflict'), 'created']);
		const winner = hashOf(options(String(outcomes.indexOf('created'))));
		expect(await backend.unit('a.service', patient)).toMatchObject({ hash: winner, desiredState: 'inactive' });
	});

	test('one replaces the text that all have seen, and the others are told of a conflict', async () => {
		freshBackend();
		await backend.submit({ name: 'a.service', options: options('seen'), seen: absent }, patient);
		const seen = { kind: 'hash', hash: hashOf(options('seen')) } as const;
		const outcomes = await race((number) => ({ name: 'a.service', options: options(String(number)), seen }));
		expect([...outcomes].sort()).toEqual([...Array(9).fill('conflict'), 'replaced']);
		const winner = hashOf(options(String(outcomes.indexOf('replaced'))));
		expect(await backend.unit('a.service', patient)).toMatchObject({ hash: winner });
	});

	test('none leaves half a unit behind, whoever creates and destroys', async () => {
		freshBackend();
		for (let round = 0; round < 20; round++) {
			await Promise.allSettled([
				backend.submit({ name: 'a.service', options: options(String(round)), seen: anything }, patient),
				backendAt([etcd.url], prefix).destroy('a.service', anything, patient),
				backendAt([etcd.url], prefix).setDesiredState('a.service', 'launched', anything, patient),
			]);
		}
		await backend.submit({ name: 'a.service', options: options('end'), seen: anything }, patient).catch(() => {});
		expect((await backend.health(patient)).ghosts).toEqual([]);
	});
});
