// fleet's keys as an immutable tree, and the tree after some events. What did not change is the same object as before,
// so that whoever derives something from a part of the tree knows by identity whether that part is new.

import type { EtcdEvent, EtcdNode } from './answers.ts';
import { belowPrefix, isHidden, type KeyPath } from './keys.ts';

/** A part of the tree. */
export type TreeNode = Leaf | Folder;

/** A value. */
export interface Leaf {
	readonly kind: 'value';
	readonly value: string;
}

/** A folder and what stands in it, by name. */
export interface Folder {
	readonly kind: 'folder';
	readonly children: ReadonlyMap<string, TreeNode>;
}

/** A folder with nothing in it; also a registry that no fleet has written to yet. */
export const emptyFolder: Folder = { kind: 'folder', children: new Map() };

/** A node of an answer as a tree. */
export function toTree(node: EtcdNode): TreeNode {
	if (node.kind === 'value') return { kind: 'value', value: node.value };
	return { kind: 'folder', children: new Map(node.nodes.map((child) => [lastName(child.key), toTree(child)])) };
}

/** The folder at a path; an empty one where there is none. */
export function folderAt(tree: Folder, path: KeyPath): Folder {
	const node = nodeAt(tree, path);
	return node?.kind === 'folder' ? node : emptyFolder;
}

/** The leaf at a path; `undefined` where there is none. */
export function leafAt(tree: Folder, path: KeyPath): Leaf | undefined {
	const node = nodeAt(tree, path);
	return node?.kind === 'value' ? node : undefined;
}

/** The value at a path; `undefined` where there is none. */
export function valueAt(tree: Folder, path: KeyPath): string | undefined {
	return leafAt(tree, path)?.value;
}

/** The tree with one more node, at a path of at least one name. */
export function withNode(tree: Folder, path: KeyPath, node: TreeNode): Folder {
	const fresh: Fresh = new Map();
	const copy = editable(tree, fresh);
	place(copy, path, node, fresh);
	return copy;
}

/** The tree after events, in their order. Events of other keys and of hidden ones change nothing. */
export function applyEvents(tree: Folder, prefix: KeyPath, events: readonly EtcdEvent[]): Folder {
	const fresh: Fresh = new Map();
	return events.reduce((before, event) => applyEvent(before, prefix, event, fresh), tree);
}

// Folders that were made since the events began, each with its map: nobody else has seen those, so they may be changed.
type Fresh = Map<Folder, Map<string, TreeNode>>;

function applyEvent(tree: Folder, prefix: KeyPath, { kind, node }: EtcdEvent, fresh: Fresh): Folder {
	const path = belowPrefix(prefix, node.key);
	if (path === undefined || isHidden(path)) return tree;
	if (path.length === 0) return kind === 'gone' ? emptyFolder : tree;
	const known = nodeAt(tree, path);
	if (kind === 'gone' ? known === undefined : isSame(known, node)) return tree;
	const copy = editable(tree, fresh);
	place(copy, path, kind === 'gone' ? undefined : toTree(node), fresh);
	return copy;
}

/** Heartbeats write what is there already; a folder that is written again keeps what it has. */
function isSame(known: TreeNode | undefined, node: EtcdNode): boolean {
	return known?.kind === 'value' ? node.kind === 'value' && known.value === node.value : known?.kind === node.kind;
}

/** Puts a node into an editable folder, or takes it out; folders on the way there are made as etcd makes them. */
function place(folder: Folder, [name = '', ...rest]: KeyPath, node: TreeNode | undefined, fresh: Fresh): void {
	const children = fresh.get(folder);
	if (children === undefined) return;
	if (rest.length > 0) {
		const child = children.get(name);
		const next = editable(child?.kind === 'folder' ? child : emptyFolder, fresh);
		children.set(name, next);
		place(next, rest, node, fresh);
	} else if (node === undefined) children.delete(name);
	else children.set(name, node);
}

function editable(folder: Folder, fresh: Fresh): Folder {
	if (fresh.has(folder)) return folder;
	const children = new Map(folder.children);
	const copy: Folder = { kind: 'folder', children };
	fresh.set(copy, children);
	return copy;
}

function nodeAt(tree: Folder, path: KeyPath): TreeNode | undefined {
	let node: TreeNode | undefined = tree;
	for (const name of path) node = node?.kind === 'folder' ? node.children.get(name) : undefined;
	return node;
}

function lastName(key: string): string {
	return key.slice(key.lastIndexOf('/') + 1);
}
