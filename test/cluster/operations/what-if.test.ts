// What would move where, worked out and not tried.
import { describe, expect, test } from 'vitest';
import { whatIf } from '../../../cluster/src/operations/what-if.ts';
import { cluster, m1, m2, m3, unit } from './cluster-fixtures.ts';

const webOnly = '[X-Fleet]\nMachineMetadata=role=web\n';
const snapshot = cluster([
	unit('agent.service', { text: '[X-Fleet]\nGlobal=true\nMachineMetadata=role=web\n' }),
	unit('db.service', { text: '[X-Fleet]\nMachineMetadata=role=db\n', machine: m3 }),
	unit('free.service', { machine: m1 }),
	unit('resting.service', { desired: 'inactive' }),
	unit('web.service', { text: webOnly, machine: m1 }),
]);

describe('a machine that is lost', () => {
	test('gives its units to others, if others take them', () => {
		const { moves, globals, end } = whatIf(snapshot, { kind: 'lost', machineIds: [m1] }, '1.0');
		expect(moves.map(({ name, from, to }) => [name, from, to])).toEqual([
			['free.service', m1, m2],
			['web.service', m1, m2],
		]);
		expect(globals).toEqual([{ name: 'agent.service', added: [], removed: [m1] }]);
		expect(end.kind).toBe('settled');
	});

	test('leaves a unit without a machine, with the reason of each', () => {
		const { moves } = whatIf(snapshot, { kind: 'lost', machineIds: [m3] }, '1.0');
		expect(moves).toEqual([
			{
				name: 'db.service',
				from: m3,
				otherwise: [],
				refusals: [
					{ machineId: m1, sentence: 'has role=web, needs role=db' },
					{ machineId: m2, sentence: 'has role=web, needs role=db' },
				],
			},
		]);
	});

	test('of several that are lost at once, none gets anything', () => {
		const { moves } = whatIf(snapshot, { kind: 'lost', machineIds: [m1, m2] }, '1.0');
		expect(moves.map(({ name, to }) => [name, to])).toEqual([
			['free.service', m3],
			['web.service', undefined],
		]);
	});
});

describe('other metadata', () => {
	test('drives units away and draws global ones in', () => {
		const change = { kind: 'metadata', machineId: m1, metadata: { role: 'db' } } as const;
		const { moves, globals } = whatIf(snapshot, change, '1.0');
		expect(moves.map(({ name, from, to }) => [name, from, to])).toEqual([['web.service', m1, m2]]);
		expect(globals).toEqual([{ name: 'agent.service', added: [], removed: [m1] }]);
	});

	test('may be a key less', () => {
		const change = { kind: 'metadata', machineId: m3, metadata: { role: undefined } } as const;
		expect(whatIf(snapshot, change, '1.0').moves.map(({ name, to }) => [name, to])).toEqual([
			['db.service', undefined],
		]);
	});

	test('that changes nothing moves nothing', () => {
		const change = { kind: 'metadata', machineId: m1, metadata: { rack: '7' } } as const;
		expect(whatIf(snapshot, change, '1.0')).toEqual({ moves: [], globals: [], end: { kind: 'settled' } });
	});
});

test('a place that depends on the order in which the engine takes units is told', () => {
	const apart = '[X-Fleet]\nMachineMetadata=role=web\nConflicts=web@*.service\n';
	const pair = cluster([
		unit('web@1.service', { text: apart, machine: m1 }),
		unit('web@2.service', { text: apart, machine: m2 }),
		unit('web@3.service', { text: apart }),
	]);
	const { moves } = whatIf(pair, { kind: 'lost', machineIds: [m1] }, '1.0');
	expect(moves.map(({ name, to, otherwise }) => [name, to, otherwise])).toEqual([['web@1.service', undefined, []]]);
});
