// What the map says of single units and machines, what can be tried with them, and what a filter leaves.

import { describe, expect, test } from 'vitest';
import { stateChoices, templateToTry } from '../../../client/src/placement/choices.ts';
import { type Details, machineDetails, unitDetails } from '../../../client/src/placement/details.ts';
import { filterColumns, filterRows } from '../../../client/src/placement/filter.ts';
import { groupBySentence, namesText } from '../../../client/src/placement/grouped.ts';
import { createMap } from '../../../client/src/placement/map-model.ts';
import { changeText, readMetadata } from '../../../client/src/placement/metadata-text.ts';
import { idOf, machine, state, unit } from '../../support/cluster-views.ts';
import { mapOf } from '../../support/print-map.ts';

const machines = [machine('a1', { role: 'web' }, '10.0.0.1'), machine('b2', { role: 'web' }), machine('c3')];
const web = '[X-Fleet]\nMachineMetadata=role=web\nConflicts=web@*.service\n';
const web1 = unit('web@1.service', web, 'launched', 'a1');
const units = [
	unit('agent.service', '[X-Fleet]\nGlobal=true\n'),
	unit('idle.service', '[X-Fleet]\nReplaces=log@*\n', 'inactive'),
	unit('log@1.service', '[X-Fleet]\nMachineOf=web@1.service\nMachineOf=gone.service\n', 'loaded', 'a1'),
	unit('web@.service', web, 'inactive'),
	web1,
	unit('web@2.service', web),
];
const shop = mapOf({ machines, units, states: [state(web1, 'a1')] });
const model = createMap(shop, []);

describe('what is said of a unit', () => {
	test('is where it is, could be and cannot be, and whom it has to do with', () => {
		expect(unit1('web@1.service')).toMatchInlineSnapshot(`
			"
			web@1.service
			  active (running)
			  on a1000000 (10.0.0.1)
			  runs on machines with role=web, never beside another web@*.service
			Is on:
			  a1000000 (10.0.0.1)
			Could be on:
			  b2000000
			Cannot be on:
			  c3000000: has no role, needs role=web
			Is followed by:
			  log@1.service, on a1000000 (10.0.0.1): goes where it is
			Conflicts with:
			  web@2.service, nowhere: both say Conflicts=web@*.service
			"
		`);
	});

	test('names a peer that is not on the cluster', () => {
		expect(unit1('log@1.service')).toMatchInlineSnapshot(`
			"
			log@1.service
			  not loaded
			  on a1000000 (10.0.0.1)
			  runs beside web@1.service and gone.service
			Is on:
			  a1000000 (10.0.0.1)
			Cannot be on:
			  b2000000, c3000000: web@1.service and gone.service is not there
			Must be beside:
			  web@1.service, on a1000000 (10.0.0.1): must be on the same machine
			  gone.service, not on the cluster: must be on the same machine, and does not exist
			Replaces, or is replaced by:
			  idle.service, nowhere, and not asked for: it says Replaces=log@*
			"
		`);
	});

	test('tells of replacements', () => {
		expect(unit1('idle.service')).toMatchInlineSnapshot(`
			"
			idle.service
			  inactive, only stored
			  nowhere, and not asked for
			  runs on any machine, moving log@* to another machine
			Could be on:
			  b2000000
			  c3000000
			Could be on, if others move:
			  a1000000 (10.0.0.1): would take it, but log@1.service and it replace one another
			Replaces, or is replaced by:
			  log@1.service, on a1000000 (10.0.0.1): this unit says Replaces=log@*
			"
		`);
	});

	test('with what is tried, is what would be', () => {
		const tried = createMap(shop, [{ kind: 'down', machineId: idOf('a1') }]);
		const row = tried.rows.find(({ name }) => name === 'web@1.service');
		expect(row && print(unitDetails(tried, row))).toMatchInlineSnapshot(`
			"
			web@1.service
			  active (running)
			  on a1000000 (10.0.0.1) → on b2000000
			  runs on machines with role=web, never beside another web@*.service
			Is on:
			  b2000000
			Would leave:
			  a1000000 (10.0.0.1): is down, and the unit leaves
			Cannot be on:
			  c3000000: has no role, needs role=web
			Is followed by:
			  log@1.service, on a1000000 (10.0.0.1) → nowhere: goes where it is
			Conflicts with:
			  web@2.service, nowhere: both say Conflicts=web@*.service
			"
		`);
	});
});

test('what is said of a machine is what it has, could take and cannot take', () => {
	expect(model.columns.map((column) => print(machineDetails(model, column))).join('\n')).toMatchInlineSnapshot(`
		"
		a1000000 (10.0.0.1)
		  a1000000ffffffffffffffffffffffff
		  role=web
		  3 units counted
		Has:
		  agent.service
		  log@1.service
		  web@1.service
		Could take:
		  idle.service
		Cannot take:
		  web@2.service: web@1.service is there, and says Conflicts=web@*.service


		b2000000
		  b2000000ffffffffffffffffffffffff
		  role=web
		  1 unit counted
		Has:
		  agent.service
		Could take:
		  idle.service
		  web@1.service
		  web@2.service
		Cannot take:
		  log@1.service: web@1.service and gone.service is not there


		c3000000
		  c3000000ffffffffffffffffffffffff
		  no metadata
		  1 unit counted
		Has:
		  agent.service
		Could take:
		  idle.service
		Cannot take:
		  log@1.service: web@1.service and gone.service is not there
		  web@1.service, web@2.service: has no role, needs role=web
		"
	`);
});

test('a unit can be tried in the states that it is not in', () => {
	const choices = units.map(
		({ name }) =>
			`${name}: ${stateChoices(name, shop)
				.map(({ words }) => words)
				.join(' · ')}`,
	);
	expect(choices).toMatchInlineSnapshot(`
		[
		  "agent.service: Stop it (it keeps its place) · Unload it (it gives up its place)",
		  "idle.service: Start it",
		  "log@1.service: Start it · Unload it (it gives up its place)",
		  "web@.service: ",
		  "web@1.service: Stop it (it keeps its place) · Unload it (it gives up its place)",
		  "web@2.service: Stop it (it keeps its place) · Unload it (it gives up its place)",
		]
	`);
	expect(stateChoices('new@9.service', shop)).toEqual([]);
});

test('new instances can be tried of a template, and where one of its instances is', () => {
	expect(['web@.service', 'web@1.service', 'idle.service'].map(templateToTry)).toEqual([
		'web@.service',
		'web@.service',
		undefined,
	]);
});

test.each([
	['', 6],
	['web', 4],
	['WEB never beside', 3],
	['nowhere', 3],
	['global', 1],
	['template', 1],
	['10.0.0.1', 2],
	['xyzzy', 0],
])('the filter “%s” leaves %d units', (filter, count) => {
	expect(filterRows(model, filter)).toHaveLength(count);
});

test('machines are found by their ID, address and metadata, and those that are tried as lost', () => {
	const tried = createMap(shop, [{ kind: 'down', machineId: idOf('b2') }]);
	const found = ['c3', '10.0', 'role=web', 'down', 'role=db'].map((filter) => filterColumns(tried, filter).length);
	expect(found).toEqual([1, 1, 2, 1, 0]);
});

test.each([
	['role=db', 'role=db'],
	[' role = db ,group= ,', 'role=db, no group'],
	['', undefined],
	['role', undefined],
	['role=db, =x', undefined],
])('metadata typed as “%s” means %s', (typed, meant) => {
	const change = readMetadata(typed);
	expect(change && changeText(change)).toBe(meant);
});

test('what is said of many is said once', () => {
	const said = ['a', 'b', 'c'].map((name) => ({ name, sentence: name === 'b' ? 'no' : 'yes' }));
	expect(groupBySentence(said)).toEqual([
		{ sentence: 'yes', names: ['a', 'c'] },
		{ sentence: 'no', names: ['b'] },
	]);
	expect(namesText(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
});

function unit1(name: string): string | undefined {
	const row = model.rows.find((one) => one.name === name);
	return row && print(unitDetails(model, row));
}

function print({ title, facts, lists }: Details): string {
	const listed = lists.flatMap(({ heading, items }) => [`${heading}:`, ...items.map((item) => `  ${item}`)]);
	return ['', title, ...facts.map((fact) => `  ${fact}`), ...listed, ''].join('\n');
}
