// The tree as VS Code draws it. Its elements are the ids of rows: VS Code knows an element again by its value, and the
// rows themselves are made anew whenever the cluster changes.

import * as vscode from 'vscode';
import { badgeUri } from './decorations.ts';
import type { Icon, TreeNode } from './node.ts';
import { rowCommand } from './row-command.ts';
import { changedNodes } from './tree.ts';

/** Gives VS Code the rows of a tree, which can be replaced. */
export class ClusterTreeProvider implements vscode.TreeDataProvider<string> {
	readonly #changed = new vscode.EventEmitter<readonly string[] | undefined>();
	readonly onDidChangeTreeData = this.#changed.event as vscode.Event<string[] | undefined>; // VS Code does not write to it.
	#roots: readonly TreeNode[] = [];
	#rows: ReadonlyMap<string, { readonly node: TreeNode; readonly parent: string | undefined }> = new Map();

	/** Replaces the tree, and lets VS Code draw again what differs. */
	show(roots: readonly TreeNode[]): void {
		const changes = changedNodes(this.#roots, roots);
		this.#roots = roots;
		this.#rows = new Map(roots.flatMap((node) => rowsOf(node, undefined)));
		if (changes === 'everything') this.#changed.fire(undefined);
		else if (changes.length > 0) this.#changed.fire(changes.map(({ id }) => id));
	}

	/** The row of an id, if it is still there. */
	node(id: string): TreeNode | undefined {
		return this.#rows.get(id)?.node;
	}

	getChildren(id?: string): string[] {
		const nodes = id === undefined ? this.#roots : (this.node(id)?.children ?? []);
		return nodes.map((node) => node.id);
	}

	getParent(id: string): string | undefined {
		return this.#rows.get(id)?.parent;
	}

	getTreeItem(id: string): vscode.TreeItem {
		const node = this.node(id);
		return node === undefined ? new vscode.TreeItem('') : itemOf(node);
	}
}

function rowsOf(
	node: TreeNode,
	parent: string | undefined,
): [string, { node: TreeNode; parent: string | undefined }][] {
	return [[node.id, { node, parent }], ...node.children.flatMap((child) => rowsOf(child, node.id))];
}

function itemOf(node: TreeNode): vscode.TreeItem {
	const item = new vscode.TreeItem(node.label, collapsibleState(node));
	item.id = node.id;
	item.description = node.description;
	item.contextValue = node.context;
	if (node.tooltip !== undefined) item.tooltip = new vscode.MarkdownString(node.tooltip);
	if (node.icon !== undefined) item.iconPath = themeIcon(node.icon);
	if (node.spoken !== undefined) item.accessibilityInformation = { label: node.spoken };
	if (node.badge !== undefined) item.resourceUri = badgeUri(node.id, node.badge);
	const command = rowCommand(node);
	return command === undefined ? item : Object.assign(item, { command });
}

function collapsibleState({ kind, children, open }: TreeNode): vscode.TreeItemCollapsibleState {
	// A cluster can always be opened: that is what connects it.
	if (children.length === 0 && kind !== 'cluster') return vscode.TreeItemCollapsibleState.None;
	return open ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

function themeIcon({ name, colour }: Icon): vscode.ThemeIcon {
	return new vscode.ThemeIcon(name, colour === undefined ? undefined : new vscode.ThemeColor(colour));
}
