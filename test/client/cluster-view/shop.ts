// A cluster for tests of the tree, and the tree as a user reads it.

import { treeOf } from '../../../client/src/cluster-view/tree.ts';
import type { ClusterView } from '../../../client/src/cluster-view/view.ts';
import { machine, state, unit } from '../../support/cluster-views.ts';
import { printTree } from '../../support/print-tree.ts';

export const machines = [
	machine('a1', { role: 'web', region: 'eu' }, '10.0.0.1'),
	machine('b2', { role: 'web' }, '10.0.0.2'),
	machine('c3', { role: 'db' }, '10.0.0.3'),
];
export const hello = unit('hello.service', '[Service]\nExecStart=/bin/sleep 9\n', 'launched', 'a1');
export const web1 = unit('web@1.service', '[X-Fleet]\nConflicts=web@*\n', 'launched', 'a1');
export const web2 = unit('web@2.service', '[X-Fleet]\nConflicts=web@*\n', 'launched', 'b2');
export const disk = unit('disk.service', '[X-Fleet]\nMachineMetadata=disk=ssd\n');
export const everywhere = unit('agent.service', '[X-Fleet]\nGlobal=true\n');
const stored = unit('stored.service', '[Service]\nExecStart=/bin/true\n', 'inactive');
const template = unit('web@.service', '[X-Fleet]\nConflicts=web@*\n', 'inactive');
export const units = [everywhere, disk, hello, stored, template, web1, web2];
export const states = [
	state(everywhere, 'a1'),
	state(everywhere, 'b2'),
	state(everywhere, 'c3', 'loaded failed failed'),
	state(hello, 'a1'),
	state(web1, 'a1'),
	state(web2, 'b2', 'loaded activating auto-restart'),
];

/** The rows of one cluster, or of one kind of group in it. */
export function show(view: ClusterView, { filter = '', only }: { filter?: string; only?: string } = {}): string {
	const [cluster] = treeOf([view], { groupBy: 'none', filter });
	if (cluster === undefined) return '';
	return printTree(only === undefined ? [cluster] : cluster.children.filter(({ kind }) => kind === only));
}
