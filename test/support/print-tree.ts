// The cluster tree as text, as a person would read it from the screen: rows indented, badges and icons in brackets.

import type { TreeNode } from '../../client/src/cluster-view/node.ts';

/** The rows of a tree, one a line, with a line break before the first so that it stands well in a test. */
export function printTree(nodes: readonly TreeNode[], { icons = false } = {}): string {
	return `\n${nodes.flatMap((node) => linesOf(node, 0, icons)).join('\n')}\n`;
}

function linesOf(node: TreeNode, depth: number, icons: boolean): readonly string[] {
	const icon = icons && node.icon ? `(${node.icon.name}) ` : '';
	const badge = node.badge === undefined ? '' : ` [${node.badge}]`;
	const description = node.description === '' ? '' : `  ${node.description}`;
	const line = `${'  '.repeat(depth)}${icon}${node.label}${badge}${description}`;
	return [line, ...node.children.flatMap((child) => linesOf(child, depth + 1, icons))];
}
