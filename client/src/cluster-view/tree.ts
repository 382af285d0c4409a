// The cluster tree as a value: rows made from what is known of each cluster, and which of them differ between two
// moments. Nothing of VS Code is known here, so that a test can print it.

import { clusterNode } from './cluster-node.ts';
import { faultNode } from './message-nodes.ts';
import type { TreeNode } from './node.ts';
import type { ClusterView, ViewOptions } from './view.ts';

/** The rows of all clusters, below those of the settings that make none. */
export function treeOf(
	views: readonly ClusterView[],
	options: ViewOptions,
	faults: readonly string[] = [],
): readonly TreeNode[] {
	return [...faults.map(faultNode), ...views.map((view) => clusterNode(view, options))];
}

/**
 * The smallest rows of `after` that must be drawn again, so that everything which differs from `before` is: a row that
 * says something else, or one whose children are others. `everything` where the clusters themselves are others.
 */
export function changedNodes(
	before: readonly TreeNode[],
	after: readonly TreeNode[],
): readonly TreeNode[] | 'everything' {
	if (!sameIds(before, after)) return 'everything';
	return after.flatMap((node, index) => changesWithin(before[index], node));
}

function changesWithin(before: TreeNode | undefined, after: TreeNode): readonly TreeNode[] {
	if (before === after) return [];
	if (before === undefined || !looksTheSame(before, after)) return [after];
	return after.children.flatMap((child, index) => changesWithin(before.children[index], child));
}

/** Whether the row itself is the same and has the same rows below it, whatever those say. */
function looksTheSame(a: TreeNode, b: TreeNode): boolean {
	const texts = a.label === b.label && a.description === b.description && a.tooltip === b.tooltip;
	const marks = a.context === b.context && a.icon?.name === b.icon?.name && a.icon?.colour === b.icon?.colour;
	return texts && marks && a.badge === b.badge && sameIds(a.children, b.children);
}

function sameIds(a: readonly TreeNode[], b: readonly TreeNode[]): boolean {
	return a.length === b.length && a.every(({ id }, index) => id === b[index]?.id);
}
