// Whatever happens to a registry: following its events comes to the same as reading it anew, and what changed, taken
// together, leads from one snapshot to the next.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChanges } from '../../../cluster/src/differences.ts';
import type { EtcdEvent } from '../../../cluster/src/etcd/answers.ts';
import { healthOf } from '../../../cluster/src/etcd/health.ts';
import { applyEvents, emptyFolder } from '../../../cluster/src/etcd/tree.ts';
import { changesBetween, snapshotOf, viewOf } from '../../../cluster/src/etcd/view.ts';
import { prefix, treeOf } from './dumps.ts';
import { machineValue, stateValue, unitValues } from './registry-values.ts';

const units = fc.constantFrom('a.service', 'b@1.service', 'c.timer');
const machines = fc.constantFrom('m1', 'm2', 'm3');
const texts = fc.constantFrom('[Unit]\nDescription=a\n', '[X-Fleet]\nGlobal=true\n', '[Unit', '');

/** What writes some keys of fleet's layout. */
const someValues = fc.oneof(
	fc.tuple(units, fc.constantFrom('inactive', 'launched', 'Launched'), texts).map((unit) => unitValues(...unit)),
	fc.tuple(units, machines).map(([unit, machine]) => ({ [`job/${unit}/target`]: machine })),
	fc.tuple(units, machines).map(([unit, machine]) => ({ [`job/${unit}/job-state`]: machine })),
	fc.tuple(units, machines).map(([unit, machine]) => ({ [`states/${unit}/${machine}`]: stateValue('active running') })),
	fc.tuple(machines, fc.boolean()).map(([id, GRPC]) => ({ [`machines/${id}/object`]: machineValue(id, { GRPC }) })),
	fc.tuple(machines, fc.constantFrom('', 'x')).map(([id, value]) => ({ [`machines/${id}/metadata/role`]: value })),
	machines.map((machine) => ({ 'lease/engine-leader': machine })),
);

/** What takes away a key, or a folder with all in it. */
const somewhere = fc.oneof(
	units.map((unit) => `job/${unit}`),
	units.map((unit) => `job/${unit}/target`),
	units.map((unit) => `states/${unit}`),
	machines.map((machine) => `machines/${machine}/object`),
	fc.constantFrom('states', 'machines', 'lease/engine-leader', 'unit'),
);

type Step = { readonly set: Readonly<Record<string, string>> } | { readonly remove: string };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
	fc.oneof(
		{ weight: 4, arbitrary: someValues.map((set) => ({ set })) },
		{ weight: 1, arbitrary: somewhere.map((remove) => ({ remove })) },
	),
	{ maxLength: 30 },
);

test('events add up to what is there', () => {
	fc.assert(
		fc.property(fc.array(steps, { maxLength: 4 }), (batches) => {
			const values = new Map<string, string>();
			let view = viewOf(emptyFolder);
			let told = snapshotOf(view);
			for (const batch of batches) {
				const events = batch.flatMap((step) => carryOut(values, step));
				const next = viewOf(applyEvents(view.tree, prefix, events), view);
				told = applyChanges(told, changesBetween(view, next));
				view = next;
				const anew = viewOf(treeOf(Object.fromEntries(values)));
				expect(snapshotOf(view)).toEqual(snapshotOf(anew));
				expect(healthOf(view)).toEqual(healthOf(anew));
				expect(told).toEqual(snapshotOf(anew));
			}
		}),
		{ numRuns: 300 },
	);
});

test('a batch that comes to nothing changes nothing', () => {
	fc.assert(
		fc.property(steps, (batch) => {
			const values = new Map<string, string>();
			const tree = applyEvents(
				emptyFolder,
				prefix,
				batch.flatMap((step) => carryOut(values, step)),
			);
			const again = applyEvents(
				tree,
				prefix,
				[...values].map(([key, value]) => setEvent(key, value)),
			);
			expect(again).toBe(tree);
		}),
	);
});

/** Does a step to a plain map of keys, and tells the events that etcd would. */
function carryOut(values: Map<string, string>, step: Step): readonly EtcdEvent[] {
	if ('set' in step) {
		const pairs = Object.entries(step.set);
		for (const [key, value] of pairs) values.set(key, value);
		return pairs.map(([key, value]) => setEvent(key, value));
	}
	for (const key of [...values.keys()]) {
		if (key === step.remove || key.startsWith(`${step.remove}/`)) values.delete(key);
	}
	return [{ ...setEvent(step.remove, ''), kind: 'gone' }];
}

function setEvent(key: string, value: string): EtcdEvent {
	return { kind: 'set', index: 1, node: { kind: 'value', key: `/_coreos.com/fleet/${key}`, value } };
}
