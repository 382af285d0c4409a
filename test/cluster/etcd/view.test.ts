// What keys say of units, machines and states: the joins, what fleet would hide and why, and the cases of the layout that
// no recording has.
import { describe, expect, test } from 'vitest';
import { healthOf } from '../../../cluster/src/etcd/health.ts';
import type { Folder } from '../../../cluster/src/etcd/tree.ts';
import { printObject, printText } from '../../../cluster/src/etcd/values.ts';
import { snapshotOf, viewOf } from '../../../cluster/src/etcd/view.ts';
import { hashOf } from '../../../cluster/src/hash.ts';
import type { GhostUnit } from '../../../cluster/src/model.ts';
import { treeOf } from './dumps.ts';
import { machineValue, stateValue, unitValues } from './registry-values.ts';

function unitIn(values: Readonly<Record<string, string>>) {
	return snapshotOf(viewOf(treeOf(values))).units[0];
}

function ghostsIn(tree: Folder): readonly GhostUnit[] {
	expect(snapshotOf(viewOf(tree)).units).toEqual([]);
	return healthOf(viewOf(tree)).ghosts;
}

describe('the current state', () => {
	const scheduled = { ...unitValues('a.service', 'launched'), 'job/a.service/target': 'm1' };
	const reported = { ...scheduled, 'states/a.service/m1': stateValue('active running') };

	test.each([
		['inactive', 'is scheduled nowhere', unitValues('a.service', 'launched')],
		['inactive', 'is scheduled, and its machine has not reported', scheduled],
		[
			'inactive',
			'is reported by another machine',
			{ ...scheduled, 'states/a.service/m2': stateValue('active running') },
		],
		['loaded', 'is reported by its machine', reported],
		['loaded', 'has the heartbeat of another machine', { ...reported, 'job/a.service/job-state': 'm2' }],
		['launched', 'has the heartbeat of its machine', { ...reported, 'job/a.service/job-state': 'm1' }],
	])('is %s of a unit that %s', (currentState, _, values) => {
		expect(unitIn(values)).toMatchObject({ currentState });
	});

	test('of a global unit is none, and neither is its machine', () => {
		const unit = unitIn({
			...unitValues('a.service', 'launched', '[X-Fleet]\nGlobal=true\n'),
			'job/a.service/target': 'm1',
			'states/a.service/m1': stateValue('active running'),
		});
		expect(unit).toMatchObject({ global: true });
		expect(unit).not.toHaveProperty('currentState');
		expect(unit).not.toHaveProperty('machineId');
	});

	test('is unknown where the agents tell their states to the leader alone', () => {
		const unit = unitIn({ ...scheduled, 'machines/m1/object': machineValue('m1', { GRPC: true }) });
		expect(unit).toMatchObject({ machineId: 'm1' });
		expect(unit).not.toHaveProperty('currentState');
	});
});

describe('a unit', () => {
	test('that asks to be global by its instance is global', () => {
		const text = '[X-Fleet]\nGlobal=%i\n';
		expect(unitIn(unitValues('a@true.service', 'launched', text))).toMatchObject({ global: true });
		expect(unitIn(unitValues('a@no.service', 'launched', text))).toMatchObject({ global: false });
	});

	test('whose text is not as fleet writes it has the hash of its options', () => {
		const values = unitValues('a.service', 'inactive', '# comment\n[Unit]\nDescription = a\n');
		expect(unitIn(values)?.hash).toBe(hashOf([{ section: 'Unit', name: 'Description', value: 'a' }]));
	});

	test('is none where only a heartbeat is left of it', () => {
		const tree = treeOf({ 'job/a.service/job-state': 'm1' });
		expect(ghostsIn(tree)).toEqual([]);
		expect(healthOf(viewOf(tree)).heartbeats).toEqual(new Map([['a.service', 'm1']]));
	});
});

describe('a ghost', () => {
	const values = unitValues('a.service', 'launched');
	const hash = hashOf([{ section: 'Unit', name: 'Description', value: 'a' }]);

	test.each<[Omit<GhostUnit, 'name'>, Record<string, string>]>([
		[{ reason: 'unknown desired state', detail: 'Launched' }, { 'job/a.service/target-state': 'Launched' }],
		[
			{ reason: 'text does not parse', detail: 'unable to find end of section' },
			{ [`unit/${hash}`]: printText('[Unit') },
		],
		[{ reason: 'text does not parse', detail: 'the text is no object' }, { [`unit/${hash}`]: '[]' }],
		[{ reason: 'unreadable object', detail: 'the object is no object' }, { 'job/a.service/object': '1' }],
		[
			{ reason: 'unreadable object', detail: 'the object.UnitHash is no list of 20 bytes' },
			{ 'job/a.service/object': '{"Name":"a.service","UnitHash":[1,2]}' },
		],
		[
			{ reason: 'unreadable object', detail: 'it names `b.service`' },
			{ 'job/a.service/object': printObject('b.service', hash) },
		],
	])('has its reason: %j', (ghost, spoilt) => {
		expect(ghostsIn(treeOf({ ...values, ...spoilt }))).toEqual([{ name: 'a.service', ...ghost }]);
	});

	test('is a unit whose text is missing', () => {
		const { [`unit/${hash}`]: _, ...rest } = values;
		expect(ghostsIn(treeOf(rest))).toEqual([{ name: 'a.service', reason: 'text is missing' }]);
	});

	test('is a unit that somebody began to create', () => {
		const { 'job/a.service/target-state': _, ...rest } = values;
		expect(ghostsIn(treeOf(rest))).toEqual([{ name: 'a.service', reason: 'unknown desired state', detail: '' }]);
	});
});

describe('a machine', () => {
	function machinesIn(values: Readonly<Record<string, string>>) {
		return snapshotOf(viewOf(treeOf(values))).machines;
	}

	test('has what was set over the API in place of its own metadata, and loses what was removed', () => {
		const values = {
			'machines/m1/object': machineValue('m1', {}, { role: 'web', disk: 'ssd' }),
			'machines/m1/metadata/role': 'db',
			'machines/m1/metadata/disk': '',
			'machines/m1/metadata/rack': '7',
		};
		expect(machinesIn(values)).toMatchObject([{ id: 'm1', metadata: { role: 'db', rack: '7' } }]);
	});

	test.each(['{}', '{"ID":""}', 'garbage', '{"ID":"m1","Metadata":{"a":1}}'])('that announces %s is none', (value) => {
		expect(machinesIn({ 'machines/m1/object': value })).toEqual([]);
	});

	test('has no address and no release where it announces none', () => {
		const value = '{"ID":"m1","PublicIP":"","Metadata":null,"Capabilities":null,"Version":""}';
		expect(machinesIn({ 'machines/m1/object': value })).toEqual([{ id: 'm1', metadata: {} }]);
	});
});

describe('a state', () => {
	test('that makes no sense is left out, and the others stay', () => {
		const tree = treeOf({ 'states/a.service/m2': stateValue('active running'), 'states/a.service/m1': 'garbage' });
		expect(snapshotOf(viewOf(tree)).states).toEqual([
			{ name: 'a.service', machineId: 'm2', load: 'loaded', active: 'active', sub: 'running' },
		]);
	});

	test('of the old kind, one for all machines, is not read', () => {
		const tree = treeOf({ 'state/a.service': stateValue('active running') });
		expect(snapshotOf(viewOf(tree)).states).toEqual([]);
	});
});

describe('the leader', () => {
	test.each([
		['{"MachineID":"m1","Version":1}', 'm1'],
		['m1', 'm1'],
		['{"MachineID":""}', undefined],
		['{', undefined],
		['', undefined],
	])('of the lease %s is %s', (lease, leader) => {
		expect(healthOf(viewOf(treeOf({ 'lease/engine-leader': lease }))).leader).toBe(leader);
	});

	test('is none where no lease is held', () => {
		expect(healthOf(viewOf(treeOf({})))).toEqual({
			ghosts: [],
			orphanHashes: [],
			heartbeats: new Map(),
			statesElsewhere: false,
		});
	});

	test('has an engine version that is a number, or none', () => {
		expect(healthOf(viewOf(treeOf({ 'engine/version': '2' }))).engineVersion).toBe(2);
		expect(healthOf(viewOf(treeOf({ 'engine/version': 'new' }))).engineVersion).toBeUndefined();
	});
});
