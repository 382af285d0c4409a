// Which journals there are to be followed, and how they are told from each other.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { colourCount, labelsOf, type Names } from '../../../client/src/journal/labels.ts';
import { type Source, sourcesOf, titleOf, type Wanted } from '../../../client/src/journal/sources.ts';
import { idOf, machine, state, unit } from '../../support/cluster-views.ts';

const web1 = unit('web@1.service', '', 'launched', 'a');
const web2 = unit('web@2.service', '', 'launched', 'b');
const agent = unit('agent.service', '[X-Fleet]\nGlobal=true\n');
const stored = unit('stored.service', '', 'inactive');
const snapshot = {
	machines: [machine('a', {}, '10.0.0.1'), machine('b')],
	units: [agent, stored, unit('web@.service', '', 'inactive'), web1, web2],
	states: [state(agent, 'a'), state(agent, 'b'), state(web1, 'a')],
};
const shop = (id: string) => (id === 'shop' ? snapshot : undefined);
const at = (one: string, on: string): Source => ({ cluster: 'shop', unit: one, machineId: idOf(on) });

test('a unit has a journal on the machine that it is scheduled to', () => {
	expect(sourcesOf([wantedUnit('web@2.service')], shop)).toEqual([at('web@2.service', 'b')]);
});

test('a global unit has one on each machine', () => {
	const found = [at('agent.service', 'a'), at('agent.service', 'b')];
	expect(sourcesOf([wantedUnit('agent.service')], shop)).toEqual(found);
});

test('a unit that is still loaded where it was has one there, too', () => {
	const moved = { ...snapshot, states: [state(web2, 'a'), state(web2, 'b')] };
	expect(sourcesOf([wantedUnit('web@2.service')], () => moved).map(({ machineId }) => machineId)).toEqual([
		idOf('a'),
		idOf('b'),
	]);
});

test('a template means its instances, and not itself', () => {
	const wanted: Wanted = { kind: 'template', cluster: 'shop', template: 'web@.service' };
	expect(sourcesOf([wanted], shop)).toEqual([at('web@1.service', 'a'), at('web@2.service', 'b')]);
});

test('one machine of a unit stays one machine', () => {
	const wanted: Wanted = { kind: 'place', cluster: 'shop', unit: 'agent.service', machineId: idOf('b') };
	expect(sourcesOf([wanted], shop)).toEqual([at('agent.service', 'b')]);
});

test('what is wanted twice is there once; what is nowhere, or of an unknown cluster, is not there', () => {
	const wanted = [wantedUnit('web@1.service'), wantedUnit('stored.service'), wantedUnit('web@1.service')];
	const elsewhere: Wanted = { kind: 'unit', cluster: 'gone', unit: 'web@1.service' };
	expect(sourcesOf([...wanted, elsewhere], shop)).toEqual([at('web@1.service', 'a')]);
});

test.each<readonly [readonly Wanted[], string]>([
	[[wantedUnit('a.service')], 'a.service'],
	[[{ kind: 'template', cluster: 'shop', template: 'web@.service' }], 'web@.service'],
	[[wantedUnit('a.service'), wantedUnit('b.service')], '2 units'],
	[[wantedUnit('a.service'), { kind: 'place', cluster: 'shop', unit: 'a.service', machineId: 'm' }], 'a.service'],
])('%j is called %s', (wanted, title) => {
	expect(titleOf(wanted)).toBe(title);
});

const names: Names = {
	clusterName: (id) => `the ${id}`,
	machine: (_, id) => snapshot.machines.find((one) => one.id === id),
};

test('labels name the instance and the machine', () => {
	expect(labelsOf([at('web@1.service', 'a'), at('web@2.service', 'b')], names)).toEqual([
		{
			words: 'web@1 on a0000000',
			full: `web@1.service on machine ${idOf('a')}, 10.0.0.1, of the shop`,
			colour: 0,
		},
		{ words: 'web@2 on b0000000', full: `web@2.service on machine ${idOf('b')}, of the shop`, colour: 1 },
	]);
});

test('the kind of a unit is named where not all are services', () => {
	const [first] = labelsOf([at('web.service', 'a'), at('web.timer', 'a')], names);
	expect(first?.words).toBe('web.service on a0000000');
});

test('clusters are named where there are several', () => {
	const other = { ...at('web@1.service', 'a'), cluster: 'lab' };
	const labels = labelsOf([at('web@1.service', 'a'), other], names);
	expect(labels.map(({ words }) => words)).toEqual(['web@1 on a0000000 (the shop)', 'web@1 on a0000000 (the lab)']);
	expect(new Set(labels.map(({ colour }) => colour)).size).toBe(2);
});

test('instances have colours; where there is but one unit, its machines have', () => {
	const colours = (sources: readonly Source[]) => labelsOf(sources, names).map(({ colour }) => colour);
	expect(colours([at('x.service', 'a'), at('y.service', 'a'), at('x.service', 'b')])).toEqual([0, 1, 0]);
	expect(colours([at('x.service', 'a'), at('x.service', 'b')])).toEqual([0, 1]);
});

test('no two journals have one label, and who comes later takes no colour from others', () => {
	const source = fc.record({
		cluster: fc.constantFrom('c', 'd'),
		unit: fc.constantFrom('a.service', 'b.service', 'a.timer'),
		machineId: fc.constantFrom('12345678aa', '12345678ab', '9', '12345678'),
	});
	const sources = fc.uniqueArray(source, { selector: (one) => JSON.stringify(one), maxLength: 20 });
	fc.assert(
		fc.property(sources, (all) => {
			const labels = labelsOf(all, names);
			expect(new Set(labels.map(({ words }) => words)).size).toBe(all.length);
			expect(labels.every(({ colour }) => colour >= 0 && colour < colourCount)).toBe(true);
			const before = all.slice(0, -1);
			if (new Set(before.map((one) => one.cluster + one.unit)).size < 2) return;
			expect(labelsOf(before, names).map(({ colour }) => colour)).toEqual(
				labels.slice(0, -1).map(({ colour }) => colour),
			);
		}),
	);
});

function wantedUnit(name: string): Wanted {
	return { kind: 'unit', cluster: 'shop', unit: name };
}
