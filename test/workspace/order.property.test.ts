// Units stand in a circle with those that the order leads to and back from, whichever unit is asked about first.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WorkspaceView } from '../../core/src/index.ts';
import { orderedInCircle, orderPath } from '../../core/src/workspace/order.ts';
import { workspaceOf } from '../support/workspace.ts';

const names = ['a.service', 'b.service', 'c.service', 'd.service', 'e.service', 'f.service'];
const orders = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)), { maxLength: 9 });

test('a circle is what leads there and back', () => {
	const asked = fc.shuffledSubarray(names, { minLength: names.length });
	fc.assert(
		fc.property(orders, asked, (pairs, order) => {
			const view = ordered(pairs);
			const found = order.map((name) => [name, circleOf(view, name)]);
			expect(found).toEqual(order.map((name) => [name, thereAndBack(view, name)]));
		}),
	);
});

test('a chain of very many units is walked to its end', () => {
	const many = Array.from({ length: 5000 }, (_, index) => [`u${index}.service`, `u${index + 1}.service`] as const);
	expect(circleOf(ordered(many), 'u0.service')).toEqual(['u0.service']);
});

/** Units of which the first of each pair starts after the second. */
function ordered(pairs: readonly (readonly [string, string])[]): WorkspaceView {
	const texts = new Map(names.map((name) => [`/a/${name}`, '[Unit]\n']));
	for (const [name, other] of pairs)
		texts.set(`/a/${name}`, `${texts.get(`/a/${name}`) ?? '[Unit]\n'}After=${other}\n`);
	return workspaceOf(Object.fromEntries(texts));
}

function circleOf(view: WorkspaceView, name: string): readonly string[] {
	return [...orderedInCircle(view, fileOf(view, name))].map((file) => file.name.unit).sort();
}

function thereAndBack(view: WorkspaceView, name: string): readonly string[] {
	const leads = (from: string, to: string) => orderPath(view, fileOf(view, from), fileOf(view, to)) !== undefined;
	return names.filter((other) => other === name || (leads(name, other) && leads(other, name)));
}

function fileOf({ files }: WorkspaceView, name: string) {
	const file = files.get(`/a/${name}`);
	if (file === undefined) throw new Error(`there is no ${name}`);
	return file;
}
