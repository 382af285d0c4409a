// The view in the sidebar: shows the tree of all clusters, connects a cluster when it is opened, and looks only as
// closely as the user does.

import * as vscode from 'vscode';
import { contextKeys } from '../../../protocol/src/commands.ts';
import { registerBadges } from '../cluster-view/decorations.ts';
import { ClusterTreeProvider } from '../cluster-view/tree-provider.ts';
import type { ClusterView } from '../cluster-view/view.ts';
import { counted } from '../cluster-view/words.ts';
import type { Clusters } from './clusters.ts';
import { createDrops } from './drops.ts';
import type { ViewContent } from './lazy-view.ts';

/** The view with its provider. */
export interface ClustersView extends ViewContent, vscode.Disposable {
	readonly provider: ClusterTreeProvider;
}

/** Puts the clusters into the view of the sidebar. Nothing is connected by that. */
export function createClustersView(clusters: Clusters, treeView: vscode.TreeView<string>): ClustersView {
	const provider = new ClusterTreeProvider();
	const update = () => show(clusters, provider, treeView);
	const attend = () => clusters.setAttention(attentionOf(treeView));
	update();
	attend();
	const parts = [
		registerBadges(),
		{ dispose: clusters.onChange(update) },
		treeView.onDidExpandElement(({ element }) => connect(clusters, provider, element)),
		treeView.onDidChangeVisibility(attend),
		vscode.window.onDidChangeWindowState(attend),
		{ dispose: tellAges(clusters, treeView, update) },
	];
	return { provider, drops: createDrops(provider), dispose: () => vscode.Disposable.from(...parts).dispose() };
}

function show(clusters: Clusters, provider: ClusterTreeProvider, treeView: vscode.TreeView<string>): void {
	provider.show(clusters.tree());
	const failed = clusters.failed();
	const { filter } = clusters.options();
	treeView.badge = { value: failed, tooltip: failed === 0 ? '' : `${counted(failed, 'unit')} failed` };
	const views = clusters.views();
	Object.assign(treeView, { message: messageOf(views, filter) });
	const connections = views.map(({ connection }) => connection.kind);
	setContext(contextKeys.noClusters, connections.length === 0);
	setContext(contextKeys.connected, connections.includes('connected'));
	setContext(contextKeys.filtered, filter !== '');
	setContext(
		contextKeys.practising,
		views.some(({ origin }) => origin === 'practice'),
	);
	setContext(contextKeys.allReadOnly, views.length > 0 && views.every(({ readOnly }) => readOnly));
}

/** What stands above the rows. Without any row it would hide the welcome, so it says nothing then. */
function messageOf(views: readonly ClusterView[], filter: string): string | undefined {
	const host = views.find((view) => view.host !== undefined)?.host;
	const parts = [
		...(host === undefined ? [] : [`Reached from ${host}`]),
		...(filter === '' ? [] : [`Only what has “${filter}”`]),
	];
	return parts.length === 0 ? undefined : parts.join('. ');
}

/** Milliseconds between two looks at how old things are. Nothing is asked of a cluster for that. */
const ageTime = 15_000;

/** What is not read any more grows old, and nothing else happens that would tell. */
function tellAges(clusters: Clusters, treeView: vscode.TreeView<string>, update: () => void): () => void {
	const timer = setInterval(() => {
		if (treeView.visible && clusters.views().some(({ age }) => age !== undefined)) update();
	}, ageTime);
	return () => clearInterval(timer);
}

/** The first opening of a cluster is the wish to see it. */
function connect(clusters: Clusters, provider: ClusterTreeProvider, id: string): void {
	const node = provider.node(id);
	const session = node?.kind === 'cluster' ? clusters.session(node.about.cluster) : undefined;
	if (session?.view().connection.kind === 'idle') void session.connect();
}

/** A window that is not in front is not looked at, so nothing is asked of clusters for it. */
function attentionOf({ visible }: vscode.TreeView<string>) {
	return visible && vscode.window.state.focused ? 'normal' : 'off';
}

const contextValues = new Map<string, boolean>();

/** Sets a key for menus, where it is not so already. */
export function setContext(key: string, value: boolean): void {
	if (contextValues.get(key) === value) return;
	contextValues.set(key, value);
	void vscode.commands.executeCommand('setContext', key, value);
}
