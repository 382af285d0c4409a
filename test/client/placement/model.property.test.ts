// Whatever a cluster is like and whatever is tried: the map says what fleet's scheduler says, and its plan is where the
// simulated engine comes to rest.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMap, type MapModel } from '../../../client/src/placement/map-model.ts';
import type { Mark } from '../../../client/src/placement/marks.ts';
import { putTrial, type Trial } from '../../../client/src/placement/trials.ts';
import { tryOut } from '../../../client/src/placement/try-out.ts';
import { explain } from '../../../core/src/fleet/explain.ts';
import { machineLoads } from '../../../core/src/fleet/machine-load.ts';
import { simulate } from '../../../core/src/fleet/simulate.ts';
import { moveUnit } from '../../../core/src/fleet/task.ts';
import { splitUnitName } from '../../../core/src/fleet/unit-name.ts';
import { idOf, machine, unit } from '../../support/cluster-views.ts';
import { mapOf } from '../../support/print-map.ts';

const ids = ['m1', 'm2', 'm3'];
const names = ['a.service', 'b.service', 'g.service', 'x@.service', 'x@1.service', 'x@2.service', 'y.service'];
const lines = [
	'',
	'Conflicts=x@*',
	'Conflicts=*.service',
	'MachineMetadata=k=v',
	'MachineOf=a.service',
	'Replaces=x@*',
	'Global=true',
	'Global=true\nMachineMetadata=k=v\nConflicts=a*',
	`MachineID=${idOf('m2')}`,
];

const anyUnit = fc.record({
	text: fc.constantFrom(...lines).map((body) => `[X-Fleet]\n${body}\n`),
	desiredState: fc.constantFrom('inactive', 'loaded', 'launched', 'launched'),
	on: fc.constantFrom(undefined, ...ids, 'gone'),
});
const anyUnits = fc
	.array(anyUnit, { minLength: 1, maxLength: names.length })
	.map((written) => written.map(({ text, desiredState, on }, nth) => unit(names[nth] ?? '', text, desiredState, on)));
const anyMachines = fc
	.array(fc.record({ id: fc.constantFrom(...ids), value: fc.constantFrom('v', 'w') }), { maxLength: 3 })
	.map((listed) => new Map(listed.map(({ id, value }) => [id, machine(id, { k: value })])))
	.map((byId) => [...byId.values()]);
const anyTrial: fc.Arbitrary<Trial> = fc.oneof(
	fc.record({ kind: fc.constant('down'), machineId: fc.constantFrom(...ids).map(idOf) } as const),
	fc.record({
		kind: fc.constant('metadata'),
		machineId: fc.constantFrom(...ids).map(idOf),
		text: fc.constantFrom('k=v', 'k=', 'z=1, k=w'),
	} as const),
	fc.record({
		kind: fc.constant('instances'),
		template: fc.constant('x@.service'),
		count: fc.integer({ min: 1, max: 3 }),
	} as const),
	fc.record({
		kind: fc.constant('desired'),
		unit: fc.constantFrom(...names),
		state: fc.constantFrom('inactive', 'loaded', 'launched'),
	} as const),
);
/** At least so many: one for each thing that is tried, as lists of trials are made. */
const anyTrials = (minLength: number) =>
	fc
		.array(anyTrial, { minLength, maxLength: 3 })
		.map((trials) => trials.reduce<readonly Trial[]>((list, trial) => putTrial(list, trial), []));
const anyMap = fc.record({ machines: anyMachines, units: anyUnits }).map(mapOf);

const barredMarks: readonly Mark[] = ['metadata', 'conflict', 'peers', 'machine-id'];

test('a unit is on the machines where fleet counts or has scheduled it, and on no other', () => {
	fc.assert(
		fc.property(anyMap, anyTrials(0), (map, trials) => {
			const model = createMap(map, trials);
			const loads = machineLoads(model.shown, map.release);
			eachCell(model, (row, column, { mark }) => {
				const isThere = loads.get(column.id)?.has(row.name) === true || row.unit.machineId === column.id;
				const isListed = loads.has(column.id);
				expect(mark === 'here' || mark === 'comes').toBe(isThere && isListed);
			});
		}),
	);
});

test('on every other machine, the map has the verdict of the scheduler and its reason', () => {
	fc.assert(
		fc.property(anyMap, anyTrials(0), (map, trials) => {
			const model = createMap(map, trials);
			eachCell(model, (row, column, { mark, words }) => {
				if (!['free', 'swap', ...barredMarks].includes(mark)) return;
				// Asked of a unit that is wanted and nowhere, because every machine is judged only then.
				const wanted = model.shown.units.map((one) => (one.name === row.name ? asked(one) : one));
				const { machines } = explain(row.name, { ...model.shown, units: wanted });
				const told = machines.find((one) => one.machine.id === column.id);
				expect(words).toBe(told?.sentence);
				expect(barredMarks.includes(mark)).toBe(told?.verdict.kind === 'unschedule');
			});
		}),
	);
});

test('with what is tried, every unit is where the engine comes to rest, and the plan tells of each that is elsewhere', () => {
	fc.assert(
		fc.property(anyMap, anyTrials(1), (map, trials) => {
			const { plan, shown } = createMap(map, trials);
			const { before, changed } = tryOut(map, trials);
			if (plan === undefined) {
				expect(changed).toEqual(before);
				return;
			}
			const end = simulate(changed, { release: map.release }).cluster;
			expect(shown).toEqual(end);
			const was = new Map(before.units.map(({ name, machineId }) => [name, machineId]));
			const elsewhere = end.units.filter((one) => !one.requirements.global && was.get(one.name) !== one.machineId);
			const told = plan.moves.map(({ name }) => name);
			expect(told).toEqual(expect.arrayContaining(elsewhere.map(({ name }) => name)));
			for (const { name, from, to } of plan.moves) {
				expect([from, to]).toEqual([was.get(name), end.units.find((one) => one.name === name)?.machineId]);
			}
		}),
	);
});

test('a template that is not global is nowhere', () => {
	fc.assert(
		fc.property(anyMap, (map) => {
			eachCell(createMap(map, []), (row, { id }, { mark }) => {
				if (!splitUnitName(row.name)?.isTemplate || row.unit.requirements.global || row.unit.machineId === id) return;
				expect(mark).toBe('none');
			});
		}),
	);
});

function eachCell(
	model: MapModel,
	look: (
		row: MapModel['rows'][number],
		column: MapModel['columns'][number],
		cell: ReturnType<MapModel['cell']>,
	) => void,
): void {
	for (const row of model.rows) for (const column of model.columns) look(row, column, model.cell(row, column));
}

function asked(one: MapModel['shown']['units'][number]) {
	return { ...moveUnit(one, undefined), desiredState: 'launched' } as const;
}
