// What the commands about clusters work with.

import type * as vscode from 'vscode';
import type { ClusterBackend } from '../../../cluster/src/backend.ts';
import type { ClusterTarget } from '../../../cluster/src/target.ts';
import type { ClusterTreeProvider } from '../cluster-view/tree-provider.ts';
import type { Clusters } from '../clusters/clusters.ts';
import type { LocalFiles } from '../clusters/local-files.ts';
import type { Practice } from '../clusters/practice.ts';
import type { Documents } from '../documents/read-only-documents.ts';
import type { JournalPanels } from '../journal/panels.ts';
import type { PlacementPanels } from '../placement/panels.ts';

/** The services of one window. */
export interface ClusterServices {
	readonly clusters: Clusters;
	readonly practice: Practice;
	readonly localFiles: LocalFiles;
	readonly provider: ClusterTreeProvider;
	readonly treeView: vscode.TreeView<string>;
	readonly documents: Documents;
	readonly journals: JournalPanels;
	readonly maps: PlacementPanels;
	readonly output: vscode.LogOutputChannel;
	/** What is remembered of this workspace. */
	readonly memory: vscode.Memento;
	/** Connects a cluster that is not configured, to see whether it answers. Throws a `ClusterError`. */
	readonly open: (target: ClusterTarget, signal: AbortSignal) => Promise<ClusterBackend>;
	/** What a person would type to log in to the host on the way to a cluster; `undefined` where there is none. */
	readonly login: (target: ClusterTarget) => readonly string[] | undefined;
	/** Reads settings and environment again. */
	readonly configure: () => Promise<void>;
}

/** A command: gets what VS Code hands to it, as it is. */
export type Handler = (services: ClusterServices, ...args: readonly unknown[]) => Promise<unknown>;
