// Which rows are drawn again after a change, held by a property: drawing just those gives the whole new tree.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TreeNode } from '../../../client/src/cluster-view/node.ts';
import { changedNodes, treeOf } from '../../../client/src/cluster-view/tree.ts';
import type { GroupBy } from '../../../client/src/cluster-view/view.ts';
import { machine, state, unit, viewOf } from '../../support/cluster-views.ts';

const machines = ['a1', 'b2', 'c3'].map((name) => machine(name));
const words = ['loaded active running', 'loaded failed failed', 'loaded activating auto-restart'];

test('one unit that fails draws its own rows again, and those that count it', () => {
	const units = ['x.service', 'y.service'].map((name) => unit(name, '[Service]\nExecStart=/bin/a\n', 'launched', 'a1'));
	const states = units.map((one) => state(one, 'a1'));
	const failed = [state(units[0]!, 'a1', words[1]), states[1]!];
	const changes = changed({ machines, units, states }, { machines, units, states: failed });
	expect(changes).toEqual(['cluster/test']);
	const restarting = [state(units[0]!, 'a1', words[2]), states[1]!];
	expect(changed({ machines, units, states }, { machines, units, states: restarting })).toEqual([
		`cluster/test/machines/${machines[0]?.id}/x.service`,
		'cluster/test/units/x.service',
	]);
});

test('nothing is drawn again where nothing changed', () => {
	expect(changed({ machines }, { machines: [...machines] })).toEqual([]);
});

test('another list of clusters is drawn as a whole', () => {
	const options = { groupBy: 'none', filter: '' } as const;
	expect(changedNodes(treeOf([viewOf({})], options), treeOf([viewOf({}, { id: 'other' })], options))).toBe(
		'everything',
	);
});

test('drawing the changed rows again gives the new tree', () => {
	fc.assert(
		fc.property(snapshots(), snapshots(), fc.constantFrom<GroupBy>('none', 'machine', 'state'), (a, b, groupBy) => {
			const [before, after] = [a, b].map((one) => treeOf([viewOf(one)], { groupBy, filter: '' }));
			const changes = changedNodes(before!, after!);
			const drawn = new Map(changes === 'everything' ? [] : changes.map((node) => [node.id, node]));
			expect(before!.map((node) => redraw(node, drawn))).toEqual(after);
		}),
		{ numRuns: 200 },
	);
});

function changed(before: Parameters<typeof viewOf>[0], after: Parameters<typeof viewOf>[0]) {
	const [one, other] = [before, after].map((snapshot) => treeOf([viewOf(snapshot)], { groupBy: 'none', filter: '' }));
	const changes = changedNodes(one!, other!);
	return changes === 'everything' ? changes : changes.map(({ id }) => id);
}

/** What VS Code has on the screen after the changed rows were drawn again, each with what is below it. */
function redraw(node: TreeNode, drawn: ReadonlyMap<string, TreeNode>): TreeNode {
	return drawn.get(node.id) ?? { ...node, children: node.children.map((child) => redraw(child, drawn)) };
}

function snapshots() {
	const one = fc.record({
		name: fc.constantFrom('v.service', 'w@1.service', 'w@2.service', 'g.service'),
		on: fc.constantFrom('a1', 'b2', undefined),
		wanted: fc.constantFrom('inactive', 'loaded', 'launched'),
		words: fc.constantFrom(...words, undefined),
	});
	return fc.uniqueArray(one, { selector: ({ name }) => name }).map((rows) => {
		const sorted = [...rows].sort((a, b) => (a.name < b.name ? -1 : 1));
		const units = sorted.map(({ name, on, wanted }) => unit(name, '[Service]\nExecStart=/bin/a\n', wanted, on));
		const states = sorted.flatMap(({ on, words: said }, index) =>
			on !== undefined && said !== undefined ? [state(units[index]!, on, said)] : [],
		);
		return { machines, units, states };
	});
}
