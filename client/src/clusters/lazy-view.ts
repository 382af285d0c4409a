// The view in the sidebar as VS Code knows it from the start: it asks for rows when the view is first seen, and only that
// loads what makes them.

import * as vscode from 'vscode';
import { clustersView } from '../../../protocol/src/commands.ts';

/** What the view shows, and what takes the files that are dropped there. */
export interface ViewContent {
	readonly provider: RowProvider;
	readonly drops: Required<Pick<vscode.TreeDragAndDropController<string>, 'handleDrop'>>;
}

/** Gives VS Code rows by their ids. */
export interface RowProvider {
	/** The rows to be drawn again; nothing for all of them. */
	readonly onDidChangeTreeData: vscode.Event<string[] | undefined>;
	getChildren(id?: string): string[];
	getParent(id: string): string | undefined;
	getTreeItem(id: string): vscode.TreeItem;
}

/** Kinds of what can be dropped: files, by their addresses. */
export const uriList = 'text/uri-list';

/** Puts the view into the sidebar. `load` is asked for its content again and again, and may take its time only once. */
export function createLazyView(load: () => Promise<ViewContent>): vscode.TreeView<string> {
	return vscode.window.createTreeView(clustersView, {
		treeDataProvider: createLazyProvider(async () => (await load()).provider),
		canSelectMany: true,
		showCollapseAll: true,
		dragAndDropController: {
			dropMimeTypes: [uriList],
			dragMimeTypes: [],
			handleDrop: async (...args) => await (await load()).drops.handleDrop(...args),
		},
	});
}

function createLazyProvider(load: () => Promise<RowProvider>): vscode.TreeDataProvider<string> {
	const changed = new vscode.EventEmitter<string[] | undefined>();
	let loading: Promise<RowProvider> | undefined;
	const follow = async () => {
		const provider = await load();
		provider.onDidChangeTreeData((change) => changed.fire(change));
		return provider;
	};
	const get = () => {
		loading ??= follow();
		return loading;
	};
	return {
		onDidChangeTreeData: changed.event,
		getChildren: async (id) => (await get()).getChildren(id),
		getTreeItem: async (id) => (await get()).getTreeItem(id),
		getParent: async (id) => (await get()).getParent(id),
	};
}
