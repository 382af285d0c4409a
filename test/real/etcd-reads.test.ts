// Reading a registry out of a real etcd: the recorded ones, empty ones, under other prefixes, and names that must not
// lead elsewhere.
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { healthOf } from '../../cluster/src/etcd/health.ts';
import { snapshotOf, viewOf } from '../../cluster/src/etcd/view.ts';
import { readOptions } from '../../core/src/fleet/options.ts';
import { dumpNames, readDump, treeOfDump } from '../cluster/etcd/dumps.ts';
import { machineValue, stateValue, unitValues } from '../cluster/etcd/registry-values.ts';
import { deleteKey, type EtcdMember, putKey, seedEtcd, startEtcd } from '../support/etcd.ts';
import { backendAt } from '../support/etcd-backend.ts';
import { startWatching } from '../support/watching.ts';

const patient = new AbortController().signal;
const recordedPrefix = '/_coreos.com/fleet';

let etcd: EtcdMember;
beforeAll(async () => {
	etcd = await startEtcd();
});
afterAll(() => etcd.stop());

describe.each(dumpNames)('the recorded registry %s', (name) => {
	const expected = viewOf(treeOfDump(name));

	test('is read as it was recorded', async () => {
		const prefix = `/dumps/${name}`;
		await seedEtcd(etcd, readDump(name), [recordedPrefix, prefix]);
		const backend = backendAt([etcd.url], prefix);
		const { machines, units, states } = snapshotOf(expected);
		expect(await backend.machines(patient)).toEqual(machines);
		expect(await backend.units(patient)).toEqual(units);
		expect(await backend.states(patient)).toEqual(states);
		expect(await backend.health(patient)).toEqual(healthOf(expected));
		for (const unit of units.slice(0, 10)) expect(await backend.unit(unit.name, patient)).toEqual(unit);
		const [state] = states;
		const ofOneUnit = states.filter((other) => other.name === state?.name);
		expect(await backend.states(patient, state?.name ?? 'none.service')).toEqual(ofOneUnit);
	});
});

describe('a registry', () => {
	test('that no fleet has written to is empty', async () => {
		const backend = backendAt([etcd.url], '/nobody/here');
		expect(await backend.units(patient)).toEqual([]);
		expect(await backend.machines(patient)).toEqual([]);
		expect(await backend.unit('a.service', patient)).toBeUndefined();
		expect(await backend.version(patient)).toBeUndefined();
	});

	test('has the release of the machine that leads', async () => {
		const announce = (id: string, version: string) => machineValue(id).replace('v1.0.0', version);
		await putKey(etcd, '/versions/machines/m1/object', announce('m1', 'v0.11.8'));
		await putKey(etcd, '/versions/machines/m2/object', announce('m2', 'v1.0.0-15-g45224983'));
		const backend = backendAt([etcd.url], '/versions');
		expect(await backend.version(patient)).toBe('v0.11.8');
		await putKey(etcd, '/versions/lease/engine-leader', '{"MachineID":"m2","Version":1}');
		expect(await backend.version(patient)).toBe('v1.0.0-15-g45224983');
	});

	test('is found with whatever slashes its prefix is written', async () => {
		for (const [key, value] of Object.entries(unitValues('a.service', 'loaded'))) {
			await putKey(etcd, `/some/where/${key}`, value);
		}
		for (const prefix of ['/some/where/', 'some/where', '/some//where']) {
			const units = await backendAt([etcd.url], prefix).units(patient);
			expect(units.map(({ name }) => name)).toEqual(['a.service']);
		}
	});
});

test('a thousand units on a hundred machines are read and watched', async () => {
	const prefix = '/large';
	const machines = Array.from({ length: 100 }, (_, number) => `m${String(number).padStart(2, '0')}`);
	const names = Array.from({ length: 1_000 }, (_, number) => `u${String(number).padStart(3, '0')}.service`);
	const putAll = async (values: Readonly<Record<string, string>>) => {
		for (const [key, value] of Object.entries(values)) await putKey(etcd, `${prefix}/${key}`, value);
	};
	await Promise.all(machines.map((id) => putAll({ [`machines/${id}/object`]: machineValue(id) })));
	// Ten at a time: more would only wait for each other.
	const queue = [...names.entries()];
	const work = async (): Promise<void> => {
		for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
			const [number, name] = next;
			const id = machines[number % machines.length] ?? '';
			await putAll({
				...unitValues(name, 'launched', `[Unit]\nDescription=${name}\n`),
				[`job/${name}/target`]: id,
				[`job/${name}/job-state`]: id,
				[`states/${name}/${id}`]: stateValue('active running'),
			});
		}
	};
	await Promise.all(Array.from({ length: 10 }, work));
	const backend = backendAt([etcd.url], prefix);
	const [units, states] = [await backend.units(patient), await backend.states(patient)];
	expect(units.map(({ name }) => name)).toEqual(names);
	expect(new Set(units.map(({ currentState }) => currentState))).toEqual(new Set(['launched']));
	const watch = startWatching(backend);
	onTestFinished(() => watch.stop());
	const there = { machines: await backend.machines(patient), units, states };
	await expect.poll(() => watch.sum(), { timeout: 30_000 }).toEqual(there);
});

describe('a name', () => {
	test.each(['..', '.', '../machines', 'a/b.service', ''])('such as %j leads nowhere else', async (name) => {
		const backend = backendAt([etcd.url], '/names');
		await putKey(etcd, '/names/machines/m1/object', machineValue('m1'));
		expect(await backend.unit(name, patient)).toBeUndefined();
		expect(await backend.destroy(name, { kind: 'anything' }, patient)).toEqual({ kind: 'unchanged' });
		expect(await backend.machines(patient)).toHaveLength(1);
	});

	test('that begins with an underscore is hidden from every list, so that such a unit is refused', async () => {
		for (const [key, value] of Object.entries(unitValues('_a.service', 'launched'))) {
			await putKey(etcd, `/hidden/${key}`, value);
		}
		const backend = backendAt([etcd.url], '/hidden');
		expect(await backend.units(patient)).toEqual([]);
		expect(await backend.unit('_a.service', patient)).toMatchObject({ name: '_a.service' });
		const options = [{ section: 'Service', name: 'ExecStart', value: '/bin/true' }];
		const submission = { name: '_b.service', options, seen: { kind: 'absent' } } as const;
		await expect(backend.submit(submission, patient)).rejects.toMatchObject({ kind: 'refused' });
		expect(await backend.destroy('_a.service', { kind: 'anything' }, patient)).toEqual({ kind: 'destroyed' });
	});
});

describe('a unit that fleet hides', () => {
	test('is an error that says why', async () => {
		await seedEtcd(etcd, readDump('poisoned'), [recordedPrefix, '/poisoned']);
		const backend = backendAt([etcd.url], '/poisoned');
		await expect(backend.unit('poison.service', patient)).rejects.toMatchObject({
			kind: 'protocol',
			message: expect.stringContaining('unknown desired state: Launched'),
		});
	});

	test('is repaired by a desired state', async () => {
		await seedEtcd(etcd, readDump('poisoned'), [recordedPrefix, '/repaired']);
		const backend = backendAt([etcd.url], '/repaired');
		await backend.repairDesiredState('poison.service', 'inactive', patient);
		expect(await backend.unit('poison.service', patient)).toMatchObject({ desiredState: 'inactive' });
		expect((await backend.health(patient)).ghosts).toEqual([]);
	});

	test('is not called unchanged when its text is submitted again', async () => {
		await seedEtcd(etcd, readDump('poisoned'), [recordedPrefix, '/again']);
		const backend = backendAt([etcd.url], '/again');
		const text = '[Unit]\nDescription=p\n\n[Service]\nExecStart=/bin/sleep infinity\n';
		const { options } = readOptions(text);
		const submission = { name: 'poison.service', options, seen: { kind: 'anything' } } as const;
		await expect(backend.submit(submission, patient)).rejects.toMatchObject({ kind: 'refused' });
		expect(await backend.submit({ ...submission, desiredState: 'loaded' }, patient)).toEqual({ kind: 'replaced' });
		expect(await backend.unit('poison.service', patient)).toMatchObject({ desiredState: 'loaded' });
	});

	test('can be destroyed, and written anew', async () => {
		const backend = backendAt([etcd.url], '/spoilt');
		const options = [{ section: 'Service', name: 'ExecStart', value: '/bin/true' }];
		const seen = { kind: 'anything' } as const;
		for (const name of ['a.service', 'b.service']) {
			await backend.submit({ name, options, desiredState: 'loaded', seen: { kind: 'absent' } }, patient);
		}
		await deleteKey(etcd, '/spoilt/unit');
		expect((await backend.health(patient)).ghosts.map(({ reason }) => reason)).toEqual([
			'text is missing',
			'text is missing',
		]);
		expect(await backend.destroy('a.service', seen, patient)).toEqual({ kind: 'destroyed' });
		expect(await backend.submit({ name: 'b.service', options, seen }, patient)).toEqual({ kind: 'replaced' });
		expect(await backend.units(patient)).toMatchObject([{ name: 'b.service', desiredState: 'loaded' }]);
	});
});
